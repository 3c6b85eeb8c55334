import {
  agreedOrder,
  instantOf,
  orderTold,
  readDate,
  readDateAndTime,
} from '../../../../src/core/revenue/reports/dates';

const PLAIN = { order: undefined, hasShortYears: false };

it.each([
  ['2026-09-15', '2026-09-15T00:00:00'],
  ['2026/9/5 7:08', '2026-09-05T07:08:00'],
  ['2026年9月15日', '2026-09-15T00:00:00'],
  ['2026-09-15T10:11:12.345678', '2026-09-15T10:11:12.345'],
  ['15.09.2026 10:30:00', '2026-09-15T10:30:00'],
  ['05.09.2026', '2026-09-05T00:00:00'],
  ['25/09/2026', '2026-09-25T00:00:00'],
  ['09/25/2026 2:30 PM', '2026-09-25T14:30:00'],
  ['05/05/2026', '2026-05-05T00:00:00'],
  ['September 15 2026', '2026-09-15T00:00:00'],
  ['Sep. 5, 2026 at 12:05 am', '2026-09-05T00:05:00'],
  ['Tue, 15 Sep 2026 10:11:12', '2026-09-15T10:11:12'],
  ['05-Oct-2026 10:20:30', '2026-10-05T10:20:30'],
  ['05-Oct-26', '2026-10-05T00:00:00'],
  ['15. März 2026', '2026-03-15T00:00:00'],
  ['1 févr. 2026', '2026-02-01T00:00:00'],
  ['15 de septiembre de 2026', '2026-09-15T00:00:00'],
  ['3 août 2026', '2026-08-03T00:00:00'],
  ['12 maart 2026', '2026-03-12T00:00:00'],
  ['12 października 2026', '2026-10-12T00:00:00'],
])('reads %s', (text, local) => {
  expect(readDate(text, PLAIN)).toEqual({ local, zone: undefined });
});

it.each([
  ['2026-09-15T10:00:00Z', 'UTC', '2026-09-15T10:00:00Z'],
  ['2026-09-15 10:00:00 +0530', '+05:30', '2026-09-15T04:30:00Z'],
  ['2026-09-15 10:00 (PDT)', '-07:00', '2026-09-15T17:00:00Z'],
  ['2026-09-15 10:00 Europe/Berlin', 'Europe/Berlin', '2026-09-15T08:00:00Z'],
  ['2026-09-15 10:00 GMT+02:00', '+02:00', '2026-09-15T08:00:00Z'],
])('keeps the zone of %s', (text, zone, instant) => {
  const date = readDate(text, PLAIN);
  expect(date.zone).toBe(zone);
  expect(instantOf(date, 'Asia/Taipei')).toBe(Date.parse(instant));
});

it.each([
  ['03/04/2026', 'may be read in two ways'],
  ['14/9/26', 'is not a date'],
  ['13/13/2026', 'is not a date'],
  ['31/02/2026', '“31/02/2026” is not a date'],
  ['spring', 'is not a date'],
  ['15 jui 2026', 'is not a date'],
  ['46345', 'is not a date'],
  ['2026-09-15 25:00', 'is not a date'],
  ['2026-09-15 10:00 CST', 'not a time zone that means one thing'],
])('refuses %s', (text, why) => {
  expect(() => instantOf(readDate(text, PLAIN), 'UTC')).toThrow(why);
});

it('goes by the order that a report agrees on, and by what is known of its years', () => {
  expect(agreedOrder(['03/04/2026', '3/25/2026'])).toBe('mdy');
  expect(agreedOrder(['03/04/2026', '25/3/2026', '3/25/2026'])).toBeUndefined();
  expect(readDate('03/04/2026', { ...PLAIN, order: 'mdy' }).local).toBe('2026-03-04T00:00:00');
  expect(readDate('3/4/26', { order: 'dmy', hasShortYears: true }).local).toBe(
    '2026-04-03T00:00:00',
  );
  expect(orderTold('05.06.2026')).toBe('dmy');
});

it('puts a time from a cell of its own to the day', () => {
  expect(readDateAndTime('2026-09-15', '10:11:12', PLAIN).local).toBe('2026-09-15T10:11:12');
  expect(readDateAndTime('2026-09-15', '', PLAIN).local).toBe('2026-09-15T00:00:00');
  expect(() => readDateAndTime('2026-09-15', 'noon', PLAIN)).toThrow('“noon” is not a date');
});
