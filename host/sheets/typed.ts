import { parseDate, parseNumber, parseTime } from 'numfmt';
import type { Input, Value } from '../shared/cells';
import { offsetAt } from '../shared/zone';

/** What typing into a cell makes of a text; `format` is what the cell gets if it has none. */
export interface Typed {
  v?: Value;
  f?: string;
  format?: string;
}

export interface Typing {
  locale: string;
  timeZone: string;
  /** The virtual year, for dates typed without one. */
  year: number;
}

const DAY = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

/** The number that a spreadsheet keeps for a moment shown on its clocks. */
export function serialOf(instant: number, timeZone: string): number {
  const shown = instant + offsetAt(timeZone, instant);
  return Math.round(((shown - epoch) / DAY) * 1e9) / 1e9;
}

/** What the clocks show for a serial number, as if it were UTC, to the millisecond. */
export const shownAt = (serial: number): number => epoch + Math.round(serial * DAY);

/** Reads what a script or a person puts into a cell that has this number format. */
export function typedInput(input: Input, format: string | undefined, typing: Typing): Typed {
  if (input === null || input === '') return {};
  if (format === '@') return { v: plainText(input, typing) };
  if (typeof input === 'string') return typedText(input, typing);
  if (typeof input !== 'object') return { v: input };
  const serial = serialOf(input.date, typing.timeZone);
  return { v: serial, format: Number.isInteger(serial) ? 'M/d/yyyy' : 'M/d/yyyy H:mm:ss' };
}

/** In a plain text cell everything is text (unverified for numbers, booleans and dates). */
function plainText(input: string | number | boolean | { date: number }, typing: Typing): string {
  if (typeof input === 'boolean') return input ? 'TRUE' : 'FALSE';
  if (typeof input !== 'object') return String(input);
  const shown = new Date(input.date + offsetAt(typing.timeZone, input.date));
  return shown.toISOString().slice(0, 19).replace('T', ' ');
}

function typedText(text: string, typing: Typing): Typed {
  if (text.startsWith("'")) return { v: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { f: text };
  const clean = text.trim();
  if (/^(true|false)$/i.test(clean)) return { v: clean.toLowerCase() === 'true' };
  if (!mayBeNumber.test(clean)) return { v: text };
  return typedNumber(clean, typing) ?? typedDate(clean, typing) ?? { v: text };
}

/** A quick look that spares most texts the slow one: a digit, and a start that numbers can have. */
const mayBeNumber =
  /^(?=.{0,40}$)(?=.*\d)([-+(.\d\s$€£¥%]|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat))/i;

function typedNumber(text: string, { locale }: Typing): Typed | null {
  // A fraction such as "3 1/2" stays text in Sheets (unverified).
  if (/\d\s+\d+\/\d/.test(text)) return null;
  const parsed = parseNumber(text, { locale });
  if (typeof parsed?.value !== 'number') return null;
  return { v: parsed.value, ...numberFormat(text, parsed.value) };
}

function numberFormat(text: string, value: number): { format?: string } {
  const decimals = /[.,]\d*[1-9]/.test(text) && !Number.isInteger(value) ? '.00' : '';
  if (text.includes('%')) return { format: Number.isInteger(value * 100) ? '0%' : '0.00%' };
  const currency = /[$€£¥]/.exec(text)?.[0];
  if (currency) return { format: `${currency}#,##0${/\.\d/.test(text) ? '.00' : ''}` };
  if (/\de[+-]?\d/i.test(text)) return { format: '0.00E+00' };
  return /\d,\d/.test(text) ? { format: `#,##0${decimals}` } : {};
}

function typedDate(text: string, { locale, year }: Typing): Typed | null {
  const parsed = parseDate(text, { locale }) ?? parseTime(text, { locale });
  if (typeof parsed?.value !== 'number') return null;
  const time = /\d:\d\d/.test(text);
  if (Math.abs(parsed.value) < 1 && time) {
    return { v: parsed.value, format: timeFormat(text) };
  }
  const hasYear = /\d{4}|^\d+[-/. ]+\w+[-/. ]+\d{2}\b|,\s*\d{2}\b/.test(text);
  const serial = hasYear ? parsed.value : inYear(parsed.value, year);
  return { v: serial, format: dateFormat(text, hasYear) + (time ? ` ${timeFormat(text)}` : '') };
}

function timeFormat(text: string): string {
  const seconds = /\d:\d\d:\d\d/.test(text) ? ':ss' : '';
  return /[ap]m/i.test(text) ? `h:mm${seconds} am/pm` : `H:mm${seconds}`;
}

/** The format that shows a date much as it was typed. */
function dateFormat(text: string, hasYear: boolean): string {
  if (/^\d{4}-/.test(text)) return 'yyyy-mm-dd';
  if (/^\d{4}\//.test(text)) return 'yyyy/mm/dd';
  if (/[a-z]{3}/i.test(text.replace(/\d.*:.*$/, ''))) return hasYear ? 'd mmm yyyy' : 'd mmm';
  return hasYear ? 'M/d/yyyy' : 'M/d';
}

/** The same month and day in another year: the parser only knows the machine's own clock. */
function inYear(serial: number, year: number): number {
  const shown = new Date(shownAt(serial));
  const moved = Date.UTC(year, shown.getUTCMonth(), shown.getUTCDate());
  return (moved - epoch) / DAY + (serial % 1);
}
