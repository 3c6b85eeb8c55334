import { aLife, momentsOf, refusalOf } from '../../../support/lives';

const sold = (...days: string[]) => days.map((day) => ({ productId: 'P-rank', day }));
const bought = (sales: { productId: string; day: string }[], detail = '') =>
  momentsOf('bought', { detail, waitDays: 30 }, aLife({ sales }));

it('comes once for a purchase that pays again and again', () => {
  expect(bought(sold('2026-09-01', '2026-10-01', '2026-11-01'))).toMatchObject([
    { period: 'P-rank 2026', from: '2026-10-01' },
  ]);
});

it('comes again for a renewal', () => {
  expect(bought(sold('2025-10-01', '2026-10-01')).map(({ period }) => period)).toEqual([
    'P-rank 2025',
    'P-rank 2026',
  ]);
});

it('keeps to the product that it names', () => {
  expect(bought(sold('2026-10-01'), 'rankly')).toHaveLength(1);
  expect(bought([{ productId: 'P-host', day: '2026-10-01' }], 'Rankly')).toEqual([]);
  expect(refusalOf('bought', { detail: 'Ranky', waitDays: 1 })?.sentence).toContain(
    'is no product',
  );
});

it('is not ended by the purchase that it follows', () => {
  expect(bought(sold('2026-10-01'))[0]?.stops?.at).not.toContain('bought');
});
