import { audit, verdict } from '../audit';

/** Every image keeps its place free before it is there; named as Lighthouse’s audit, which also reads style sheets in files. */
export const unsizedImages = audit({
  id: 'unsized-images',
  of: 'body',
  needs: ['images'],
  judge: ({ images }) => {
    const unsized = images.filter(({ sized }) => !sized);
    const figures = { count: String(unsized.length), all: String(images.length) };
    const [first] = unsized;
    if (images.length === 0) return verdict('na', 'no images');
    if (first === undefined) return verdict('pass', `${images.length} images`, figures);
    return verdict(
      'fail',
      `${unsized.length} of ${images.length}, such as ${first.markup}`,
      figures,
    );
  },
  passes: {
    en: 'The images keep their places free while they load.',
    'zh-TW': '圖片載入時會預留空間。',
    de: 'Bilder halten beim Laden ihren Platz frei.',
    ja: '画像の読み込み中も、場所が確保されています。',
  },
  fails: {
    en: 'Images without a width and height of their own: {count} of {all}.',
    'zh-TW': '沒有標明寬高的圖片：{all} 張中有 {count} 張。',
    de: 'Bilder ohne Angabe von Breite und Höhe: {count} von {all}.',
    ja: '幅と高さが指定されていない画像：{all} 枚中 {count} 枚。',
  },
  why: {
    en: 'The text may jump while people read.',
    'zh-TW': '閱讀時文字可能會跳動。',
    de: 'Der Text kann beim Lesen springen.',
    ja: '読んでいる途中で文章の位置がずれることがあります。',
  },
  remedy: {
    en: 'Add width and height to each.',
    'zh-TW': '請為每張圖片加上寬度和高度。',
    de: 'Ergänzen Sie bei jedem Breite und Höhe.',
    ja: 'それぞれに幅と高さを指定しましょう。',
  },
});
