import { Problem } from '../../problem';
import { readSubId } from '../../referrals/sub-id';
import { decimalTold } from './amounts';
import { currencyOf } from './currency-signs';
import { orderTold, readDate } from './dates';
import type { Heading } from './heading';
import type { Sheet } from './sheet';
import { STATUS_WORDS } from './status-words';
import { namesTotal } from './totals';

/** A column of an unknown report with what its cells look like. */
export interface Contents extends Heading {
  /** How many of the rows have something in it. */
  filled: number;
  rows: number;
  isUnique: boolean;
  areDates: boolean;
  areAmounts: boolean;
  areCurrencies: boolean;
  areStates: boolean;
  hasMarks: boolean;
}

/** What stands in each column, sums and blank lines aside. */
export function contentsOf({ header, lines }: Sheet): Contents[] {
  const body = lines.filter(
    ({ cells }) => cells.some((cell) => cell.trim() !== '') && !cells.some(namesTotal),
  );
  return header.map((heading, at) => {
    const cells = body.map((line) => (line.cells[at] ?? '').trim()).filter((cell) => cell !== '');
    const all = (is: (cell: string) => boolean): boolean => cells.length > 0 && cells.every(is);
    const areDates = all(isDate);
    return {
      ...heading,
      filled: cells.length,
      rows: body.length,
      isUnique: cells.length === body.length && new Set(cells).size === cells.length,
      areDates,
      areAmounts: !areDates && all((cell) => decimalTold(cell) !== undefined),
      areCurrencies: all((cell) => /\p{L}/u.test(cell) && currencyOf(cell)?.length === 1),
      areStates: all((cell) => STATUS_WORDS[cell.toLowerCase()] !== undefined),
      hasMarks: cells.some((cell) => readSubId(cell) !== undefined),
    };
  });
}

function isDate(cell: string): boolean {
  if (orderTold(cell) === 'either') return true;
  try {
    return readDate(cell, { order: undefined, hasShortYears: true }).local !== '';
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
