import { fromMajor, showMoney } from '../../money';
import { type Plan, planIn, planned, whatIf } from '../../revenue/forecast/plan';
import type { Tile } from '../tile';

export const plan: Tile = {
  id: 'plan',
  title: 'The plan',
  figures: ({ rollup, settings }) => {
    const goal = planned(planIn(settings));
    return [
      {
        figure: `Plan for a year: ${arithmetic(planIn(settings))}`,
        value: goal,
        cases: '',
      },
      {
        figure: `What if: ${arithmetic(whatIf(settings))}`,
        value: planned(whatIf(settings)),
        cases: '',
      },
      {
        figure: 'Earned this year, of the plan',
        value: goal.minor === 0 ? 'no plan yet' : rollup.earned.year.amount.minor / goal.minor,
        as: 'percent',
        cases: rollup.earned.year.cases,
      },
    ];
  },
};

/** `50 clients × 2 × 4 × 5 % × NT$3,000`. */
function arithmetic({ clients, products, letters, conversion, value, home }: Plan): string {
  const sale = showMoney(fromMajor(value, home), 'en');
  return `${clients} clients × ${products} × ${letters} × ${conversion} % × ${sale}`;
}
