import type { Tile } from '../tile';

export const funnel: Tile = {
  id: 'funnel',
  title: 'From letter to sale, as chosen above',
  figures: ({ funnel }) => {
    const { letters, recommending, seen, followed, selling, recommendations, sales } = funnel;
    const { visits, allTaps, taps } = funnel;
    return [
      { figure: 'Letters sent', value: letters, cases: letters },
      { figure: 'Letters with a recommendation', value: recommending, cases: letters },
      { figure: 'Letters whose page a person saw', value: seen, cases: letters },
      { figure: 'Letters that were followed', value: followed, cases: letters },
      { figure: 'Letters that sold', value: selling, cases: letters },
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
    ];
  },
};
