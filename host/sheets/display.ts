import { format, isDateFormat } from 'numfmt';
import type { Cell } from './cell';

/** How a formula reads: nothing here computes it, so it has no value. */
export const formulaValue = '#N/A';

/** The number format of a cell that nobody gave one. */
export const automaticFormat = '0.###############';

const dateFormats = new Map<string, boolean>();

/** Whether a number in this format is a date, and is read as one. */
export function isDate(numberFormat: string | undefined): boolean {
  if (numberFormat === undefined) return false;
  let known = dateFormats.get(numberFormat);
  if (known === undefined) {
    known = isDateFormat(numberFormat);
    dateFormats.set(numberFormat, known);
  }
  return known;
}

/** What a cell shows. */
export function displayText(cell: Cell | undefined, locale: string): string {
  if (cell?.f !== undefined) return formulaValue;
  const value = cell?.v;
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const numberFormat = cell?.look?.numberFormat;
  if (numberFormat === undefined || isAutomatic(numberFormat)) return plainNumber(value);
  return format(numberFormat, value, { locale, throws: false });
}

const isAutomatic = (numberFormat: string): boolean =>
  numberFormat === automaticFormat || numberFormat.toLowerCase() === 'general';

/** A number without a format: at most ten decimals, and an exponent only when it is huge. */
function plainNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size < 1e-6 && size > 0)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'e')
      .replace('e', 'E');
  }
  return String(Number(value.toFixed(10)));
}
