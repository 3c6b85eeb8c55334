import {
  addDays,
  dayOf,
  monthsUpTo,
  parseDay,
  parseInstant,
  quarterOf,
  quarterPlus,
  quarterStart,
  showDay,
  startOf,
} from '../../src/core/calendar';

const at = Date.parse('2026-11-20T17:30:00Z');

describe('days', () => {
  it('are those of the zone, not of the machine', () => {
    expect(dayOf(at, 'Asia/Taipei')).toBe('2026-11-21');
    expect(dayOf(at, 'America/Los_Angeles')).toBe('2026-11-20');
  });

  it('begin at midnight of the zone, over a change of clocks too', () => {
    expect(startOf('2026-03-30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T22:00:00Z'));
    expect(startOf('2026-03-29', 'Europe/Berlin')).toBe(Date.parse('2026-03-28T23:00:00Z'));
  });

  it('are added across months', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  });

  it.each(['2026-11-21', '2026/11/21', ' 2026.11.21 '])('are read from %s', (text) => {
    expect(parseDay(text)).toBe('2026-11-21');
  });

  it.each(['21.11.2026', '2026-13-01', 'soon', ''])('are not read from “%s”', (text) => {
    expect(() => parseDay(text)).toThrow('is not a date');
  });

  it('are shown as the reader writes them', () => {
    expect(showDay('2026-11-21', 'en')).toBe('November 21, 2026');
    expect(showDay('2026-11-21', 'de')).toBe('21. November 2026');
    expect(showDay('2026-11-21', 'zh-TW')).toBe('2026年11月21日');
  });
});

describe('instants', () => {
  it('are read in the zone, unless they bring their own', () => {
    expect(parseInstant('2026-11-21 01:30', 'Asia/Taipei')).toBe(at);
    expect(parseInstant('2026-11-20T17:30:00Z', 'Asia/Taipei')).toBe(at);
    expect(parseInstant('2026-11-20T18:30:00+01:00', 'Asia/Taipei')).toBe(at);
  });

  it('are refused where they cannot be read', () => {
    expect(() => parseInstant('11/20/2026', 'UTC')).toThrow('“11/20/2026” is not a date');
  });
});

describe('quarters', () => {
  it('hold three months each', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });

  it('are counted across years', () => {
    expect(quarterPlus('2026-Q4', 1)).toBe('2027-Q1');
    expect(quarterPlus('2026-Q1', -2)).toBe('2025-Q3');
  });

  it('start on the first of a month', () => {
    expect(quarterStart('2026-Q4')).toBe('2026-10-01');
  });
});

it('lists the last months, oldest first', () => {
  expect(monthsUpTo('2026-02-15', 3)).toEqual(['2025-12', '2026-01', '2026-02']);
});
