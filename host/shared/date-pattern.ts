import { instantOf, offsetAt } from './zone';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY = 86_400_000;

/**
 * A date in the letters of Java's SimpleDateFormat, as Utilities.formatDate has them: text in
 * single quotes is kept, and two quotes are one. Names are English.
 */
export function formatDate(instant: number, timeZone: string, pattern: string): string {
  const zone = normalZone(timeZone);
  const offset = offsetAt(zone, instant);
  const shown = new Date(instant + offset);
  return tokens(pattern)
    .map(({ letter, count, text }) => text ?? formatPart(letter, count, shown, offset, zone))
    .join('');
}

interface Token {
  letter: string;
  count: number;
  text?: string;
}

function tokens(pattern: string): Token[] {
  const found = pattern.match(/''|'(?:[^']|'')*'?|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  return found.map((part) => {
    if (part === "''") return { letter: '', count: 0, text: "'" };
    if (part.startsWith("'")) {
      const inner = part.slice(1, part.endsWith("'") ? -1 : undefined);
      return { letter: '', count: 0, text: inner.replaceAll("''", "'") };
    }
    if (!/[A-Za-z]/.test(part)) return { letter: '', count: 0, text: part };
    return { letter: part.charAt(0), count: part.length };
  });
}

const padded = (value: number, count: number): string => String(value).padStart(count, '0');

function formatPart(
  letter: string,
  count: number,
  shown: Date,
  offset: number,
  zone: string,
): string {
  const year = shown.getUTCFullYear();
  const weekday = shown.getUTCDay();
  switch (letter) {
    case 'G':
      return year > 0 ? 'AD' : 'BC';
    case 'y':
      return count === 2 ? padded(year % 100, 2) : padded(year, count);
    case 'Y':
      return count === 2 ? padded(weekYear(shown) % 100, 2) : padded(weekYear(shown), count);
    case 'M':
    case 'L':
      return monthText(shown.getUTCMonth(), count);
    case 'd':
      return padded(shown.getUTCDate(), count);
    case 'D':
      return padded(dayOfYear(shown), count);
    case 'w':
      return padded(weekOfYear(shown), count);
    case 'W':
      return padded(Math.ceil((shown.getUTCDate() + firstWeekday(shown)) / 7), count);
    case 'F':
      return padded(Math.ceil(shown.getUTCDate() / 7), count);
    case 'E':
      return nameText(weekdays[weekday] ?? '', count);
    case 'u':
      return padded(weekday === 0 ? 7 : weekday, count);
    case 'a':
      return shown.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(shown.getUTCHours(), count);
    case 'k':
      return padded(shown.getUTCHours() || 24, count);
    case 'K':
      return padded(shown.getUTCHours() % 12, count);
    case 'h':
      return padded(shown.getUTCHours() % 12 || 12, count);
    case 'm':
      return padded(shown.getUTCMinutes(), count);
    case 's':
      return padded(shown.getUTCSeconds(), count);
    case 'S':
      return padded(shown.getUTCMilliseconds(), count);
    case 'z':
      return zoneText(shown.getTime() - offset, zone, count);
    case 'Z':
      return offsetText(offset, '');
    case 'X':
      if (offset === 0) return 'Z';
      return count === 1
        ? offsetText(offset, '').slice(0, 3)
        : offsetText(offset, count === 3 ? ':' : '');
    default:
      throw new Error(`Illegal pattern character '${letter}'`);
  }
}

function monthText(month: number, count: number): string {
  return count < 3 ? padded(month + 1, count) : nameText(months[month] ?? '', count);
}

const nameText = (name: string, count: number): string => (count > 3 ? name : name.slice(0, 3));

function dayOfYear(shown: Date): number {
  return Math.floor((shown.getTime() - Date.UTC(shown.getUTCFullYear(), 0, 1)) / DAY) + 1;
}

/** The weekday, from Sunday, of the month's first day. */
function firstWeekday(shown: Date): number {
  return (((shown.getUTCDay() - (shown.getUTCDate() - 1)) % 7) + 7) % 7;
}

/** Weeks start on Sunday, and the one with the first of January is the first (US locale). */
function weekOfYear(shown: Date): number {
  if (weekYear(shown) > shown.getUTCFullYear()) return 1;
  const first = new Date(Date.UTC(shown.getUTCFullYear(), 0, 1)).getUTCDay();
  return Math.floor((dayOfYear(shown) - 1 + first) / 7) + 1;
}

function weekYear(shown: Date): number {
  const saturday = new Date(shown.getTime() + (6 - shown.getUTCDay()) * DAY);
  return saturday.getUTCFullYear();
}

function zoneText(instant: number, zone: string, count: number): string {
  const timeZoneName = count < 4 ? 'short' : 'long';
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName });
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(offset) / 60_000;
  const sign = offset < 0 ? '-' : '+';
  return sign + padded(Math.floor(minutes / 60), 2) + colon + padded(Math.floor(minutes % 60), 2);
}

/** Java's "GMT+8" as a zone that JavaScript knows; a zone it does not know counts as GMT there. */
function normalZone(timeZone: string): string {
  const offset = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d\d))?$/.exec(timeZone.trim());
  if (offset) return `${offset[1] ?? '+'}${padded(Number(offset[2]), 2)}:${offset[3] ?? '00'}`;
  try {
    offsetAt(timeZone, 0);
    return timeZone;
  } catch {
    return 'UTC';
  }
}

/** Reads a date written in such letters, or gives null. */
export function parseDate(text: string, timeZone: string, pattern: string): number | null {
  const read: Record<string, string> = {};
  let rest = text;
  for (const token of tokens(pattern)) {
    const expected = token.text ?? partPattern(token);
    const match = token.text === undefined ? new RegExp(`^${expected}`, 'i').exec(rest) : null;
    if (token.text === undefined ? !match : !rest.startsWith(token.text)) return null;
    const taken = match?.[0] ?? token.text ?? '';
    if (token.letter) read[token.letter] = taken;
    rest = rest.slice(taken.length);
  }
  const zone = read.Z ?? read.X ?? read.z;
  return zone === undefined
    ? instantOf(normalZone(timeZone), shownFrom(read))
    : shownFrom(read) - zoneOffset(zone);
}

function partPattern({ letter, count }: Token): string {
  if ((letter === 'M' && count > 2) || letter === 'E') return '[a-z]+';
  if (letter === 'a') return '(am|pm)';
  if (/[zZX]/.test(letter)) return '(Z|GMT|UTC|[+-]\\d\\d:?(\\d\\d)?)';
  return letter === 'y' || count === 1 ? '\\d+' : `\\d{1,${count}}`;
}

function shownFrom(read: Record<string, string>): number {
  const year = Number(read.y ?? 1970);
  const written = read.M ?? '1';
  const named = months.findIndex((name) => name.slice(0, 3) === capital(written).slice(0, 3));
  const month = named >= 0 ? named : Number(written) - 1;
  const half = Number(read.h ?? read.K ?? 0) % 12;
  const hour = read.H ?? read.k ?? half + (read.a?.toLowerCase() === 'pm' ? 12 : 0);
  return Date.UTC(
    read.y?.length === 2 ? 2000 + year : year,
    month,
    Number(read.d ?? 1),
    Number(hour) % 24,
    Number(read.m ?? 0),
    Number(read.s ?? 0),
    Number(read.S ?? 0),
  );
}

const capital = (word: string): string =>
  word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

function zoneOffset(zone: string): number {
  const match = /([+-])(\d\d):?(\d\d)?/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
