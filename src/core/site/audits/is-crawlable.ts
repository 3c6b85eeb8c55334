import { audit, verdict } from '../audit';
import { whatBlocks } from '../robots';

/** Lighthouse’s is-crawlable: not every crawler is kept out by meta robots, X-Robots-Tag or robots.txt. */
export const isCrawlable = audit({
  id: 'is-crawlable',
  of: 'server',
  needs: ['address', 'metas', 'robotsHeader', 'at', 'robots', 'status'],
  judge: ({ robots, ...facts }) => {
    const block = whatBlocks(facts, robots);
    return block === undefined
      ? verdict('pass', 'crawlers may come in')
      : verdict('fail', `kept out by ${block}`, { block });
  },
  passes: {
    en: 'Search engines may list the page.',
    'zh-TW': '搜尋引擎可以收錄這個網頁。',
    de: 'Suchmaschinen dürfen die Seite aufnehmen.',
    ja: '検索エンジンがページを登録できます。',
  },
  fails: {
    en: 'The page keeps search engines out (by {block}).',
    'zh-TW': '網頁拒絕搜尋引擎收錄（透過 {block}）。',
    de: 'Die Seite sperrt Suchmaschinen aus (durch {block}).',
    ja: 'ページが検索エンジンを締め出しています（{block}）。',
  },
  why: {
    en: 'A page that is kept out is not found in searches.',
    'zh-TW': '被擋下的網頁不會出現在搜尋結果中。',
    de: 'Eine gesperrte Seite wird in Suchen nicht gefunden.',
    ja: '締め出されたページは検索に出てきません。',
  },
  remedy: {
    en: 'If that is not what you want, have the block removed.',
    'zh-TW': '如果這不是您的本意，請移除這項限制。',
    de: 'Wenn Sie das nicht wollen, lassen Sie die Sperre entfernen.',
    ja: '意図したものでなければ、この制限を外してもらいましょう。',
  },
});
