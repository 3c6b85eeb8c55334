import {
  readHistory,
  recommend,
  saleRate,
  yearlyCommission,
} from '../../../src/core/letters/recommendation';
import type { Product } from '../../../src/core/workbook';
import { aClient, aCommission, aLetter, aProduct } from '../../support/rows';

const QUARTER = '2026-Q4';
const none = readHistory([], [], QUARTER);
const rates = new Map([['USD', 30]]);
const names = (products: Product[], history = none, client = aClient(), count = 2) =>
  recommend(client, products, history, rates, 'TWD', count).map(({ product }) => product.id);

describe('recommend', () => {
  it('takes what fits past work, needs or industry, by what it should bring in a year', () => {
    const products = [
      aProduct({ id: 'small', amount: 100, category: 'a' }),
      aProduct({ id: 'large', amount: 900, category: 'b', goodFor: ['bakery'] }),
      aProduct({ id: 'usd', amount: 50, currency: 'USD', category: 'c' }),
      aProduct({ id: 'misfit', amount: 9000, category: 'd', goodFor: ['law'] }),
    ];
    expect(names(products)).toEqual(['usd', 'large']);
  });

  it('fits anyone where a product names nobody', () => {
    expect(names([aProduct({ goodFor: [], category: 'other' })])).toEqual(['P-rank']);
  });

  it('leaves out what was bought, and what is not active', () => {
    const bought = readHistory(
      [],
      [aCommission({ clientId: 'C-lin', productId: 'P-rank' })],
      QUARTER,
    );
    expect(names([aProduct()], bought)).toEqual([]);
    expect(names([aProduct({ active: false })])).toEqual([]);
  });

  it('offers again what was bought and given back', () => {
    const given = { clientId: 'C-lin', productId: 'P-rank', status: 'reversed' as const };
    expect(names([aProduct()], readHistory([], [aCommission(given)], QUARTER))).toEqual(['P-rank']);
  });

  it.each([
    ['2026-Q4', []],
    ['2026-Q3', []],
    ['2026-Q2', []],
    ['2026-Q1', ['P-rank']],
  ])('rests what a letter of %s recommended for two quarters', (period, expected) => {
    const history = readHistory([aLetter({ period, status: 'sent' })], [], QUARTER);
    expect(names([aProduct()], history)).toEqual(expected);
  });

  it('does not count a letter that was skipped', () => {
    const history = readHistory([aLetter({ period: '2026-Q3', status: 'skipped' })], [], QUARTER);
    expect(names([aProduct()], history)).toEqual(['P-rank']);
  });

  it('takes two of different kinds where it can, and of one kind where it must', () => {
    const products = [
      aProduct({ id: 'a', amount: 900, category: 'mail' }),
      aProduct({ id: 'b', amount: 800, category: 'Mail' }),
      aProduct({ id: 'c', amount: 100, category: 'host' }),
    ];
    expect(names(products)).toEqual(['a', 'c']);
    expect(names(products.slice(0, 2))).toEqual(['a', 'b']);
  });

  it('prefers what has sold, once it has', () => {
    const letters = Array.from({ length: 40 }, (_, i) =>
      aLetter({
        id: `L${i}`,
        clientId: `C${i}`,
        period: '2026-Q1',
        status: 'sent',
        products: ['cold', 'hot'],
      }),
    );
    const sales = [1, 2, 3, 4].map((i) =>
      aCommission({ id: `M${i}`, clientId: `C${i}`, productId: 'hot' }),
    );
    const history = readHistory(letters, sales, QUARTER);
    const products = [
      aProduct({ id: 'cold', amount: 1200, category: 'a' }),
      aProduct({ id: 'hot', amount: 1000, category: 'b' }),
    ];
    expect(names(products, none)).toEqual(['cold', 'hot']);
    expect(names(products, history)).toEqual(['hot', 'cold']);
    expect(saleRate('hot', history)).toBeCloseTo(5.5 / 70);
  });

  it('says why it chose', () => {
    const [choice] = recommend(aClient(), [aProduct()], none, rates, 'TWD', 1);
    expect(choice?.why).toBe(
      'fits “SEO”; a sale brings NT$3,000 a year; 0 sold in 0 recommendations so far',
    );
  });
});

describe('yearlyCommission', () => {
  const minor = (given: Partial<Product>, history = none) =>
    yearlyCommission(aProduct(given), history, rates, 'TWD')?.minor;

  it('is what a year brings, at home', () => {
    expect(minor({ pays: 'once', amount: 100 })).toBe(10_000);
    expect(minor({ pays: 'monthly', amount: 100 })).toBe(120_000);
    expect(minor({ pays: 'monthly', amount: 100, months: 3 })).toBe(30_000);
    expect(minor({ pays: 'monthly', amount: 100, months: 24 })).toBe(120_000);
    expect(minor({ pays: 'yearly', amount: 10, currency: 'USD' })).toBe(30_000);
  });

  it('is not known without a rate, an amount or, for a percentage, a sale', () => {
    expect(minor({ currency: 'EUR' })).toBeUndefined();
    expect(minor({ amount: null })).toBeUndefined();
    expect(minor({ pays: 'percent', amount: 20 })).toBeUndefined();
  });

  it('of a percentage is what its sales brought on average', () => {
    const sales = [10_000, 30_000].map((value, i) =>
      aCommission({
        id: `M${i}`,
        productId: 'P-rank',
        homeAmount: { minor: value, currency: 'TWD' },
      }),
    );
    sales.push(aCommission({ productId: 'P-rank', homeAmount: { minor: 9, currency: 'EUR' } }));
    expect(minor({ pays: 'percent', amount: 20 }, readHistory([], sales, QUARTER))).toBe(20_000);
  });
});
