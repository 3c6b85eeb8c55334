import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** The page is reached with at most one redirect. */
export const redirectChain = audit({
  id: 'redirect-chain',
  of: 'server',
  needs: ['through', 'address'],
  judge: ({ through, address }) => {
    const count = through.length;
    const way = [...through, address].map((step) => cut(step)).join(' → ');
    return verdict(count <= 1 ? 'pass' : 'fail', way, { count: String(count) });
  },
  passes: {
    en: 'The page is reached without detours.',
    'zh-TW': '可直接到達網頁，沒有繞路。',
    de: 'Die Seite wird ohne Umwege erreicht.',
    ja: '回り道なしでページに着きます。',
  },
  fails: {
    en: 'Redirects on the way to the page: {count}. One is enough.',
    'zh-TW': '到達網頁前的轉址次數：{count}。一次就夠了。',
    de: 'Umleitungen auf dem Weg zur Seite: {count}. Eine genügt.',
    ja: 'ページに着くまでの転送：{count} 回。一回で足ります。',
  },
  why: {
    en: 'Each one makes visitors wait, most of all on a phone.',
    'zh-TW': '每次轉址都讓訪客等待，手機上更明顯。',
    de: 'Jede lässt Besucher warten, vor allem am Handy.',
    ja: '転送のたびに待たされ、特にスマートフォンでは長く感じます。',
  },
  remedy: {
    en: 'Lead straight to the last address.',
    'zh-TW': '請直接導向最終網址。',
    de: 'Leiten Sie gleich auf die letzte Adresse.',
    ja: '最後のアドレスへ直接転送しましょう。',
  },
});
