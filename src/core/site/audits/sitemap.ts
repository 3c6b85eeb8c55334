import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** The site has a sitemap, where robots.txt names it or in the usual place. */
export const sitemap = audit({
  id: 'sitemap',
  of: 'server',
  needs: ['sitemap'],
  judge: ({ sitemap }) => {
    if (sitemap === undefined) return verdict('na', 'not asked');
    const { address, status, text } = sitemap;
    const isThere =
      status === 200 && (/<(urlset|sitemapindex)\b/.test(text) || address.endsWith('.gz'));
    return verdict(isThere ? 'pass' : 'fail', `${cut(address, 100)}: ${status ?? 'no answer'}`);
  },
  passes: {
    en: 'The site has a sitemap for search engines.',
    'zh-TW': '網站有提供給搜尋引擎的網站地圖。',
    de: 'Die Website hat eine Sitemap für Suchmaschinen.',
    ja: '検索エンジン向けのサイトマップがあります。',
  },
  fails: {
    en: 'The site has no sitemap that search engines find.',
    'zh-TW': '網站沒有搜尋引擎找得到的網站地圖。',
    de: 'Die Website hat keine Sitemap, die Suchmaschinen finden.',
    ja: '検索エンジンが見つけられるサイトマップがありません。',
  },
  why: {
    en: 'With one, new pages are found sooner.',
    'zh-TW': '有了它，新頁面會更快被找到。',
    de: 'Mit ihr werden neue Seiten schneller gefunden.',
    ja: 'あると、新しいページが早く見つけてもらえます。',
  },
  remedy: {
    en: 'Have a sitemap.xml made and named in robots.txt.',
    'zh-TW': '請建立 sitemap.xml 並寫入 robots.txt。',
    de: 'Lassen Sie eine sitemap.xml erstellen und in robots.txt nennen.',
    ja: 'sitemap.xml を作り、robots.txt に書いてもらいましょう。',
  },
});
