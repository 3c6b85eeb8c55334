import { audit, verdict } from '../audit';

/** The HTML alone has at most 200 kB. */
export const htmlWeight = audit({
  id: 'html-weight',
  of: 'body',
  needs: ['weight'],
  judge: ({ weight }) => {
    const size = String(Math.round(weight / 1000));
    return verdict(weight <= 200_000 ? 'pass' : 'fail', `${weight} bytes`, { size });
  },
  passes: {
    en: 'The page’s own text is light ({size} kB).',
    'zh-TW': '網頁本身的檔案不大（{size} kB）。',
    de: 'Der Quelltext der Seite ist leicht ({size} kB).',
    ja: 'ページ本体は軽量です（{size} kB）。',
  },
  fails: {
    en: 'The page’s own text weighs {size} kB, without pictures.',
    'zh-TW': '不含圖片，網頁本身就有 {size} kB。',
    de: 'Der Quelltext der Seite wiegt {size} kB, ohne Bilder.',
    ja: '画像を除いたページ本体が {size} kB あります。',
  },
  why: {
    en: 'Heavy pages open slowly on a phone.',
    'zh-TW': '過大的網頁在手機上開啟緩慢。',
    de: 'Schwere Seiten öffnen sich am Handy langsam.',
    ja: '重いページはスマートフォンで開くのに時間がかかります。',
  },
  remedy: {
    en: 'Have embedded styles, scripts and pictures moved to files of their own.',
    'zh-TW': '請把內嵌的樣式、程式和圖片移到獨立檔案。',
    de: 'Lassen Sie eingebettete Stile, Skripte und Bilder in eigene Dateien auslagern.',
    ja: '埋め込まれたスタイルやスクリプト、画像を別のファイルに移してもらいましょう。',
  },
});
