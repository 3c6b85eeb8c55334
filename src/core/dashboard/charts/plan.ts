import { monthStart } from '../../calendar';
import { planIn, planned } from '../../revenue/forecast/plan';
import { many } from '../../words/count';
import { AMBER, type Chart, DEEP, nothing, wholly } from './chart';
import { monthTitle } from './spans';

/** What the last twelve months brought in all, against the plan. */
export const plan: Chart = {
  id: 'plan',
  title: 'Twelve months against the plan',
  type: 'line',
  draw: (board) => {
    const { months, earned } = board.rollup;
    const goal = planned(planIn(board.settings)).minor;
    let sum = 0;
    const rows = months.map(({ month, earned: of }, i) => {
      sum += of.minor;
      const title = monthTitle(monthStart(month), i === 0);
      return [title, wholly(sum, board), wholly((goal * (i + 1)) / months.length, board)];
    });
    if (sum === 0) {
      return nothing(
        'Nothing was earned in twelve months. The plan stands in Settings; change it to what you aim at.',
      );
    }
    return {
      rows: [['', 'Earned so far', 'Plan'], ...rows],
      colours: [DEEP, AMBER],
      note: `All clients · ${many(earned.all.cases, 'commission')} ever, in ${board.settings.homeCurrency} · the plan stands in Settings`,
    };
  },
};
