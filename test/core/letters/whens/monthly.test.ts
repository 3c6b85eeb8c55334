import { aLife, momentsOf } from '../../../support/lives';

it('comes once in each month, also over the end of a year', () => {
  expect(momentsOf('monthly', { waitDays: 4 }, aLife(), '2026-12-31')).toEqual([
    { period: '2026-12', from: '2026-12-05', until: '2026-12-31' },
    { period: '2027-01', from: '2027-01-05', until: '2027-01-31' },
  ]);
});
