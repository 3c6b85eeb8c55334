import { audit, verdict } from '../audit';
import { openGraphIn } from '../head';

/** A shared link gets a title and a picture: og:title and og:image are there. */
export const openGraph = audit({
  id: 'open-graph',
  of: 'head',
  needs: ['metas'],
  judge: ({ metas }) => {
    const missing = ['og:title', 'og:image'].filter((wanted) => openGraphIn(metas, wanted) === '');
    return missing.length === 0
      ? verdict('pass', 'og:title and og:image')
      : verdict('fail', `no ${missing.join(', no ')}`, { missing: missing.join(', ') });
  },
  passes: {
    en: 'A shared link to the page gets a title and a picture.',
    'zh-TW': '分享連結時會顯示標題和圖片。',
    de: 'Ein geteilter Link zeigt Titel und Bild.',
    ja: 'リンクを共有すると、タイトルと画像が表示されます。',
  },
  fails: {
    en: 'A shared link to the page lacks its own title or picture (missing: {missing}).',
    'zh-TW': '分享連結時缺少專屬標題或圖片（缺：{missing}）。',
    de: 'Einem geteilten Link fehlt ein eigener Titel oder ein Bild (es fehlt: {missing}).',
    ja: '共有されたリンクに専用のタイトルや画像がありません（不足：{missing}）。',
  },
  why: {
    en: 'In chats and social networks a link with a picture is noticed more.',
    'zh-TW': '在聊天和社群中，有圖片的連結更引人注意。',
    de: 'In Chats und sozialen Netzen fällt ein Link mit Bild eher auf.',
    ja: 'チャットや SNS では、画像付きのリンクのほうが目に留まります。',
  },
  remedy: {
    en: 'Add Open Graph tags with a title and a picture.',
    'zh-TW': '請加上含標題和圖片的 Open Graph 標籤。',
    de: 'Ergänzen Sie Open-Graph-Tags mit Titel und Bild.',
    ja: 'タイトルと画像の Open Graph タグを加えましょう。',
  },
});
