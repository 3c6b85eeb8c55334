import type { SegmentKind } from '../../revenue/value/segment-worth';
import { describeView, type View } from '../view';
import { type Chart, label, MOST_BARS, nothing, parts, RANGE } from './chart';

/**
 * Sales per 100 recommendations with Wilson's interval, one bar for each segment of a kind; `missing`
 * ends the sentence that stands where there is none.
 */
export function soldBy(
  kindIn: (view: View) => SegmentKind,
  missing: string,
): Pick<Chart, 'type' | 'draw'> {
  return {
    type: 'bar',
    draw: ({ segments, view }) => {
      const by = kindIn(view);
      const bars = segments
        .filter(({ kind, recommended }) => kind === by && recommended > 0)
        .sort((a, b) => b.recommended - a.recommended)
        .slice(0, MOST_BARS)
        .sort((a, b) => b.bought / b.recommended - a.bought / a.recommended);
      if (bars.length === 0) {
        return nothing(
          `${describeView(view)}, by ${by}: no recommendation is a month old${missing}`,
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
        note: `${describeView(view)}, by ${by} · in brackets: sold / recommended · 95 % interval`,
      };
    },
  };
}
