import { cut, Problem } from '../../problem';
import { type Heading, placesOf } from './heading';
import type { Report, When } from './report';
import type { Line, Sheet } from './sheet';

/** A report's columns found in a file: their cells, and what their titles say in brackets. */
export interface Columns {
  cell: (line: Line, column: string | undefined) => string;
  /** The currency or zone in a column's title; blank where it names none. */
  hint: (column: string | undefined) => string;
  has: (column: string | undefined) => boolean;
}

/** Finds a report's columns; throws a `Problem` where one that is booked from stands there twice. */
export function columnsOf(report: Report, { header }: Sheet): Columns {
  const places = new Map<string, number>();
  for (const column of usedBy(report)) places.set(column, onlyPlace(column, header));
  const place = (column: string | undefined): number => {
    if (column === undefined) return -1;
    const at = places.get(column) ?? placesOf(column, header)[0] ?? -1;
    places.set(column, at);
    return at;
  };
  return {
    cell: (line, column) => (line.cells[place(column)] ?? '').trim(),
    hint: (column) => header[place(column)]?.hint ?? '',
    has: (column) => place(column) >= 0,
  };
}

/** The columns that hold a report's dates. */
export function datesOf({ at, asOf }: Report): When[] {
  return asOf === undefined ? [at] : [at, asOf];
}

/** The columns that hold a report's amounts. */
export function amountsOf({ commission, sale, amounts = [] }: Report): string[] {
  return [commission, ...(sale === undefined ? [] : [sale]), ...amounts];
}

function usedBy(report: Report): string[] {
  const { number, currency, order, original, programme, marks = [], key = [], status } = report;
  const whens = datesOf(report).flatMap(({ date, time, zone }) => [date, time, zone]);
  const single = [number, currency, order, original, programme, ...whens];
  const used = [...report.known, ...amountsOf(report), ...marks, ...key, ...single];
  const all = typeof status === 'string' ? used : [...used, status.column];
  return [...new Set(all.filter((column): column is string => column !== undefined))];
}

function onlyPlace(column: string, header: readonly Heading[]): number {
  const [first = -1, ...others] = placesOf(column, header);
  if (others.length === 0) return first;
  const titles = [first, ...others].map((at) => header[at]?.title ?? '');
  throw new Problem({
    code: 'column-twice',
    column,
    sentence: `The report has ${titles.length} columns that could be “${cut(column)}”: ${titles.join(', ')}.`,
    remedy: 'Export it with one of them only, so that no amount is guessed.',
  });
}
