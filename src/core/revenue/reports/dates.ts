import { type Instant, isDay, parseInstant } from '../../calendar';
import { cut, Problem } from '../../problem';
import { monthNamed } from './months';
import { zoneOf } from './zones';

/** What comes first in a report's dates of three numbers. */
export type DateOrder = 'dmy' | 'mdy';

/** A date and time as clocks show it, with the zone that stands beside it, where one does. */
export interface ReadDate {
  /** Such as `2026-09-15T10:11:12`. */
  local: string;
  zone: string | undefined;
}

export interface DateHabits {
  /** Undefined where nothing tells it. */
  order: DateOrder | undefined;
  /** Whether years of two digits are known to stand last in this report. */
  hasShortYears: boolean;
}

const THREE_NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

/** Which of day and month comes first, as far as one cell tells; undefined where it does not. */
export function orderTold(text: string): DateOrder | 'either' | undefined {
  const [, first = '', sign = '', second = ''] = THREE_NUMBERS.exec(text.trim()) ?? [];
  if (first === '') return undefined;
  if (Number(first) > 12) return 'dmy';
  if (Number(second) > 12) return 'mdy';
  // Whoever writes full stops puts the day first; the same number twice is one date either way.
  if (sign === '.') return 'dmy';
  return first === second ? undefined : 'either';
}

/** The order that a report's dates agree on; undefined where none tells, or some contradict. */
export function agreedOrder(texts: Iterable<string>): DateOrder | undefined {
  const told = new Set<DateOrder>();
  for (const text of texts) {
    const order = orderTold(text);
    if (order === 'dmy' || order === 'mdy') told.add(order);
  }
  const [only] = told;
  return told.size === 1 ? only : undefined;
}

/**
 * A date, with a time or without: `2026-09-15 10:11`, `15.09.2026`, `Sep 15, 2026 2:30 PM`,
 * `15-Sep-2026 10:11:12`. Throws a `Problem` for anything else, and for one that may be read in two ways.
 */
export function readDate(text: string, habits: DateHabits): ReadDate {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const found = byYear(plain) ?? byNumbers(plain, habits) ?? byMonthName(plain);
  if (found === undefined || !isDay(found.day)) throw noDate(text);
  const time = readTime(found.rest);
  if (time === undefined) throw noDate(text);
  return { local: `${found.day}T${time.clock}`, zone: time.zone };
}

/** A date and a time from cells of their own. */
export function readDateAndTime(date: string, time: string, habits: DateHabits): ReadDate {
  const day = readDate(date, habits);
  if (time.trim() === '') return day;
  const clock = readTime(` ${time.trim()}`);
  if (clock === undefined) throw noDate(time);
  return { local: `${day.local.slice(0, 10)}T${clock.clock}`, zone: clock.zone ?? day.zone };
}

/** The instant at which clocks in the date's own zone, or else in `zone`, showed it. */
export function instantOf({ local, zone }: ReadDate, usual: string): Instant {
  return parseInstant(local, zone ?? usual);
}

interface DayFound {
  day: string;
  /** What stands behind the day. */
  rest: string;
}

function byYear(plain: string): DayFound | undefined {
  const [whole = '', year = '', month = '', day = ''] =
    /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?/.exec(plain) ?? [];
  return whole === '' ? undefined : found(year, month, day, plain.slice(whole.length));
}

function byNumbers(plain: string, { order, hasShortYears }: DateHabits): DayFound | undefined {
  const [whole = '', first = '', , second = '', year = ''] = THREE_NUMBERS.exec(plain) ?? [];
  if (whole === '' || (year.length === 2 && !hasShortYears)) return undefined;
  const told = orderTold(plain);
  const agreed = told === 'either' ? order : told;
  if (told === 'either' && agreed === undefined) throw twoDates(plain);
  const [day, month] = agreed === 'mdy' ? [second, first] : [first, second];
  return found(fullYear(year), month, day, plain.slice(whole.length));
}

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i;

function byMonthName(plain: string): DayFound | undefined {
  const said = plain.replace(WEEKDAY, '');
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]?(?:de |of )?(\p{L}{3,}\.?)[ ,-]*(?:de |del )?(\d{4}|'?\d{2})(?!\d)/u;
  const monthFirst = /^(\p{L}{3,}\.?)[ -](\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4})(?!\d)/u;
  const [one = '', day = '', month = '', year = ''] = dayFirst.exec(said) ?? [];
  if (one !== '') return named(month, day, fullYear(year.replace("'", '')), said.slice(one.length));
  const [two = '', name = '', dayTwo = '', yearTwo = ''] = monthFirst.exec(said) ?? [];
  return two === '' ? undefined : named(name, dayTwo, yearTwo, said.slice(two.length));
}

function named(name: string, day: string, year: string, rest: string): DayFound | undefined {
  const month = monthNamed(name);
  return month === undefined ? undefined : found(year, String(month), day, rest);
}

function found(year: string, month: string, day: string, rest: string): DayFound {
  return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rest };
}

/** No report is older than the trade with affiliates. */
function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

const TIME =
  /^[T ,]* ?(?:at )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([ap]\.?m\.?)?(?: ?\(?([A-Za-z+-][\w/:+-]*)\)?)?$/i;

/** What stands behind a day: nothing, or a time of the day with its zone, where that is named. */
function readTime(rest: string): { clock: string; zone: string | undefined } | undefined {
  if (rest.trim() === '') return { clock: '00:00:00', zone: undefined };
  const match = TIME.exec(rest);
  if (match === null) return undefined;
  const [, hour = '', minute = '', second = '00', part = '', half = '', named = ''] = match;
  const zone = named === '' ? undefined : zoneOf(named);
  if (named !== '' && zone === undefined) throw noZone(named);
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const fraction = part === '' ? '' : `.${part.slice(0, 3)}`;
  return { clock: `${String(hours).padStart(2, '0')}:${minute}:${second}${fraction}`, zone };
}

function noDate(text: string): Problem {
  return new Problem({
    code: 'date-unreadable',
    sentence: `“${cut(text)}” is not a date that can be read without guessing.`,
    remedy: 'It should look like 2026-11-21; export the report anew, or mend the cell.',
  });
}

function twoDates(text: string): Problem {
  return new Problem({
    code: 'date-ambiguous',
    sentence: `“${cut(text)}” may be read in two ways, day first or month first.`,
    remedy: 'Say which of the two comes first in this report.',
  });
}

function noZone(name: string): Problem {
  return new Problem({
    code: 'zone-unknown',
    sentence: `“${cut(name)}” is not a time zone that means one thing.`,
    remedy: 'Export the report with times in UTC.',
  });
}
