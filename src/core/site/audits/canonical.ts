import { parseAddress } from '../../address';
import { cut } from '../../problem';
import { audit, verdict } from '../audit';
import { placeOf } from '../page';

/** Lighthouse's canonical: where a page names its one true address, it does so without contradiction. */
export const canonical = audit({
  id: 'canonical',
  needs: ['address', 'canonicals', 'alternates'],
  judge: (facts) => {
    const canonicals = facts.canonicals.filter((said) => said !== '');
    const [said] = canonicals;
    if (said === undefined) return verdict('na', 'none given');
    const figures = { canonical: cut(said, 80) };
    if (new Set(canonicals).size > 1) {
      return verdict('fail', cut(canonicals.join(' and '), 160), figures);
    }
    const page = placeOf(facts);
    const target = parseAddress(said);
    const isBad =
      target === undefined ||
      isAnotherLanguage(target.href, page.href, facts.alternates) ||
      (target.host === page.host && target.pathname === '/' && page.pathname !== '/');
    return verdict(isBad ? 'fail' : 'pass', cut(said, 120), figures);
  },
  passes: {
    en: 'The page names its own address clearly.',
    'zh-TW': '網頁清楚標示了自己的正式網址。',
    de: 'Die Seite nennt eindeutig ihre eigene Adresse.',
    ja: 'ページの正規アドレスが明確に示されています。',
  },
  fails: {
    en: 'The page names a canonical address that search engines cannot use: {canonical}.',
    'zh-TW': '網頁標示的正式網址無法供搜尋引擎使用：{canonical}。',
    de: 'Die Seite nennt eine kanonische Adresse, die Suchmaschinen nicht nutzen können: {canonical}.',
    ja: '検索エンジンが使えない正規アドレスが指定されています：{canonical}。',
  },
  remedy: {
    en: 'Write the page’s own full address there, starting with https.',
    'zh-TW': '請填上該網頁自己的完整網址，以 https 開頭。',
    de: 'Tragen Sie dort die vollständige eigene Adresse ein, beginnend mit https.',
    ja: 'https から始まる、そのページ自身の完全なアドレスを書きましょう。',
  },
});

function isAnotherLanguage(target: string, page: string, alternates: string[]): boolean {
  const others = alternates.map((said) => parseAddress(said, page)?.href);
  return target !== page && others.includes(target) && others.includes(page);
}
