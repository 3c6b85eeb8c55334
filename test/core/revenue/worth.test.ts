import { worthOf, type WorthInput } from '../../../src/core/revenue/worth';
import { worthRows } from '../../../src/core/revenue/worth-rows';
import type { Commission } from '../../../src/core/workbook';
import { aClick, aClient, aCommission, aLetter, aProduct, NOW, TODAY } from '../../support/rows';

const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const twd = (minor: number) => ({ minor, currency: 'TWD' });
const sale = (given: Partial<Commission>) =>
  aCommission({
    clientId: 'C0',
    productId: 'P-rank',
    at: at('2026-02-01'),
    changed: at('2026-03-01'),
    ...given,
  });
const base: WorthInput = {
  clients: [
    aClient({ id: 'C0', industry: 'Bakery', pastWork: ['SEO', 'logo'] }),
    aClient({ id: 'C1', industry: 'law', pastWork: [], stage: '', language: '' }),
  ],
  products: [aProduct({ pays: 'once', amount: 100 }), aProduct({ id: 'P-other', network: 'Awin' })],
  letters: ['C0', 'C1'].map((clientId) =>
    aLetter({ id: `L-${clientId}`, clientId, status: 'sent', sent: at('2026-01-10') }),
  ),
  clicks: [aClick(), aClick({ id: 'robot', counted: false })],
  commissions: [
    sale({}),
    sale({ id: 'M2', status: 'pending', clientId: 'C1', at: at('2026-11-01') }),
  ],
  rates: new Map(),
  planned: [],
};
const worth = (given: Partial<WorthInput> = {}) => worthOf({ ...base, ...given }, 'TWD', NOW);

describe('worthOf', () => {
  it('tells what a product brought by letter and tap, with its cases and interval', () => {
    const { products } = worthRows(worth(), TODAY, twd(0));
    expect(products[0]).toMatchObject({
      id: 'P-rank',
      recommended: 2,
      bought: 2,
      conversion: 1,
      conversionHigh: 1,
      taps: 1,
      sales: 2,
      earned: twd(10_000),
      pending: twd(10_000),
      perLetter: twd(5000),
      perTap: twd(10_000),
      lifetime: twd(10_000),
    });
    expect(products[1]).toMatchObject({ recommended: 0, conversion: null, perLetter: null });
  });

  it('sums products up by network', () => {
    const found = worth({ products: [...base.products, aProduct({ id: 'P-third' })] }).networks;
    expect(found.map(({ network, products, sales }) => [network, products, sales])).toEqual([
      ['Impact', 2, 2],
      ['Awin', 1, 0],
    ]);
  });

  it('parts clients by industry, past work, stage, language and channel', () => {
    const found = worth().segments.map(
      ({ kind, segment, clients, recommended, bought, lifetime }) =>
        [kind, segment, clients, recommended, bought, lifetime].join(' '),
    );
    expect(found.sort()).toEqual([
      'channel email 2 2 2 10000',
      'industry bakery 1 1 1 10000',
      'industry law 1 1 1 10000',
      'language en 1 1 1 10000',
      'past work logo 1 1 1 10000',
      'past work seo 1 1 1 10000',
      'stage Delivered 1 1 1 10000',
    ]);
  });

  it('shows a range alone under ten subscriptions, and the value from ten on', () => {
    const monthly = { products: [aProduct({ pays: 'monthly', amount: 100, months: null })] };
    const row = (count: number) => {
      const commissions = Array.from({ length: count }, (_, i) =>
        sale({ id: `M${i}`, clientId: `C${i}`, at: at('2026-11-01') }),
      );
      return worthRows(worth({ ...monthly, commissions }), TODAY, twd(0)).products[0];
    };
    expect(row(9)).toMatchObject({ subscriptions: 9, going: 9, lifetime: null });
    expect(row(10)?.lifetime?.minor).toBeGreaterThan(row(10)?.lifetimeLow?.minor ?? Infinity);
    expect(row(10)?.lifetime?.minor).toBeLessThan(row(10)?.lifetimeHigh?.minor ?? 0);
  });

  it('tells what each purchase brought and should still bring', () => {
    const products = [aProduct({ pays: 'monthly', amount: 100, months: 3 })];
    const commissions = [
      sale({ at: at('2026-09-20') }),
      sale({ id: 'M2', at: at('2026-10-20') }),
      sale({ id: 'M3', clientId: 'C1', at: at('2025-01-01') }),
    ];
    const { sales } = worth({ products, commissions });
    expect(sales.find(({ clientId }) => clientId === 'C0')?.earned).toBe(20_000);
    expect(sales.find(({ clientId }) => clientId === 'C0')?.toCome).toBeGreaterThan(5000);
    expect(sales.find(({ clientId }) => clientId === 'C1')?.toCome).toBe(0);
  });
});

it('makes a row of the forecast for each month and the year, the same each time', () => {
  const rows = () => worthRows(worth(), TODAY, twd(1_200_000)).forecasts;
  expect(rows()).toEqual(rows());
  expect(rows()).toHaveLength(13);
  expect(rows()[0]).toMatchObject({ ahead: '1', from: TODAY, plan: twd(100_000) });
  expect(rows()[12]).toMatchObject({ ahead: 'year', from: TODAY, plan: twd(1_200_000) });
});
