import { audit, verdict } from '../audit';
import { judgePicture } from '../pictures';

/** The site has the small picture that stands beside a page's title. */
export const favicon = audit({
  id: 'favicon',
  of: 'server',
  needs: ['icon'],
  judge: ({ icon }) => {
    if (icon === undefined) return verdict('na', 'not asked');
    return judgePicture(icon);
  },
  passes: {
    en: 'The small icon for tabs and bookmarks is there.',
    'zh-TW': '分頁與書籤用的小圖示正常。',
    de: 'Das kleine Symbol für Tabs und Lesezeichen ist da.',
    ja: 'タブやブックマーク用の小さなアイコンがあります。',
  },
  fails: {
    en: 'The site has no small icon for tabs and bookmarks.',
    'zh-TW': '網站沒有分頁與書籤用的小圖示。',
    de: 'Der Website fehlt das kleine Symbol für Tabs und Lesezeichen.',
    ja: 'タブやブックマーク用の小さなアイコンがありません。',
  },
  why: {
    en: 'Among many open tabs it is what people know a business by.',
    'zh-TW': '在許多開啟的分頁中，人們靠它認出您的品牌。',
    de: 'Zwischen vielen offenen Tabs erkennt man daran ein Unternehmen wieder.',
    ja: 'たくさんのタブの中で、お店や会社を見分ける手がかりになります。',
  },
  remedy: {
    en: 'Make a small square version of the logo and put it on the site as favicon.',
    'zh-TW': '請用標誌做一個小的方形版本，放上網站當作 favicon。',
    de: 'Machen Sie aus dem Logo eine kleine quadratische Fassung und binden Sie sie als Favicon ein.',
    ja: 'ロゴの小さな正方形版を作り、ファビコンとして設定しましょう。',
  },
});
