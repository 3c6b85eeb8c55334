import { measure, verdict } from '../audit';
import { changesIn, yearBefore } from '../dates';
import { MOST_TEXT } from '../requests';

/** How many of the pages that the sitemap dates changed within a year. */
export const changedPages = measure({
  id: 'changed-pages',
  of: 'server',
  needs: ['sitemap', 'at'],
  judge: ({ sitemap, at }) => {
    if (sitemap === undefined) return verdict('na', 'not asked');
    const { text } = sitemap;
    if (!/<urlset\b/.test(text)) return verdict('na', 'no list of pages');
    if (text.length >= MOST_TEXT) return verdict('na', 'a very long sitemap');
    const days = changesIn(text, at);
    if (days.length === 0) return verdict('na', 'no dates in a sitemap');
    const since = yearBefore(at);
    const changed = String(days.filter((day) => day >= since).length);
    const all = String(days.length);
    return verdict('noted', `${changed} of ${all} dated pages changed since ${since}`, {
      changed,
      all,
      since,
    });
  },
  notes: {
    en: 'Pages that changed since {since}, by the sitemap: {changed} of {all}.',
    'zh-TW': '依網站地圖，{since} 以來更新過的頁面：{all} 頁中有 {changed} 頁。',
    de: 'Seit dem {since} geänderte Seiten laut Sitemap: {changed} von {all}.',
    ja: 'サイトマップによると、{since} 以降に更新されたページ：{all} ページ中 {changed} ページ。',
  },
});
