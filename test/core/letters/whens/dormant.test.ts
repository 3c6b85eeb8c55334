import { aLife, aPast, momentsOf } from '../../../support/lives';

const dormant = (given: Parameters<typeof aLife>[0] = {}) =>
  momentsOf('dormant', { waitDays: 180 }, aLife(given))[0];

it('comes days after the client was first seen', () => {
  expect(dormant()).toMatchObject({ period: '2026-05-01', from: '2026-10-28' });
  expect(dormant({ firstSeen: '' })).toBeUndefined();
});

it('counts from the last sign of life, and letters of ours are none', () => {
  const tap = { letterId: 'L-one', productId: 'P-rank', day: '2026-11-10' };
  expect(dormant({ taps: [tap] })?.period).toBe('2026-11-10');
  expect(dormant({ letters: [aPast({ outcome: 'replied' })] })?.period).toBe('2026-11-01');
  expect(dormant({ letters: [aPast({ outcome: 'quiet' })] })?.period).toBe('2026-05-01');
});

it('counts from the day of an answer, however old the letter is', () => {
  const old = { sentOn: '2026-01-05', answeredOn: '2026-06-20' };
  const letters = [aPast({ ...old, outcome: 'bought' })];
  expect(dormant({ letters })).toMatchObject({ period: '2026-06-20', from: '2026-12-17' });
});

it('does not come twice at once where a sign is taken back', () => {
  const letters = [aPast({ occasionId: 'tried', period: '2026-05-09', sentOn: '2026-11-05' })];
  expect(dormant({ letters })?.from).toBe('2027-05-04');
});
