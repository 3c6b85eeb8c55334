import { readdirSync } from 'node:fs';
import path from 'node:path';
import { CHARTS } from '../../../src/core/dashboard/charts';
import { TILES } from '../../../src/core/dashboard/tiles';
import { planIn, planned } from '../../../src/core/revenue/forecast/plan';
import { rollUp } from '../../../src/core/revenue/rollup';
import { readSettings } from '../../../src/core/settings';
import { aClick, aCommission, aLetter, NOW, TODAY, ZONE } from '../../support/rows';

const { settings } = readSettings([]);
const empty = { clients: [], letters: [], links: [], clicks: [], commissions: [] };
const rollup = rollUp(
  {
    ...empty,
    letters: [aLetter({ status: 'sent', sent: NOW, products: ['a', 'b'] })],
    commissions: [
      aCommission({ letterId: 'L-one', homeAmount: { minor: 300_000, currency: 'TWD' } }),
    ],
  },
  TODAY,
  ZONE,
  'TWD',
);
const figure = (name: string) =>
  TILES.flatMap((tile) => tile.figures(rollup, settings)).find((line) =>
    line.figure.startsWith(name),
  );

it('makes 50 clients, two products, four letters, 5 % and NT$3,000 into NT$60,000', () => {
  expect(planned(planIn(settings))).toEqual({ minor: 6_000_000, currency: 'TWD' });
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

it('narrows from the letters that were sent to those that sold', () => {
  const found = rollUp(
    {
      ...empty,
      letters: ['a', 'b', 'c', 'd'].map((id) =>
        aLetter({ id, status: 'sent', sent: NOW, products: id === 'd' ? [] : ['p', 'q'] }),
      ),
      clicks: [
        aClick({ id: '1', letterId: 'a' }),
        aClick({ id: '2', letterId: 'a' }),
        aClick({ id: '3', letterId: 'b' }),
        aClick({ id: '4', letterId: 'c', counted: false }),
      ],
      commissions: [
        aCommission({ id: 'M-1', letterId: 'a', productId: 'p' }),
        aCommission({ id: 'M-2', letterId: 'a', productId: 'q' }),
        aCommission({ id: 'M-3', letterId: 'b', status: 'reversed' }),
      ],
    },
    TODAY,
    ZONE,
    'TWD',
  );
  const funnel = CHARTS.find(({ title }) => title === 'From letter to sale');
  expect(funnel?.data(found, settings).slice(1)).toEqual([
    ['Sent', 4],
    ['With a recommendation', 3],
    ['Followed', 2],
    ['Sold', 1],
  ]);
});

it('says in which currency a chart of money is', () => {
  for (const title of ['Earned by month', 'Twelve months against the plan']) {
    const chart = CHARTS.find((known) => known.title === title);
    const [, ...series] = chart?.data(rollup, settings)[0] ?? [];
    expect(series.every((name) => String(name).endsWith(', TWD'))).toBe(true);
  }
});

it('shows raw visits and taps beside those of people', () => {
  const clicks = [
    aClick(),
    aClick({ id: 'scanner', counted: false }),
    aClick({ id: 'reader', level: 'seen', counted: false }),
  ];
  const figures = TILES.flatMap((tile) =>
    tile.figures(rollUp({ ...empty, clicks }, TODAY, ZONE, 'TWD'), settings),
  );
  expect(figures.filter(({ figure }) => /^(Visits|Taps)/.test(figure))).toEqual([
    { figure: 'Visits, robots and mail scanners among them', value: 3, cases: 3 },
    { figure: 'Taps, robots and mail scanners among them', value: 2, cases: 3 },
    { figure: 'Taps by people', value: 1, cases: 0 },
  ]);
});

it('says of an empty workbook what is missing, and divides nothing by zero', () => {
  const figures = TILES.flatMap((tile) =>
    tile.figures(rollUp(empty, TODAY, ZONE, 'TWD'), settings),
  );
  expect(figures.find((line) => line.figure === 'Sales per recommendation')?.value).toBe(
    'no letters yet',
  );
  expect(JSON.stringify(figures)).not.toContain('null');
});

it('draws every chart from a block of always the same size', () => {
  for (const chart of CHARTS) {
    const data = chart.data(rollup, settings);
    expect(data).toHaveLength(chart.rows);
    expect(data.every((row) => row.length === chart.colours.length + 1)).toBe(true);
  }
});

it('lists every tile of the folder', () => {
  const folder = path.join(__dirname, '../../../src/core/dashboard/tiles');
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  expect(TILES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
