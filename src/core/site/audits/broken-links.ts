import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** Of the links that were tried, at most thirty and the site’s own first, none leads to nothing. */
export const brokenLinks = audit({
  id: 'broken-links',
  of: 'body',
  needs: ['tried'],
  judge: ({ tried }) => {
    if (tried === undefined || tried.length === 0) return verdict('na', 'no links were tried');
    const gone = tried.filter(({ isGone }) => isGone);
    const [first] = gone;
    const figures = { count: String(gone.length), all: String(tried.length) };
    if (first === undefined) return verdict('pass', `${tried.length} links`, figures);
    return verdict('fail', `${gone.length} of ${tried.length}, such as ${first.markup}`, {
      ...figures,
      address: cut(first.address, 80),
    });
  },
  passes: {
    en: 'No link that was tried leads to nothing (links: {all}).',
    'zh-TW': '測試過的連結都有效（連結數：{all}）。',
    de: 'Kein geprüfter Link führt ins Leere (Links: {all}).',
    ja: '確認したリンクはすべて有効です（リンク数：{all}）。',
  },
  fails: {
    en: 'Links that lead to nothing: {count} of {all}.',
    'zh-TW': '失效的連結：{all} 個中有 {count} 個。',
    de: 'Links, die ins Leere führen: {count} von {all}.',
    ja: 'リンク切れ：{all} 個中 {count} 個。',
  },
  why: {
    en: 'Visitors who end at an error page seldom come back.',
    'zh-TW': '走到錯誤頁面的訪客很少再回來。',
    de: 'Wer auf einer Fehlerseite landet, kommt selten zurück.',
    ja: 'エラーページに行き着いた訪問者は、なかなか戻ってきません。',
  },
  remedy: {
    en: 'Correct or remove them.',
    'zh-TW': '請修正或移除。',
    de: 'Berichtigen oder entfernen Sie sie.',
    ja: '直すか、取り除きましょう。',
  },
});
