import { audit, verdict } from '../audit';
import { openGraphIn } from '../head';
import { judgePicture } from '../pictures';

/** The picture for shared links is named, and answers with a picture. */
export const shareImage = audit({
  id: 'share-image',
  of: 'head',
  needs: ['metas', 'sharePicture'],
  judge: ({ metas, sharePicture }) => {
    if (openGraphIn(metas, 'og:image') === '') return verdict('fail', 'no og:image');
    if (sharePicture === undefined) return verdict('na', 'not asked');
    return judgePicture(sharePicture);
  },
  passes: {
    en: 'The picture for shared links is there.',
    'zh-TW': '分享連結時顯示的圖片正常。',
    de: 'Das Bild für geteilte Links ist da.',
    ja: '共有リンク用の画像が表示されます。',
  },
  fails: {
    en: 'A shared link shows no picture: none is named, or it is not where it should be.',
    'zh-TW': '分享連結時沒有圖片：未指定圖片，或圖片不在該處。',
    de: 'Ein geteilter Link zeigt kein Bild: Es ist keines angegeben, oder es liegt nicht dort.',
    ja: '共有されたリンクに画像が出ません。指定がないか、画像がその場所にありません。',
  },
  why: {
    en: 'In chats and social networks this picture stands for the brand.',
    'zh-TW': '在聊天和社群中，這張圖就代表品牌。',
    de: 'In Chats und sozialen Netzen steht dieses Bild für die Marke.',
    ja: 'チャットや SNS では、この画像がブランドの顔になります。',
  },
  remedy: {
    en: 'Put up a picture in the brand’s style and name it as og:image.',
    'zh-TW': '請放上符合品牌風格的圖片，並以 og:image 標明。',
    de: 'Stellen Sie ein Bild im Stil der Marke bereit und geben Sie es als og:image an.',
    ja: 'ブランドに合った画像を用意し、og:image に指定しましょう。',
  },
});
