import { cut } from '../../problem';
import { audit, verdict } from '../audit';
import { type Address, anyAddress } from '../../address';
import type { LinkFact } from '../head';
import { placeOf } from '../page';

/** Lighthouse’s canonical: where a page names its one true address, it does so without contradiction. */
export const canonical = audit({
  id: 'canonical',
  of: 'head',
  needs: ['address', 'links'],
  judge: (facts) => {
    const links = facts.links.filter(({ from }) => from !== 'body');
    const named = links.filter(({ rel, raw }) => rel === 'canonical' && raw !== '');
    const [first] = named;
    if (first === undefined) return verdict('na', 'none given');
    const canonical = cut(named.map(({ raw }) => raw).join(' and '), 120);
    const isBad = isContradictory(named) || isElsewhere(first.href, placeOf(facts), links);
    return verdict(isBad ? 'fail' : 'pass', canonical, { canonical: cut(first.raw, 80) });
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
  why: {
    en: 'Search engines list the address that is named there.',
    'zh-TW': '搜尋引擎會收錄那裡標示的網址。',
    de: 'Suchmaschinen nehmen die Adresse auf, die dort steht.',
    ja: '検索エンジンはそこに書かれたアドレスを登録します。',
  },
  remedy: {
    en: 'Write the page’s own full address there, starting with https.',
    'zh-TW': '請填上該網頁自己的完整網址，以 https 開頭。',
    de: 'Tragen Sie dort die vollständige eigene Adresse ein, beginnend mit https.',
    ja: 'https から始まる、そのページ自身の完全なアドレスを書きましょう。',
  },
});

/** Not a full address, or several that differ. */
function isContradictory(named: LinkFact[]): boolean {
  const isRelative = named.some(({ raw }) => anyAddress(raw) === undefined);
  return isRelative || new Set(named.map(({ href }) => href)).size > 1;
}

/** The page in another language, or the home page from a deeper one. */
function isElsewhere(href: string, page: Address, links: LinkFact[]): boolean {
  const others = links
    .filter(({ rel, hreflang }) => rel === 'alternate' && hreflang !== '')
    .map((link) => link.href);
  const isOtherLanguage = href !== page.href && others.includes(href) && others.includes(page.href);
  const target = anyAddress(href);
  const isRoot =
    target?.host === page.host &&
    target.protocol === page.protocol &&
    target.pathname === '/' &&
    page.pathname !== '/';
  return isOtherLanguage || isRoot;
}
