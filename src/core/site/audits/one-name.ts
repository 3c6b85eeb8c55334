import { cut } from '../../problem';
import { audit, verdict } from '../audit';
import { openGraphIn } from '../head';
import { tryJson } from '../../json';

/** Title, Open Graph and structured data call the business by the same name. */
export const oneName = audit({
  id: 'one-name',
  of: 'head',
  needs: ['title', 'metas', 'structuredData'],
  judge: ({ title, metas, structuredData }) => {
    const site = openGraphIn(metas, 'og:site_name');
    const own = structuredData.flatMap((text) => namesIn(tryJson(text)));
    const stated = [site, ...own].filter((name) => plain(name) !== '');
    const [first = ''] = stated;
    if (first === '') return verdict('na', 'no name in og:site_name or structured data');
    const other = stated.find((name) => !isSame(name, first));
    const isInTitle = plain(title ?? '') === '' || stated.some((name) => holds(title ?? '', name));
    const odd = other ?? (isInTitle ? undefined : (title ?? ''));
    const names = [first, ...(odd === undefined ? [] : [odd])]
      .map((name) => `“${cut(name, 60)}”`)
      .join(', ');
    return verdict(odd === undefined ? 'pass' : 'fail', names, { names });
  },
  passes: {
    en: 'The name is the same wherever the page states it: {names}.',
    'zh-TW': '頁面各處的名稱一致：{names}。',
    de: 'Der Name ist überall auf der Seite derselbe: {names}.',
    ja: 'ページ内の名称は統一されています：{names}。',
  },
  fails: {
    en: 'The page goes by different names in its title and in its data: {names}.',
    'zh-TW': '頁面標題與資料中的名稱不一致：{names}。',
    de: 'In Titel und Daten der Seite stehen verschiedene Namen: {names}.',
    ja: 'タイトルとデータで名称が異なります：{names}。',
  },
  why: {
    en: 'Search results and shared links show these names; one name is remembered.',
    'zh-TW': '搜尋結果和分享連結會顯示這些名稱；名稱一致才容易記住。',
    de: 'Suchergebnisse und geteilte Links zeigen diese Namen; einen Namen merkt man sich.',
    ja: '検索結果や共有リンクに出る名称です。ひとつにそろうと覚えてもらえます。',
  },
  remedy: {
    en: 'Write the name the same way in the title, in og:site_name and in the structured data.',
    'zh-TW': '請在標題、og:site_name 和結構化資料中使用相同的名稱。',
    de: 'Schreiben Sie den Namen im Titel, in og:site_name und in den strukturierten Daten gleich.',
    ja: 'タイトル、og:site_name、構造化データの名称をそろえましょう。',
  },
});

/** What states the name of who stands behind a page. */
const NAMED = /^(Organization|Corporation|LocalBusiness|WebSite)$/;

function namesIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(namesIn);
  if (typeof data !== 'object' || data === null) return [];
  const { '@type': type, '@graph': graph, name } = data as Record<string, unknown>;
  const types = Array.isArray(type) ? (type as unknown[]) : [type];
  const isNamed = types.some((one) => typeof one === 'string' && NAMED.test(one));
  return [...(isNamed && typeof name === 'string' ? [name] : []), ...namesIn(graph)];
}

function isSame(one: string, other: string): boolean {
  return holds(one, other) || holds(other, one);
}

function holds(text: string, name: string): boolean {
  return plain(text).includes(plain(name));
}

/** Letters and digits alone, for names are set in many ways. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
