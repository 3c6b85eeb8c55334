import { cut } from '../../problem';
import { audit, verdict } from '../audit';

/** The page says how X shows it; without it Open Graph is used, so it is asked for only beside that. */
export const twitterCard = audit({
  id: 'twitter-card',
  of: 'head',
  needs: ['metas'],
  judge: ({ metas }) => {
    const all = metas.map(({ name, property, content }) => [
      name === '' ? property.toLowerCase() : name,
      content.trim(),
    ]);
    const card = all.find(([name, content]) => name === 'twitter:card' && content !== '')?.[1];
    if (card !== undefined) return verdict('pass', cut(card), { card: cut(card, 40) });
    const shares = all.some(([name = '', content]) => name.startsWith('og:') && content !== '');
    return shares ? verdict('fail', 'no twitter:card') : verdict('na', 'nothing said of sharing');
  },
  passes: {
    en: 'The page says how X should show it ({card}).',
    'zh-TW': '網頁標明了在 X 上的顯示方式（{card}）。',
    de: 'Die Seite sagt, wie X sie zeigen soll ({card}).',
    ja: 'X での表示方法が指定されています（{card}）。',
  },
  fails: {
    en: 'The page does not say how X should show it.',
    'zh-TW': '網頁沒有標明在 X 上的顯示方式。',
    de: 'Die Seite sagt nicht, wie X sie zeigen soll.',
    ja: 'X での表示方法が指定されていません。',
  },
  why: {
    en: 'Without it the picture is shown small, or not at all.',
    'zh-TW': '沒有標明時，圖片會縮小甚至不顯示。',
    de: 'Ohne diese Angabe erscheint das Bild klein oder gar nicht.',
    ja: '指定がないと、画像が小さくなったり表示されなかったりします。',
  },
  remedy: {
    en: 'Add the tag twitter:card with summary_large_image.',
    'zh-TW': '請加上 twitter:card 標籤，內容為 summary_large_image。',
    de: 'Ergänzen Sie das Tag twitter:card mit summary_large_image.',
    ja: 'twitter:card タグに summary_large_image を指定しましょう。',
  },
});
