import { audit, verdict } from '../audit';
import { changesIn, newest, yearBefore } from '../dates';
import { MOST_TEXT } from '../requests';

/** The newest change that the sitemap tells of is not older than a year. */
export const sitemapDate = audit({
  id: 'sitemap-date',
  of: 'server',
  needs: ['sitemap', 'at'],
  judge: ({ sitemap, at }) => {
    if (sitemap === undefined) return verdict('na', 'not asked');
    const day = newest(changesIn(sitemap.text, at));
    if (day === undefined) return verdict('na', 'no dates in a sitemap');
    const isFresh = day >= yearBefore(at);
    // What was cut off may be newer.
    if (!isFresh && sitemap.text.length >= MOST_TEXT) return verdict('na', 'a very long sitemap');
    return verdict(isFresh ? 'pass' : 'fail', `newest lastmod ${day}`, { day });
  },
  passes: {
    en: 'The latest change that the sitemap tells of: {day}.',
    'zh-TW': '網站地圖記載的最近更新：{day}。',
    de: 'Die letzte Änderung laut Sitemap: {day}.',
    ja: 'サイトマップ上の最終更新日：{day}。',
  },
  fails: {
    en: 'The sitemap tells of no change after {day}.',
    'zh-TW': '網站地圖沒有 {day} 之後的更新紀錄。',
    de: 'Die Sitemap nennt keine Änderung nach dem {day}.',
    ja: 'サイトマップには {day} より後の更新がありません。',
  },
  why: {
    en: 'Readers and search engines trust pages that are looked after.',
    'zh-TW': '讀者和搜尋引擎更信任持續更新的網頁。',
    de: 'Leser und Suchmaschinen vertrauen Seiten, die gepflegt werden.',
    ja: '手入れされているページは、読者にも検索エンジンにも信頼されます。',
  },
  remedy: {
    en: 'Go through the main pages, bring them up to date, and have the sitemap’s dates follow.',
    'zh-TW': '請檢視主要頁面並更新內容，同時讓網站地圖的日期跟著更新。',
    de: 'Gehen Sie die wichtigsten Seiten durch, bringen Sie sie auf den neuesten Stand und lassen Sie die Daten der Sitemap folgen.',
    ja: '主なページを見直して更新し、サイトマップの日付にも反映させましょう。',
  },
});
