import { kaplanMeier, renewalsOf } from '../../../../src/core/revenue/value/renewals';
import { mostPayments, subscriptionsOf } from '../../../../src/core/revenue/value/subscription';
import type { Commission, Product } from '../../../../src/core/workbook';
import { aCommission, aProduct } from '../../../support/rows';

const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const monthly = aProduct({ pays: 'monthly', months: null });
let serial = 0;
const paid = (day: string, given: Partial<Commission> = {}) =>
  aCommission({
    id: `M${serial++}`,
    clientId: 'C-lin',
    productId: 'P-rank',
    at: at(day),
    homeAmount: { minor: 500, currency: 'TWD' },
    ...given,
  });
const follow = (rows: Commission[], now: string, product: Product = monthly) =>
  subscriptionsOf(rows, [product], 'TWD', at(now));

describe('subscriptionsOf', () => {
  it('makes one chain of a client’s payments, whatever their order', () => {
    const rows = [paid('2026-03-04'), paid('2026-01-05'), paid('2026-02-04')];
    expect(follow(rows, '2026-03-20')).toMatchObject([
      { clientId: 'C-lin', payments: 3, amounts: [500, 500, 500], ended: false, complete: false },
    ]);
  });

  it('takes a payment that is missing between two others for made', () => {
    expect(follow([paid('2026-01-05'), paid('2026-04-05')], '2026-04-20')[0]?.payments).toBe(4);
  });

  it('parts clients and products, and leaves out what does not pay again', () => {
    const rows = [
      paid('2026-01-05'),
      paid('2026-01-05', { clientId: 'C-wu' }),
      paid('2026-01-05', { clientId: '' }),
      paid('2026-01-05', { productId: 'P-gone' }),
      paid('2026-01-05', { status: 'reversed', clientId: 'C-x' }),
      paid('2026-01-05', { homeAmount: null, clientId: 'C-y' }),
    ];
    expect(follow(rows, '2026-01-20').map(({ clientId }) => clientId)).toEqual(['C-lin', 'C-wu']);
    expect(follow(rows, '2026-01-20', { ...monthly, pays: 'once' })).toEqual([]);
  });

  it('has ended 45 days after a payment was due, once its network told of others', () => {
    const rows = [paid('2026-01-05')];
    const news = (day: string) => [...rows, paid(day, { clientId: 'C-wu' })];
    const ended = (all: Commission[], now: string) => follow(all, now)[0]?.ended;
    expect(ended(news('2026-03-15'), '2026-05-01')).toBe(false);
    expect(ended(news('2026-03-25'), '2026-05-01')).toBe(true);
    expect(ended(rows, '2026-08-01')).toBe(false);
    expect(ended(rows, '2026-10-01')).toBe(true);
  });

  it('is complete, not ended, after the months that a programme pays for', () => {
    const product = { ...monthly, months: 2 };
    expect(
      follow([paid('2025-01-05'), paid('2025-02-05')], '2026-10-01', product)[0],
    ).toMatchObject({ complete: true, ended: false });
  });

  it('counts yearly payments in years', () => {
    const product = { ...monthly, pays: 'yearly' as const };
    const [found] = follow([paid('2024-01-05'), paid('2025-01-09')], '2025-12-01', product);
    expect(found).toMatchObject({ payments: 2, ended: false });
    expect(mostPayments(product)).toBe(5);
    expect(mostPayments({ ...monthly, months: 7 })).toBe(7);
    expect(mostPayments({ pays: 'once', months: null })).toBe(1);
  });
});

it('counts renewals so that one still going says nothing of the next', () => {
  const renewals = renewalsOf([
    { payments: 1, ended: true },
    { payments: 1, ended: false },
    { payments: 3, ended: true },
    { payments: 3, ended: false },
  ]);
  expect(renewals).toEqual({ left: [1, 0, 1], stayed: [2, 2, 0] });
  expect(kaplanMeier(renewals).map((share) => share.toFixed(3))).toEqual([
    '1.000',
    '0.667',
    '0.667',
    '0.000',
  ]);
});
