import { aClient } from '../../../support/rows';
import { aLife, momentsOf } from '../../../support/lives';

const on = (since: string, today: string, waitDays = 0) =>
  momentsOf('yearly', { waitDays }, aLife({ client: aClient({ since }) }), today).filter(
    ({ from, until }) => from <= today && today <= until,
  );

it('comes on each anniversary and for thirty days after it', () => {
  expect(on('2024-11-21', '2026-11-20')).toEqual([]);
  expect(on('2024-11-21', '2026-11-21')).toEqual([
    { period: '2026', from: '2026-11-21', until: '2026-12-21' },
  ]);
  expect(on('2024-11-21', '2026-12-22')).toEqual([]);
});

it('does not come on the first day, nor where it is not known', () => {
  expect(on('2026-11-21', '2026-11-21')).toEqual([]);
  expect(on('', '2026-11-21')).toEqual([]);
});

it('falls on the last of February where that has no 29th', () => {
  expect(on('2024-02-29', '2026-02-28')).toMatchObject([{ period: '2026' }]);
});

it('keeps its year where the wait carries it over New Year', () => {
  expect(on('2020-12-27', '2027-01-06', 10)).toMatchObject([{ period: '2026' }]);
});
