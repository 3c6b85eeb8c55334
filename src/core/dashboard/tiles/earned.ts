import type { Tally } from '../../revenue/rollup';
import type { Figure, Tile } from '../tile';

export const earned: Tile = {
  id: 'earned',
  title: 'Money that came back',
  figures: ({ rollup }) => [
    line('Earned this quarter', rollup.earned.quarter),
    line('Earned this year', rollup.earned.year),
    line('Earned in all', rollup.earned.all),
    line('Pending', rollup.pending),
    line('Paid', rollup.paid),
  ],
};

function line(figure: string, { amount, cases }: Tally): Figure {
  return { figure, value: amount, cases };
}
