import { aLife, aPast, momentsOf } from '../../../support/lives';

const TAP = { letterId: 'L-one', productId: 'P-rank', day: '2026-11-10' };
const tapped = (given: Parameters<typeof aLife>[0] = {}) =>
  momentsOf('tapped', { waitDays: 7 }, aLife({ letters: [aPast()], taps: [TAP], ...given }));

it('comes once for each letter in which something was tapped, about that', () => {
  const again = { ...TAP, day: '2026-11-12' };
  const other = { ...TAP, productId: 'P-host', day: '2026-11-12' };
  expect(tapped({ taps: [again, TAP, other] })).toMatchObject([
    { period: 'L-one', from: '2026-11-17', about: ['P-rank', 'P-host'] },
  ]);
});

it('is not about what was bought', () => {
  expect(tapped({ sales: [{ productId: 'P-rank', day: '2026-11-11' }] })).toEqual([]);
  expect(tapped({ sales: [{ productId: 'P-host', day: '2026-11-11' }] })).toHaveLength(1);
});

it('does not answer taps in such an answer', () => {
  expect(tapped({ letters: [aPast({ occasionId: 'tried' })] })).toEqual([]);
});

it('does not come without a tap', () => {
  expect(tapped({ taps: [] })).toEqual([]);
});
