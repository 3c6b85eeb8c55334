import { aLife, momentsOf, refusalOf } from '../../../support/lives';

it('comes once in each quarter, after the days that it waits', () => {
  expect(momentsOf('quarterly', { waitDays: 10 }, aLife())).toEqual([
    { period: '2026-Q4', from: '2026-10-11', until: '2026-12-31' },
    { period: '2027-Q1', from: '2027-01-11', until: '2027-03-31' },
  ]);
});

it('refuses a wait that is longer than the shortest quarter', () => {
  expect(refusalOf('quarterly', { waitDays: 90 })).toMatchObject({
    column: 'Wait days',
    value: '90',
  });
});
