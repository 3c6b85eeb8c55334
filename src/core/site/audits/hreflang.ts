import { cut } from '../../problem';
import { audit, verdict } from '../audit';
import { isLanguageCode } from '../languages';

/** Lighthouse’s hreflang: other languages are named by known codes and full addresses. */
export const hreflang = audit({
  id: 'hreflang',
  of: 'head',
  needs: ['links'],
  judge: ({ links }) => {
    const named = links.filter(
      ({ rel, hreflang, from }) => rel === 'alternate' && hreflang !== '' && from !== 'body',
    );
    const faulty = named.find((link) => !isKnown(link.hreflang) || !/^https?:/i.test(link.raw));
    if (faulty === undefined) return verdict('pass', `${named.length} named`);
    const said = cut(`${faulty.hreflang} ${faulty.raw}`, 80);
    return verdict('fail', said, { said });
  },
  passes: {
    en: 'No other language of the page is named wrongly.',
    'zh-TW': '網頁的其他語言版本沒有標示錯誤。',
    de: 'Keine andere Sprachfassung ist falsch angegeben.',
    ja: 'ほかの言語版の指定に誤りはありません。',
  },
  fails: {
    en: 'Another language of the page is named in a way that search engines cannot use: {said}.',
    'zh-TW': '其他語言版本的標示無法供搜尋引擎使用：{said}。',
    de: 'Eine andere Sprachfassung ist so angegeben, dass Suchmaschinen nichts damit anfangen können: {said}.',
    ja: 'ほかの言語版の指定が検索エンジンに使えない形です：{said}。',
  },
  why: {
    en: 'Otherwise people may be shown the page in the wrong language.',
    'zh-TW': '否則訪客可能看到錯誤語言的網頁。',
    de: 'Sonst sehen Menschen die Seite womöglich in der falschen Sprache.',
    ja: '違う言語のページが表示されることがあります。',
  },
  remedy: {
    en: 'Use a language code such as en or zh-TW with the full address.',
    'zh-TW': '請使用 en、zh-TW 這類語言代碼，並填寫完整網址。',
    de: 'Nutzen Sie ein Sprachkürzel wie en oder de-AT mit der vollständigen Adresse.',
    ja: 'en や ja のような言語コードと完全なアドレスを使いましょう。',
  },
});

function isKnown(hreflang: string): boolean {
  const said = hreflang.toLowerCase();
  return said === 'x-default' || isLanguageCode(said.split('-')[0] ?? '');
}
