import { forecast, type ForecastInput } from '../../../../src/core/revenue/forecast/forecast';
import { drawLag, inflowOf } from '../../../../src/core/revenue/forecast/inflow';
import { saleWorths } from '../../../../src/core/revenue/value/sale-worth';
import { subscriptionsOf } from '../../../../src/core/revenue/value/subscription';
import { chanceFrom } from '../../../../src/core/statistics/chance';
import type { Commission, Product } from '../../../../src/core/workbook';
import { aCommission, aProduct, NOW } from '../../../support/rows';

const DAY = 86_400_000;
const booked = (daysAgo: number, given: Partial<Commission> = {}) =>
  aCommission({ clientId: 'C-lin', productId: 'P-rank', at: NOW - daysAgo * DAY, ...given });
const look = (
  rows: Commission[],
  { product = {}, ...given }: Partial<ForecastInput> & { product?: Partial<Product> } = {},
) => {
  const products = [aProduct({ pays: 'once', amount: 100, ...product })];
  const subscriptions = subscriptionsOf(rows, products, 'TWD', NOW);
  const context = { rates: new Map<string, number>(), home: 'TWD', now: NOW };
  const worths = saleWorths(products, rows, subscriptions, context);
  const base = { rows, products, subscriptions, worths, trials: [], planned: [] };
  return forecast({ ...base, home: 'TWD', now: NOW, ...given });
};

describe('forecast', () => {
  it('expects nothing where nothing is booked, recurring or planned', () => {
    expect(look([]).total).toMatchObject({ expected: 0, low: 0, high: 0 });
  });

  it('counts what is approved whole, once, and what is paid no more', () => {
    const { total, months } = look([booked(20, { status: 'approved' }), booked(90, { id: 'M2' })]);
    expect(total).toMatchObject({ expected: 10_000, low: 10_000, high: 10_000 });
    expect(total.sources.locking).toBe(10_000);
    expect(months.slice(3).every(({ high }) => high === 0)).toBe(true);
  });

  it('counts what is overdue in the next month', () => {
    expect(look([booked(170, { status: 'approved' })]).months[0]?.expected).toBe(10_000);
  });

  it('expects of what is pending the share that was approved so far', () => {
    const pending = Array.from({ length: 50 }, (_, i) =>
      booked(5, { id: `P${i}`, status: 'pending' }),
    );
    const settled = (reversed: number) =>
      Array.from({ length: 90 }, (_, i) =>
        booked(200, { id: `S${i}`, status: i < reversed ? 'reversed' : 'paid' }),
      );
    const share = (reversed: number) =>
      look([...pending, ...settled(reversed)]).total.sources.pending / 500_000;
    expect(share(0)).toBeCloseTo(0.99, 1);
    expect(share(45)).toBeCloseTo(0.54, 1);
  });

  it('expects renewals of what goes on, and none of what has ended or is complete', () => {
    const product = { pays: 'monthly' as const, amount: 100, months: null };
    const going = look([booked(20)], { product });
    expect(going.total.sources.recurring).toBeGreaterThan(40_000);
    expect(going.total.sources.recurring).toBeLessThan(120_000);
    expect(going.total.low).toBeLessThan(going.total.expected);
    expect(look([booked(400)], { product }).total.expected).toBe(0);
    expect(look([booked(20)], { product: { ...product, months: 1 } }).total.expected).toBe(0);
  });

  it('expects of planned letters what the usual rate would sell', () => {
    const planned = [{ ahead: 0, recommendations: 1000 }];
    const { total } = look([], { planned });
    // 1,000 recommendations × 5 % × NT$100 × 90 % approved.
    expect(total.sources.letters / 100).toBeGreaterThan(2500);
    expect(total.sources.letters / 100).toBeLessThan(6500);
  });
});

describe('planned letters', () => {
  const sold = (minors: number[]) =>
    minors.map((minor, i) =>
      booked(100, { id: `M${i}`, homeAmount: { minor, currency: 'TWD' }, changed: NOW - 50 * DAY }),
    );

  it('leave within two weeks after they fall due, whatever the day of the month', () => {
    const rows = sold([10_000, 10_000, 10_000, 10_000, 10_000]);
    const months = (ahead: number) =>
      look(rows, { planned: [{ ahead, recommendations: 500 }] }).months.flatMap(
        ({ expected }, month) => (expected > 0 ? [month] : []),
      );
    expect(months(0)).toEqual([2]);
    expect(months(0.2)).toEqual([2]);
    expect(months(3.9)).toEqual([6]);
    expect(months(11.9)).toEqual([]);
    expect(months(3.7)).toEqual([5, 6]);
  });
});

describe('inflowOf', () => {
  const paid = (id: string, days: number, productId = 'P-rank') =>
    booked(300, { id, productId, changed: NOW - (300 - days) * DAY });

  it('learns a product’s own lags from five payments on, else those of all', () => {
    const rows = [1, 2, 3, 4, 5].map((i) => paid(`M${i}`, 20 + i));
    const { lags } = inflowOf([...rows, paid('X', 60, 'P-new')]);
    expect(lags('P-rank').map((lag) => lag / DAY)).toEqual([21, 22, 23, 24, 25]);
    expect(lags('P-new')).toHaveLength(6);
    expect(inflowOf([]).lags('P-rank')[0]).toBe(30 * DAY);
  });

  it('learns how a product’s commissions differ from five on, else from all, else takes them for alike', () => {
    const earned = (id: string, minor: number, productId = 'P-rank') =>
      booked(100, { id, productId, homeAmount: { minor, currency: 'TWD' } });
    const rows = [50, 150, 50, 150, 100].map((minor, i) => earned(`M${i}`, minor));
    const { spread } = inflowOf([...rows, earned('X', 999, 'P-new'), earned('back', -100)]);
    expect(spread('P-rank')).toEqual([0.5, 1.5, 0.5, 1.5, 1]);
    expect(spread('P-new')).toEqual(spread('P-rank'));
    expect(inflowOf([]).spread('P-rank')).toEqual([1]);
  });

  it('draws a lag that is longer than what has passed', () => {
    const chance = chanceFrom('lag');
    const drawn = Array.from({ length: 50 }, () => drawLag([1, 2, 3, 4], 2, chance));
    expect(new Set(drawn)).toEqual(new Set([3, 4]));
    expect(drawLag([1, 2], 7, chance)).toBe(7);
  });
});
