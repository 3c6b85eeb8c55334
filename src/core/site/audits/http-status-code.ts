import { audit, verdict } from '../audit';

/** Lighthouse’s http-status-code: the page answers with a status outside 400–599. */
export const httpStatusCode = audit({
  id: 'http-status-code',
  of: 'server',
  needs: ['status'],
  judge: ({ status }) => {
    const failed = status >= 400 && status <= 599;
    return verdict(failed ? 'fail' : 'pass', `status ${status}`, { status: String(status) });
  },
  passes: {
    en: 'The page answers as it should.',
    'zh-TW': '網頁回應正常。',
    de: 'Die Seite antwortet, wie sie soll.',
    ja: 'ページは正常に応答しています。',
  },
  fails: {
    en: 'The page answers with an error (status {status}).',
    'zh-TW': '網頁回應錯誤（狀態碼 {status}）。',
    de: 'Die Seite antwortet mit einem Fehler (Status {status}).',
    ja: 'ページがエラーを返しています（ステータス {status}）。',
  },
  why: {
    en: 'Visitors and search engines are turned away.',
    'zh-TW': '訪客和搜尋引擎都被擋在門外。',
    de: 'Besucher und Suchmaschinen werden abgewiesen.',
    ja: '訪問者も検索エンジンも中に入れません。',
  },
  remedy: {
    en: 'Have it looked at soon.',
    'zh-TW': '請儘快檢查。',
    de: 'Lassen Sie es bald prüfen.',
    ja: '早めに確認しましょう。',
  },
});
