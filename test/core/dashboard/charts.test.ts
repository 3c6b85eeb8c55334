import { readdirSync } from 'node:fs';
import path from 'node:path';
import { CHARTS } from '../../../src/core/dashboard/charts';
import type { Choices } from '../../../src/core/dashboard/view';
import { aBoard, type BoardRows } from '../../support/board';
import { aClick, aClient, aCommission, aLetter, aProduct, NOW } from '../../support/rows';

const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const draw = (id: string, rows: Partial<BoardRows> = {}, chosen: Partial<Choices> = {}) => {
  const chart = CHARTS.find((known) => known.id === id);
  if (chart === undefined) throw new Error(`no chart ${id}`);
  return chart.draw(aBoard(rows, chosen));
};
const twd = (minor: number) => ({ minor, currency: 'TWD' });
const products = [aProduct({ id: 'p', name: 'Rankly' }), aProduct({ id: 'q', name: 'Hosty' })];
const sale = (id: string, day: string, minor: number, given = {}) =>
  aCommission({ id, productId: 'p', at: at(day), homeAmount: twd(minor), ...given });

it('stacks what was earned by product, with what is pending apart', () => {
  const commissions = [
    sale('1', '2026-10-02', 10_000),
    sale('2', '2026-11-02', 20_000),
    sale('3', '2026-11-03', 50_000, { productId: 'q' }),
    sale('4', '2026-11-04', 7_000, { productId: 'q', status: 'pending' }),
    sale('5', '2026-11-05', 90_000, { status: 'reversed' }),
    sale('6', '2026-09-30', 90_000),
    sale('7', '2026-11-06', 3_000, { productId: '' }),
  ];
  const { rows, note } = draw('earned', { products, commissions }, { period: 'this quarter' });
  expect(rows).toEqual([
    ['', 'Hosty', 'Rankly', 'Other', 'Pending'],
    ['Oct 26', 0, 100, 0, 0],
    ['Nov', 500, 200, 30, 70],
    ['Dec', 0, 0, 0, 0],
  ]);
  expect(note).toBe('This quarter, all clients · 5 commissions, in TWD');
});

it('shows many years by the quarter, and the clients that were chosen', () => {
  const commissions = [
    sale('1', '2023-02-02', 10_000, { clientId: 'C-lin' }),
    sale('2', '2026-11-02', 20_000, { clientId: 'C-wu' }),
  ];
  const clients = [aClient(), aClient({ id: 'C-wu', industry: 'law' })];
  const all = draw('earned', { products, commissions, clients }, { period: 'all' });
  expect([all.rows.length, all.rows[1], all.rows.at(-1)]).toEqual([
    17,
    ['2023-Q1', 100],
    ['2026-Q4', 200],
  ]);
  const lawyers = draw(
    'earned',
    { products, commissions, clients },
    { period: 'all', segment: 'industry: law' },
  );
  expect(lawyers.rows).toEqual([
    ['', 'Rankly'],
    ['Nov 26', 200],
  ]);
});

it('narrows from the letters that were sent to those that sold, by people alone', () => {
  const letters = ['a', 'b', 'c', 'd'].map((id) =>
    aLetter({ id, status: 'sent', sent: NOW, products: id === 'd' ? [] : ['p', 'q'] }),
  );
  const old = aLetter({ id: 'old', status: 'sent', sent: at('2025-01-01') });
  const clicks = [
    aClick({ id: '1', letterId: 'a' }),
    aClick({ id: '2', letterId: 'a' }),
    aClick({
      id: '3',
      letterId: 'b',
      counted: false,
      level: 'seen',
      why: 'read, but did not go on',
    }),
    aClick({ id: '4', letterId: 'c', counted: false, why: 'a mail scanner: all at once' }),
    aClick({ id: '5', letterId: 'old' }),
  ];
  const commissions = [
    aCommission({ id: 'M-1', letterId: 'a', productId: 'p' }),
    aCommission({ id: 'M-2', letterId: 'a', productId: 'q' }),
    aCommission({ id: 'M-3', letterId: 'b', status: 'reversed' }),
  ];
  expect(draw('funnel', { letters: [...letters, old], clicks, commissions }).rows).toEqual([
    ['', 'Letters'],
    ['Sent (4)', 4],
    ['Recommending (3)', 3],
    ['Page seen (2)', 2],
    ['Went on (1)', 1],
    ['Bought (1)', 1],
  ]);
});

it('shows what each network paid, with its number of commissions', () => {
  const commissions = [
    sale('1', '2026-11-02', 10_000),
    sale('2', '2026-11-02', 20_000, { network: 'Awin', status: 'pending' }),
    sale('3', '2026-11-03', 10_000, { network: 'Awin' }),
  ];
  expect(draw('networks', { commissions }).rows).toEqual([
    ['', 'Earned', 'Pending'],
    ['Awin (2)', 100, 200],
    ['Impact (1)', 100, 0],
  ]);
});

it('shows what a sale is worth with its range, and of few subscriptions the range alone', () => {
  const shop = [
    aProduct({ id: 'p', name: 'Rankly', pays: 'once', amount: null }),
    aProduct({ id: 'q', name: 'Hosty', pays: 'monthly', amount: 10 }),
    aProduct({ id: 'r', name: 'Untried', pays: 'once' }),
  ];
  const commissions = [
    sale('1', '2026-11-02', 10_000, { clientId: 'C1' }),
    sale('2', '2026-11-03', 30_000, { clientId: 'C2' }),
    sale('3', '2026-11-03', 1_000, { clientId: 'C1', productId: 'q' }),
  ];
  const [, rankly, hosty, ...more] = draw('lifetime', { products: shop, commissions }).rows;
  expect(rankly).toEqual(['Rankly (2)', 72, 128, 128]);
  expect([hosty?.[0], hosty?.[2]]).toEqual(['Hosty (1)', 0]);
  expect(Number(hosty?.[3])).toBeGreaterThan(0);
  expect(more).toEqual([]);
});

it('puts the best of the quarter before what was recommended most for least', () => {
  const shop = [...products, aProduct({ id: 'r', name: 'Rarely' })];
  const letters = ['a', 'b'].map((id) =>
    aLetter({ id, status: 'sent', sent: NOW, products: id === 'a' ? ['p', 'r'] : ['r', 'q'] }),
  );
  const commissions = [
    sale('1', '2026-11-02', 10_000),
    sale('2', '2026-07-02', 90_000, { productId: 'r' }),
  ];
  const { rows, note } = draw('best', { products: shop, letters, commissions });
  expect(rows).toEqual([
    ['', 'Best', 'Worst'],
    ['Rankly (1/1)', 100, 0],
    ['Hosty (0/1)', 0, 0],
    ['Rarely (0/2)', 0, 0],
  ]);
  expect(note).toContain('2026-Q4');
});

it('shows how often each kind of client buys, with Wilson’s interval', () => {
  const clients = Array.from({ length: 20 }, (_, i) =>
    aClient({ id: `C${i}`, industry: i < 10 ? 'bakery' : 'law' }),
  );
  const letters = clients.map(({ id }) =>
    aLetter({
      id: `L${id}`,
      clientId: id,
      status: 'sent',
      sent: at('2026-09-01'),
      products: ['p'],
    }),
  );
  const commissions = [sale('1', '2026-09-05', 10_000, { clientId: 'C12' })];
  const { rows } = draw('conversion', { clients, letters, commissions, products });
  expect(rows).toEqual([
    ['', 'At least', 'Measured', 'At most'],
    ['law (1/10)', 1.8, 8.2, 30.4],
    ['bakery (0/10)', 0, 0, 27.8],
  ]);
});

it('shows how often letters sell by the way they took', () => {
  const letters = (['email', 'line', 'line'] as const).map((channel, i) =>
    aLetter({ id: `L${i}`, status: 'sent', sent: at('2026-09-01'), products: ['p'], channel }),
  );
  const { rows } = draw('channels', { clients: [aClient()], letters, commissions: [], products });
  expect(rows.map(([name]) => name)).toEqual(['', 'line (0/2)', 'email (0/1)']);
});

it('draws the cash to come as a range, beside the plan', () => {
  const commissions = [sale('1', '2026-11-02', 12_000, { status: 'approved' })];
  const { rows, colours, note } = draw('cash', { products, commissions });
  expect(rows).toHaveLength(13);
  expect(rows[0]).toEqual(['', 'At least', 'Expected', 'At most', 'Plan']);
  expect(rows.slice(1).every((row) => row[4] === 5000)).toBe(true);
  expect(
    rows.slice(1).reduce((sum, row) => sum + Number(row[1]) + Number(row[2]), 0),
  ).toBeGreaterThan(0);
  expect(colours).toHaveLength(4);
  expect(note).toContain('planned NT$60,000 · from 1 commission');
});

it('says of an empty workbook what is missing, chart by chart, and draws nothing', () => {
  for (const chart of CHARTS) {
    const { rows, note } = chart.draw(aBoard());
    expect([chart.id, rows]).toEqual([chart.id, []]);
    expect(note.length).toBeGreaterThan(40);
  }
});

it('says that another period has something, where the chosen one has nothing', () => {
  const commissions = [sale('1', '2026-07-02', 10_000)];
  for (const id of ['earned', 'networks']) {
    expect(draw(id, { commissions }, { period: 'this quarter' }).note).toBe(
      'This quarter, all clients: no commission. Choose another period, or other clients.',
    );
  }
});

it('has a colour for each series, and lists every chart of the folder', () => {
  const commissions = [
    sale('1', '2026-11-02', 10_000),
    sale('2', '2026-11-02', 10_000, { status: 'approved', clientId: 'C-lin' }),
  ];
  const letters = [aLetter({ status: 'sent', sent: at('2026-09-01'), products: ['p'] })];
  const board = aBoard({ products, commissions, letters, clients: [aClient()] });
  for (const chart of CHARTS) {
    const { rows, colours } = chart.draw(board);
    expect([chart.id, rows.length > 1]).toEqual([chart.id, true]);
    expect(rows.every((row) => row.length === colours.length + 1)).toBe(true);
  }
  const folder = path.join(__dirname, '../../../src/core/dashboard/charts');
  const files = readdirSync(folder).filter(
    (file) => !/^(index|chart|spans|sold-by)\.ts$/.test(file),
  );
  expect(CHARTS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

it.each(['earned', 'networks'])(
  'does not say of clients without a sale that none was made: %s',
  (id) => {
    const clients = [
      aClient({ id: 'C1', industry: 'bakery' }),
      aClient({ id: 'C2', industry: 'law' }),
    ];
    const commissions = [sale('1', '2026-11-02', 10_000, { clientId: 'C1' })];
    const { note } = draw(id, { clients, commissions, products }, { segment: 'industry: law' });
    expect(note).toBe(
      'Last 12 months, industry: law: no commission. Choose another period, or other clients.',
    );
  },
);
