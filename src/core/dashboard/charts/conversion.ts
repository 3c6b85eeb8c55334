import { describeView } from '../view';
import { type Chart, label, MOST_BARS, nothing, parts, RANGE } from './chart';

/** How often recommending sells, by kind of client, with Wilson's interval. */
export const conversion: Chart = {
  id: 'conversion',
  title: 'Sales per 100 recommendations',
  type: 'bar',
  draw: ({ segments, view }) => {
    const bars = segments
      .filter(({ kind, recommended }) => kind === view.kind && recommended > 0)
      .sort((a, b) => b.recommended - a.recommended)
      .slice(0, MOST_BARS)
      .sort((a, b) => b.bought / b.recommended - a.bought / a.recommended);
    if (bars.length === 0) {
      return nothing(
        `${describeView(view)}, by ${view.kind}: no recommendation is a month old, or no client has that cell filled in. Fill it in on the Clients tab, or choose another kind above.`,
      );
    }
    return {
      rows: [
        ['', 'At least', 'Measured', 'At most'],
        ...bars.map(({ segment, bought, recommended, conversion: { low, high } }) => [
          label(segment, `${bought}/${recommended}`),
          ...parts(low, bought / recommended, high).map((part) => Math.round(1000 * part) / 10),
        ]),
      ],
      colours: RANGE,
      note: `${describeView(view)}, by ${view.kind} · in brackets: sold / recommended · 95 % interval`,
    };
  },
};
