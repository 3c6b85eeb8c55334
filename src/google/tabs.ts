import { Problem } from '../core/problem';
import type { Cell } from '../core/schema/column';
import { type Columns, locateColumns, type Table } from '../core/schema/table';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The workbook that the script is bound to. */
export function spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** A tab by its name; throws a `Problem` where it is missing. */
export function sheetNamed(name: string): Sheet {
  const sheet = spreadsheet().getSheetByName(name);
  if (sheet !== null) return sheet;
  throw new Problem({
    code: 'tab-missing',
    tab: name,
    sentence: `The tab “${name}” is missing.`,
    remedy: 'Choose Perennial → Set up, which makes it again.',
  });
}

/** How often a tab is read whole where rows are inserted all the time. */
const MOST_READS = 3;

/**
 * All cells with content, header first; one read. A row that a person inserts meanwhile pushes the
 * last one out of what is read, so then it is read again.
 */
export function grid(sheet: Sheet): Cell[][] {
  for (let reads = 1; ; reads++) {
    const found = sheet.getDataRange().getValues() as Cell[][];
    if (sheet.getLastRow() <= found.length || reads === MOST_READS) return found;
  }
}

/** The last row with content, the header's at least. */
function lastRow(sheet: Sheet): number {
  return Math.max(1, sheet.getLastRow());
}

/** The header alone. */
export function headerOf(sheet: Sheet): Cell[] {
  return cells(sheet, 1, 1, 1, Math.max(1, sheet.getLastColumn()))[0] ?? [];
}

/**
 * The grid with at least some columns filled, one read for each run of neighbours. Where a person
 * moves rows of the tab in between, it is read again in one piece.
 */
export function gridOfColumns<C extends Columns>(
  sheet: Sheet,
  table: Table<C>,
  names: readonly (keyof C & string)[],
): Cell[][] {
  const header = headerOf(sheet);
  const places = locateColumns(table, header);
  const last = lastRow(sheet);
  const found: Cell[][] = Array.from({ length: last }, () => header.map(() => ''));
  const fill = (from: number, to: number): void => {
    cells(sheet, 1, from + 1, last, to - from + 1).forEach((row, i) => {
      row.forEach((cell, n) => ((found[i] ?? [])[from + n] = cell));
    });
  };
  const wanted = names.map((name) => places.get(name) ?? 0);
  const key = places.get(table.key) ?? 0;
  const isOnePiece = runs(wanted, 0).length < 2;
  const parts = runs(isOnePiece ? wanted : [key, ...wanted], 0);
  const holdsKey = ({ from, to }: Run): boolean => from <= key && key <= to;
  parts.sort((a, b) => Number(holdsKey(b)) - Number(holdsKey(a)));
  for (const { from, to } of parts) fill(from, to);

  // The ids are read first and last: the same at both times, they stood beside the same cells.
  const idsNow = isOnePiece ? [] : cells(sheet, 1, key + 1, last, 1);
  const isSettled =
    lastRow(sheet) === last &&
    wanted.every((at) => found[0]?.[at] === header[at]) &&
    idsNow.every(([id], i) => String(id) === String(found[i]?.[key]));
  return isSettled ? [header, ...found.slice(1)] : grid(sheet);
}

/** Rows that stand closer than this are read in one piece. */
const NEAR = 20;

/**
 * The grid with only the ids of all rows and the whole of the rows with these ids; undefined where
 * the tab must be read whole: a row has no id yet and is known by its other cells only, or a person
 * moved its rows in between.
 */
export function gridOfRows<C extends Columns>(
  sheet: Sheet,
  table: Table<C>,
  ids: ReadonlySet<string>,
): Cell[][] | undefined {
  const header = headerOf(sheet);
  const key = locateColumns(table, header).get(table.key) ?? 0;
  const last = lastRow(sheet);
  const keys = cells(sheet, 1, key + 1, last, 1).map(([cell = '']) => cell);
  if (keys.some((id) => id === '')) return undefined;
  const found: Cell[][] = keys.map((id, i) => {
    const row: Cell[] = header.map(() => '');
    row[key] = id;
    return i === 0 ? header : row;
  });
  const wanted = keys.flatMap((id, i) => (i > 0 && ids.has(String(id)) ? [i] : []));
  for (const { from, to } of runs(wanted, NEAR)) {
    const block = cells(sheet, from + 1, 1, to - from + 1, header.length);
    if (block.some((row, i) => String(row[key]) !== String(keys[from + i]))) return undefined;
    block.forEach((row, i) => (found[from + i] = row));
  }
  return lastRow(sheet) === last ? found : undefined;
}

interface Run {
  from: number;
  to: number;
}

/** Numbers in order as runs in which no gap is wider than `gap`. */
function runs(numbers: number[], gap: number): Run[] {
  const found: Run[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last !== undefined && number - last.to <= gap + 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  return found;
}

function cells(sheet: Sheet, row: number, column: number, rows: number, columns: number): Cell[][] {
  return sheet.getRange(row, column, rows, columns).getValues() as Cell[][];
}

/** Where a header stands, from 0; throws a `Problem` where it is missing. */
export function columnOf(header: Cell[], title: string, tab: string): number {
  const at = header.findIndex((cell) => String(cell).trim() === title);
  if (at >= 0) return at;
  throw new Problem({
    code: 'column-missing',
    tab,
    column: title,
    sentence: `The tab “${tab}” has no column “${title}”.`,
    remedy: 'Name the column so again, or choose Perennial → Set up.',
  });
}
