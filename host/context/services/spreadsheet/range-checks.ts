import type { Area } from '../../../shared/a1';
import type { Input } from '../../../shared/cells';
import type { Clearing } from '../../../shared/operations';
import { asText } from '../../../shared/text';
import { exception } from '../../exception';
import { kindOf } from '../../facade';

/** Refuses, in Google's words, a block that is no block or not all on the sheet. */
export function checkArea(area: Area, maxRows: number, maxColumns: number): void {
  const { row, column, rows, columns } = area;
  if (row < 1) throw exception('The starting row of the range is too small.');
  if (column < 1) throw exception('The starting column of the range is too small.');
  if (rows < 1) throw exception('The number of rows in the range must be at least 1.');
  if (columns < 1) throw exception('The number of columns in the range must be at least 1.');
  if (row + rows - 1 > maxRows || column + columns - 1 > maxColumns) {
    throw exception('The coordinates of the range are outside the dimensions of the sheet.');
  }
}

/** Refuses data of another size than the range, before anything is written. */
export function checkSize(values: readonly unknown[], area: Area): void {
  if (values.length !== area.rows) throw sizeError('rows', values.length, area.rows);
  for (const row of values) {
    const length = Array.isArray(row) ? row.length : 0;
    if (length !== area.columns) throw sizeError('columns', length, area.columns);
  }
}

function sizeError(what: string, given: number, wanted: number): Error {
  return exception(
    `The number of ${what} in the data does not match the number of ${what} in the range. ` +
      `The data has ${given} but the range has ${wanted}.`,
  );
}

/** A script's values as they cross to the machine's side. */
export function inputsOf(values: readonly (readonly unknown[])[]): Input[][] {
  return values.map((row) => row.map(inputOf));
}

/** One value; what a cell cannot hold is written as its text (unverified). */
export function inputOf(value: unknown): Input {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (value === null || value === undefined) return null;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : { date: value.getTime() };
  return kindOf(value) ?? (Array.isArray(value) ? value.join(',') : asText(value));
}

export interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  commentsOnly?: boolean;
  validationsOnly?: boolean;
}

/** What `clear` takes away: everything but notes and validations unless told otherwise. */
export function clearings(options: ClearOptions = {}): Clearing[] {
  const what: Clearing[] = [];
  if (options.contentsOnly) what.push('content');
  if (options.formatOnly) what.push('format');
  if (options.commentsOnly) what.push('note');
  if (options.validationsOnly) what.push('validation');
  return what.length ? what : ['content', 'format'];
}
