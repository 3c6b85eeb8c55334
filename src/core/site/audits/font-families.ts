import { audit, verdict } from '../audit';
import { fontsIn } from '../css';

/** A heading's, a text's, and two to spare: beyond that typefaces begin to contend. */
const MOST = 4;
/** Families that are named. */
const SHOWN = 6;

/** The page and its style sheets keep to a few font families. */
export const fontFamilies = audit({
  id: 'font-families',
  of: 'body',
  needs: ['css', 'sheets'],
  judge: ({ css, sheets }) => {
    if (sheets === undefined) return verdict('na', 'not asked');
    const fonts = fontsIn([...css, ...sheets.map(({ text }) => text)]);
    if (fonts.length === 0) return verdict('na', 'none declared');
    const count = String(fonts.length);
    const named = fonts.slice(0, SHOWN).map(({ value }) => value);
    return verdict(
      fonts.length <= MOST ? 'pass' : 'fail',
      `${count} in the page and ${sheets.length} style sheets: ${named.join(', ')}`,
      { count, fonts: named.join(', ') },
    );
  },
  passes: {
    en: 'Font families declared: {count} ({fonts}).',
    'zh-TW': '使用的字型：{count} 種（{fonts}）。',
    de: 'Angegebene Schriftfamilien: {count} ({fonts}).',
    ja: '指定されている書体：{count} 種類（{fonts}）。',
  },
  fails: {
    en: 'Many font families are declared: {count}, among them {fonts}.',
    'zh-TW': '使用的字型偏多：{count} 種，包括 {fonts}。',
    de: 'Es sind viele Schriftfamilien angegeben: {count}, darunter {fonts}.',
    ja: '指定されている書体が多めです：{count} 種類（{fonts} など）。',
  },
  why: {
    en: 'Few typefaces make pages look like one brand, and load faster.',
    'zh-TW': '字型少，整體更像同一個品牌，載入也更快。',
    de: 'Wenige Schriften lassen Seiten wie aus einem Guss wirken und laden schneller.',
    ja: '書体が少ないほど統一感が出て、表示も速くなります。',
  },
  remedy: {
    en: 'Choose one family for headings and one for text, and let go of the rest.',
    'zh-TW': '請選定標題與內文各用一種字型，其餘移除。',
    de: 'Wählen Sie eine Schrift für Überschriften und eine für Texte und verzichten Sie auf die übrigen.',
    ja: '見出し用と本文用の書体を決め、ほかは外しましょう。',
  },
});
