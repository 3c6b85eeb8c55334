import type { Tile } from '../tile';

export const funnel: Tile = {
  id: 'funnel',
  title: 'From letter to sale',
  figures: ({ funnel: { letters, recommendations, visits, allTaps, taps, sales } }) => [
    { figure: 'Letters sent', value: letters, cases: letters },
    { figure: 'Recommendations in them', value: recommendations, cases: letters },
    { figure: 'Visits, robots and mail scanners among them', value: visits, cases: visits },
    { figure: 'Taps, robots and mail scanners among them', value: allTaps, cases: visits },
    { figure: 'Taps by people', value: taps, cases: recommendations },
    { figure: 'Sales', value: sales, cases: recommendations },
    {
      figure: 'Sales per recommendation',
      value: recommendations === 0 ? 'no letters yet' : sales / recommendations,
      as: 'percent',
      cases: recommendations,
    },
  ],
};
