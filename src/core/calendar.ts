import { Temporal } from 'temporal-polyfill';
import { cut, Problem } from './problem';

/** Milliseconds since 1970 in UTC. */
export type Instant = number;
/** A calendar day, `2026-11-21`. */
export type Day = string;
/** A quarter, `2026-Q4`. */
export type Quarter = string;

/** Milliseconds of a day of 24 hours. */
export const DAY_MS = 24 * 3600 * 1000;

/** The day that clocks in `zone` (an IANA name) show at an instant. */
export function dayOf(at: Instant, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** The first instant of a day in `zone`. */
export function startOf(day: Day, zone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/**
 * An instant from text: a day (its first instant in `zone`), a local date and time (read in `zone`)
 * or one with an offset. Refuses anything else.
 */
export function parseInstant(text: string, zone: string): Instant {
  const plain = text.trim().replace(' ', 'T');
  try {
    if (/T.*(Z|[+-]\d\d:?\d\d)$/i.test(plain))
      return Temporal.Instant.from(plain).epochMilliseconds;
    return Temporal.PlainDateTime.from(plain).toZonedDateTime(zone).epochMilliseconds;
  } catch (cause) {
    throw new Problem(
      {
        code: 'date-unreadable',
        sentence: `“${cut(text)}” is not a date.`,
        remedy: 'Write it like 2026-11-21 or 2026-11-21 14:30.',
      },
      cause,
    );
  }
}

/** A day from text `2026-11-21`; refuses anything else. */
export function parseDay(text: string): Day {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim()) ?? [];
  try {
    return Temporal.PlainDate.from(
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    ).toString();
  } catch (cause) {
    throw new Problem(
      {
        code: 'day-unreadable',
        sentence: `“${cut(text)}” is not a date.`,
        remedy: 'Write it as year-month-day, like 2026-11-21.',
      },
      cause,
    );
  }
}

/** Whether text is a day that there is. */
export function isDay(text: string): boolean {
  try {
    parseDay(text);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The day `months` later; the month's last where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** The quarter that a day is in. */
export function quarterOf(day: Day): Quarter {
  const { year, month } = Temporal.PlainDate.from(day);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

/** The first day of a quarter. */
export function quarterStart(quarter: Quarter): Day {
  const [year = '', nth = ''] = quarter.split('-Q');
  return new Temporal.PlainDate(Number(year), (Number(nth) - 1) * 3 + 1, 1).toString();
}

/** The quarter `steps` after this one; before it where `steps` is negative. */
export function quarterPlus(quarter: Quarter, steps: number): Quarter {
  const start = Temporal.PlainDate.from(quarterStart(quarter)).add({ months: steps * 3 });
  return quarterOf(start.toString());
}

/** The month that a day is in, `2026-11`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** The last `count` months up to and with the day's own, oldest first. */
export function monthsUpTo(day: Day, count: number): string[] {
  const last = Temporal.PlainDate.from(day).toPlainYearMonth();
  return Array.from({ length: count }, (_, i) =>
    last.subtract({ months: count - 1 - i }).toString(),
  );
}

/** The first day of a month, `2026-11`. */
export function monthStart(month: string): Day {
  return `${month}-01`;
}

/** A day as a short English phrase, such as `Tue 24 Nov`. */
export function shortDay(day: Day): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
    .format(startOf(day, 'UTC'))
    .replace(',', '');
}

/** A day as the reader of `language` writes it, such as `21 November 2026`. */
export function showDay(day: Day, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds,
  );
}
