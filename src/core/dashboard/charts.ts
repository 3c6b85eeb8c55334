import { sum, toMajor } from '../money';
import type { Rollup } from '../revenue/rollup';
import type { Settings } from '../settings';
import { planIn, planned } from '../revenue/forecast/plan';

/** A built-in chart and the block of figures that it is drawn from. */
export interface Chart {
  /** Its title, by which it is found again. */
  title: string;
  type: 'column' | 'bar' | 'line';
  stacked: boolean;
  /** One colour for each series. */
  colours: string[];
  /** The Dashboard's row at which it stands. */
  row: number;
  /** How many rows its figures have, the header among them; always the same. */
  rows: number;
  /** Its figures, header first. */
  data: (rollup: Rollup, settings: Settings) => (string | number)[][];
}

const GREEN = '#1f6f4a';
const PALE = '#a9cdb9';
const AMBER = '#c98a1b';

/** In the order in which they stand beside the figures. */
export const CHARTS: readonly Chart[] = [
  {
    title: 'Earned by month',
    type: 'column',
    stacked: true,
    colours: [GREEN, PALE],
    row: 2,
    rows: 13,
    data: ({ months }, { homeCurrency: home }) => [
      ['Month', `Earned, ${home}`, `Pending, ${home}`],
      ...months.map(({ month, earned, pending }) => [month, toMajor(earned), toMajor(pending)]),
    ],
  },
  {
    title: 'From letter to sale',
    type: 'bar',
    stacked: false,
    colours: [GREEN],
    row: 19,
    rows: 5,
    // Letters at each step, so that every bar is a part of the one above it.
    data: ({ funnel: { letters, recommending, followed, selling } }) => [
      ['Step', 'Letters'],
      ['Sent', letters],
      ['With a recommendation', recommending],
      ['Followed', followed],
      ['Sold', selling],
    ],
  },
  {
    title: 'Twelve months against the plan',
    type: 'line',
    stacked: false,
    colours: [GREEN, AMBER],
    row: 36,
    rows: 13,
    data: ({ months }, settings) => {
      const goal = toMajor(planned(planIn(settings)));
      const home = settings.homeCurrency;
      return [
        ['Month', `Earned so far, ${home}`, `Plan, ${home}`],
        ...months.map(({ month }, i) => [
          month,
          toMajor(
            sum(
              months.slice(0, i + 1).map(({ earned }) => earned),
              home,
            ),
          ),
          (goal * (i + 1)) / 12,
        ]),
      ];
    },
  },
];
