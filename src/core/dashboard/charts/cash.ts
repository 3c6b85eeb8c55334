import { addDays } from '../../calendar';
import { planIn, planned } from '../../revenue/forecast/plan';
import { many } from '../../words/count';
import { roundly } from '../steps/step';
import { AMBER, type Chart, nothing, parts, RANGE, RANGE_TITLES, wholly } from './chart';
import { monthTitle } from './spans';

const DAYS_A_MONTH = 365.25 / 12;

/** The cash of the next twelve months, with its range, against the plan. */
export const cash: Chart = {
  id: 'cash',
  title: 'Cash of the next 12 months',
  type: 'combo',
  draw: (board) => {
    const { worth, settings, today, rollup } = board;
    const { months, total } = worth.forecast;
    const cases = rollup.earned.all.cases + rollup.pending.cases;
    if (total.high <= 0) {
      return nothing(
        'Nothing can be foreseen yet: it takes a commission, or clients and a product whose Amount is filled in.',
      );
    }
    const goal = planned(planIn(settings)).minor;
    const show = (minor: number): string => roundly(minor, settings.homeCurrency);
    return {
      rows: [
        ['', ...RANGE_TITLES, 'Plan'],
        ...months.map(({ low, expected, high }, i) => [
          monthTitle(addDays(today, Math.round(i * DAYS_A_MONTH)), i === 0),
          ...parts(low, expected, high).map((part) => wholly(part, board)),
          wholly(goal / months.length, board),
        ]),
      ],
      colours: [...RANGE, AMBER],
      note: `All clients · in all ${show(total.expected)} (${show(total.low)} to ${show(total.high)}), planned ${show(goal)} · from ${many(cases, 'commission')}`,
    };
  },
};
