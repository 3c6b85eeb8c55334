import { saleWorths } from '../../../../src/core/revenue/value/sale-worth';
import {
  type Subscription,
  subscriptionsOf,
} from '../../../../src/core/revenue/value/subscription';
import { chanceFrom } from '../../../../src/core/statistics/chance';
import { drawBeta } from '../../../../src/core/statistics/draws';
import { quantile } from '../../../../src/core/statistics/interval';
import type { Commission, Product } from '../../../../src/core/workbook';
import { aCommission, aProduct, NOW } from '../../../support/rows';

const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const rates = new Map([['USD', 30]]);
const worth = (product: Partial<Product>, rows: Commission[] = [], given?: Subscription[]) => {
  const products = [aProduct(product)];
  const subscriptions = given ?? subscriptionsOf(rows, products, 'TWD', NOW);
  const found = saleWorths(products, rows, subscriptions, { rates, home: 'TWD', now: NOW });
  return found.get('P-rank');
};
const paid = (minor: number, given: Partial<Commission> = {}) =>
  aCommission({
    productId: 'P-rank',
    clientId: 'C-lin',
    homeAmount: { minor, currency: 'TWD' },
    ...given,
  });

describe('saleWorths', () => {
  it('takes the row’s word before anything was paid, at home', () => {
    expect(worth({ pays: 'once', amount: 10, currency: 'USD' })).toMatchObject({
      value: 30_000,
      range: null,
      payments: 0,
    });
  });

  it('knows no worth without amount, rate or, for a percentage, a sale', () => {
    expect(worth({ pays: 'once', amount: null })?.value).toBeNull();
    expect(worth({ pays: 'once', currency: 'EUR' })?.value).toBeNull();
    expect(worth({ pays: 'percent', amount: 20 })?.value).toBeNull();
    expect(worth({ pays: 'monthly', amount: null })).toMatchObject({ value: null, range: null });
  });

  it('believes payments more than the row, the more there are', () => {
    const rows = Array.from({ length: 18 }, () => paid(10_000));
    expect(worth({ pays: 'once', amount: 1000 }, rows)?.value).toBe(19_000);
  });

  it('goes by the last year’s payments, or older ones where it had none', () => {
    const old = paid(90_000, { at: at('2024-01-01') });
    const both = [old, paid(10_000), paid(30_000)];
    expect(worth({ pays: 'percent', amount: 20 }, [old])?.value).toBe(90_000);
    expect(worth({ pays: 'percent', amount: 20 }, both)?.value).toBe(40_000);
  });

  it('leaves out what was reversed or has no home amount', () => {
    const rows = [
      paid(1, { status: 'reversed' }),
      aCommission({ productId: 'P-rank', homeAmount: null }),
    ];
    expect(worth({ pays: 'percent', amount: 20 }, rows)?.value).toBeNull();
  });

  it('counts a monthly product’s payments for five years at most, with a range', () => {
    const found = worth({ pays: 'monthly', amount: 100 });
    const expected = found?.lasting?.expected ?? 0;
    expect(expected).toBeGreaterThan(10);
    expect(expected).toBeLessThan(60);
    expect(found?.value).toBeCloseTo(10_000 * expected, 6);
    expect((found?.range?.high ?? 0) / (found?.range?.low ?? 1)).toBeGreaterThan(3);
    expect(worth({ pays: 'monthly', amount: 100, months: 3 })?.lasting?.expected).toBeLessThan(3);
  });

  it('finds the lifetime value of made-up subscriptions about as well as the model is known to', () => {
    const errors = (count: number) =>
      Array.from({ length: 60 }, (_, i) => {
        const chance = chanceFrom('lifetime', String(count), String(i));
        const product = { pays: 'monthly' as const, amount: 100, months: 24 };
        const { truth, subscriptions } = cohort(count, 24, chance);
        const told = worth(product, [], subscriptions)?.lasting?.expected ?? 0;
        return Math.abs(told / truth - 1);
      });
    expect(quantile(errors(10), 0.5)).toBeLessThan(0.25);
    expect(quantile(errors(100), 0.5)).toBeLessThan(0.1);
  });
});

/** Subscriptions whose clients leave with chances of their own, watched for six to eighteen months. */
function cohort(count: number, most: number, chance: () => number) {
  const [alpha, beta] = [1, 9 + 10 * chance()];
  const subscriptions = Array.from({ length: count }, (_, i): Subscription => {
    const leaves = drawBeta(alpha, beta, chance);
    const watched = 6 + Math.floor(chance() * 12);
    let payments = 1;
    while (payments < watched && chance() >= leaves) payments++;
    const ended = payments < watched;
    const base = { productId: 'P-rank', first: 0, due: 0, amounts: [], complete: false };
    return { ...base, clientId: `C${i}`, payments, ended };
  });
  let [share, truth] = [1, 0];
  for (let nth = 0; nth < most; nth++) {
    truth += share;
    share *= (beta + nth) / (alpha + beta + nth);
  }
  return { truth, subscriptions };
}
