import { audit, verdict } from '../audit';

/** Lighthouse’s image-alt (axe): every image that is met says what it shows, or that it is decoration. */
export const imageAlt = audit({
  id: 'image-alt',
  of: 'body',
  needs: ['images'],
  judge: ({ images }) => {
    const silent = images.filter(({ described }) => !described);
    const figures = { silent: String(silent.length), all: String(images.length) };
    const [first] = silent;
    if (images.length === 0) return verdict('na', 'no images');
    return first === undefined
      ? verdict('pass', `${images.length} of ${images.length} images`, figures)
      : verdict(
          'fail',
          `${silent.length} of ${images.length} images, such as ${first.markup}`,
          figures,
        );
  },
  passes: {
    en: 'Every image says what it shows (images: {all}).',
    'zh-TW': '每張圖片都有文字說明（圖片數：{all}）。',
    de: 'Jedes Bild sagt, was es zeigt (Bilder: {all}).',
    ja: 'すべての画像に説明があります（画像数：{all}）。',
  },
  fails: {
    en: 'Images without a text that says what they show: {silent} of {all}.',
    'zh-TW': '沒有文字說明的圖片：{all} 張中有 {silent} 張。',
    de: 'Bilder ohne beschreibenden Text: {silent} von {all}.',
    ja: '説明のない画像：{all} 枚中 {silent} 枚。',
  },
  why: {
    en: 'People who cannot see them, and search engines, rely on it.',
    'zh-TW': '看不見圖片的人和搜尋引擎都仰賴它。',
    de: 'Wer die Bilder nicht sieht, und Suchmaschinen sind darauf angewiesen.',
    ja: '画像が見えない人や検索エンジンの助けになります。',
  },
  remedy: {
    en: 'Add a short alt text to each.',
    'zh-TW': '請為每張圖片加上簡短的替代文字。',
    de: 'Ergänzen Sie je einen kurzen Alternativtext.',
    ja: 'それぞれに短い代替テキストを付けましょう。',
  },
});
