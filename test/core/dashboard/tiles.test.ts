import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Board } from '../../../src/core/dashboard/board';
import { TILES } from '../../../src/core/dashboard/tiles';
import { planIn, planned } from '../../../src/core/revenue/forecast/plan';
import { aBoard } from '../../support/board';
import { aClick, aCommission, aLetter, NOW } from '../../support/rows';

const figuresOf = (board: Board) => TILES.flatMap((tile) => tile.figures(board));
const aLetterSent = aLetter({ status: 'sent', sent: NOW, products: ['a', 'b'] });
const board = aBoard({
  letters: [aLetterSent],
  commissions: [
    aCommission({ letterId: 'L-one', homeAmount: { minor: 300_000, currency: 'TWD' } }),
  ],
});
const figure = (name: string) =>
  figuresOf(board).find(({ figure: title }) => title.startsWith(name));

it('makes 50 clients, two products, four letters, 5 % and NT$3,000 into NT$60,000', () => {
  expect(planned(planIn(board.settings))).toEqual({ minor: 6_000_000, currency: 'TWD' });
  expect(figure('Plan for a year')).toMatchObject({
    figure: 'Plan for a year: 50 clients × 2 × 4 × 5 % × NT$3,000',
    value: { minor: 6_000_000, currency: 'TWD' },
  });
});

it('shows every figure with its number of cases', () => {
  expect(figure('Earned this quarter')).toMatchObject({ value: { minor: 300_000 }, cases: 1 });
  expect(figure('Sales per recommendation')).toMatchObject({ value: 0.5, as: 'percent', cases: 2 });
  expect(figure('Earned this year, of the plan')).toMatchObject({ value: 0.05, cases: 1 });
});

it('shows raw visits and taps beside those of people', () => {
  const clicks = [
    aClick(),
    aClick({ id: 'scanner', counted: false }),
    aClick({ id: 'reader', level: 'seen', counted: false }),
  ];
  const figures = figuresOf(aBoard({ letters: [aLetterSent], clicks }));
  expect(figures.filter((line) => /^(Visits|Taps)/.test(line.figure))).toEqual([
    { figure: 'Visits, robots and mail scanners among them', value: 3, cases: 3 },
    { figure: 'Taps, robots and mail scanners among them', value: 2, cases: 3 },
    { figure: 'Taps by people', value: 1, cases: 2 },
  ]);
});

it('says of an empty workbook what is missing, and divides nothing by zero', () => {
  const figures = figuresOf(aBoard());
  expect(figures.find((line) => line.figure === 'Sales per recommendation')?.value).toBe(
    'no letters yet',
  );
  expect(JSON.stringify(figures)).not.toContain('null');
});

it('lists every tile of the folder', () => {
  const folder = path.join(__dirname, '../../../src/core/dashboard/tiles');
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  expect(TILES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
