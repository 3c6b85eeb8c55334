import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** Lighthouse’s charset: header or page says in time which characters the page is written in. */
export const charset = audit({
  id: 'charset',
  of: 'head',
  needs: ['contentType', 'start', 'metas'],
  judge: ({ contentType, start, metas }) => {
    const isInHeader = /charset\s*=\s*[a-zA-Z0-9-_:.()]{2,}/i.test(contentType);
    const isMarked = start.startsWith('\ufeff');
    const isInPage =
      /<meta[^>]+charset[^<]+>/i.test(start) &&
      metas.some(
        ({ charset, httpEquiv, content }) =>
          /^[a-zA-Z0-9-_:.()]{2,}$/.test(charset) ||
          (httpEquiv === 'content-type' && /charset\s*=\s*[a-zA-Z0-9-_:.()]{2,}/i.test(content)),
      );
    return isInHeader || isMarked || isInPage
      ? verdict('pass', isInHeader ? cut(contentType) : 'said by the page')
      : verdict('fail', 'neither header nor page says it');
  },
  passes: {
    en: 'The page says which characters it is written in.',
    'zh-TW': '網頁標明了字元編碼。',
    de: 'Die Seite sagt, welche Zeichen sie verwendet.',
    ja: 'ページの文字コードが示されています。',
  },
  fails: {
    en: 'The page does not say early enough which characters it is written in.',
    'zh-TW': '網頁沒有在開頭標明字元編碼。',
    de: 'Die Seite sagt nicht früh genug, welche Zeichen sie verwendet.',
    ja: 'ページの冒頭で文字コードが示されていません。',
  },
  why: {
    en: 'Letters such as ü or 字 may come out wrong.',
    'zh-TW': '像 ü 或「字」這樣的字元可能變成亂碼。',
    de: 'Zeichen wie ü oder é können falsch erscheinen.',
    ja: '日本語などが文字化けすることがあります。',
  },
  remedy: {
    en: 'Have a charset tag put first in the head.',
    'zh-TW': '請在 head 最前面加上 charset 標籤。',
    de: 'Lassen Sie ein Charset-Tag an den Anfang des Kopfes setzen.',
    ja: 'head の先頭に charset タグを置いてもらいましょう。',
  },
});
