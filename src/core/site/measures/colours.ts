import { measure, verdict } from '../audit';
import { coloursIn } from '../css';

/** Colours that are named. */
const SHOWN = 6;

/** The colours that the page and its style sheets declare. */
export const colours = measure({
  id: 'colours',
  of: 'body',
  needs: ['css', 'sheets'],
  judge: ({ css, sheets }) => {
    if (sheets === undefined) return verdict('na', 'not asked');
    const all = coloursIn([...css, ...sheets.map(({ text }) => text)]);
    if (all.length === 0) return verdict('na', 'none declared');
    const count = String(all.length);
    const most = all.slice(0, SHOWN).map(({ value, times }) => `${value} (${times}×)`);
    return verdict(
      'noted',
      `${count} in the page and ${sheets.length} style sheets: ${most.join(', ')}`,
      {
        count,
        colours: all
          .slice(0, SHOWN)
          .map(({ value }) => value)
          .join(', '),
      },
    );
  },
  notes: {
    en: 'Distinct colours declared: {count}; most often {colours}.',
    'zh-TW': '使用的顏色：{count} 種，最常用的是 {colours}。',
    de: 'Verschiedene Farben: {count}; am häufigsten {colours}.',
    ja: '指定されている色：{count} 色。多い順に {colours}。',
  },
});
