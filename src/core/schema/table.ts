import { cut, Problem, type ProblemDetails } from '../problem';
import type { Cell, CellContext, Column } from './column';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where columns of every kind meet
export type Columns = Record<string, Column<any>>;

/** A tab whose rows are records with an id of their own. */
export interface Table<C extends Columns = Columns> {
  tab: string;
  columns: C;
  /** The column that tells rows apart. */
  key: keyof C & string;
  /** The id of a row that a person added without one; `''` where it cannot be told yet. */
  derive: (row: RowOf<C>) => string;
  /** What an empty tab says. */
  empty: string;
}

type ValueOf<T> = T extends Column<infer V> ? V : never;

/** The record that a row of these columns holds. */
export type RowOf<C extends Columns> = { -readonly [K in keyof C]: ValueOf<C[K]> };

/** The record that a row of this table holds. */
export type Row<T> = T extends Table<infer C> ? RowOf<C> : never;

/** What was read: the good rows, and a problem for each row that could not be. */
export interface Reading<R> {
  rows: R[];
  /**
   * The good rows and, in between, those that are there but could not be read whole: what could not
   * be read is blank in them. A row that is not even here is gone.
   */
  all: R[];
  problems: ProblemDetails[];
  /** Ids that do not stand in the sheet yet: rows that a person added. */
  unwritten: string[];
}

export type ReadContext = Omit<CellContext, 'sibling'>;

/** Declares a table; its rows' type follows from its columns. */
export function table<C extends Columns>(definition: Table<C>): Table<C> {
  return definition;
}

/**
 * Reads a tab's grid, header first. A row with a cell that cannot be read is a problem; the others
 * go on. Where only some columns are named, the others are not looked at and read as blank.
 */
export function readRows<C extends Columns>(
  table: Table<C>,
  grid: Cell[][],
  context: ReadContext,
  names?: readonly (keyof C & string)[],
): Reading<RowOf<C>> {
  const reading: Reading<RowOf<C>> = { rows: [], all: [], problems: [], unwritten: [] };
  const seen = new Map<string, number>();
  const reader = rowReader(table, grid, context, names);
  for (let i = 1; i < grid.length; i++) {
    if (isBlank(grid[i] ?? [])) continue;
    const { row, problem } = reader.read(i);
    const id = String(row[table.key]);
    const first = id === '' ? undefined : seen.get(id);
    if (first !== undefined) {
      reading.problems.push(twice(table, id, i + 1, first + 1));
      continue;
    }
    if (id !== '') seen.set(id, i);
    reading.all.push(row);
    if (problem !== undefined) {
      reading.problems.push(problem);
      continue;
    }
    if (id !== '' && reader.written(i) === '') reading.unwritten.push(id);
    reading.rows.push(row);
  }
  return reading;
}

/** The ids of rows that are there and could not be read whole. */
export function unreadIds<C extends Columns>(
  table: Table<C>,
  { all, rows }: Reading<RowOf<C>>,
): Set<string> {
  const whole = new Set(rows);
  return new Set(all.filter((row) => !whole.has(row)).map((row) => String(row[table.key])));
}

/** Where each header stands in a grid's first row; throws a `Problem` for one that is missing. */
export function locateColumns<C extends Columns>(
  table: Table<C>,
  header: readonly Cell[],
): Map<keyof C & string, number> {
  const at = new Map<keyof C & string, number>();
  for (const name of Object.keys(table.columns)) {
    const title = table.columns[name]?.header ?? '';
    const index = header.findIndex((cell) => String(cell).trim() === title);
    if (index < 0) {
      throw new Problem({
        code: 'column-missing',
        tab: table.tab,
        column: title,
        sentence: `The tab “${table.tab}” has no column “${title}”.`,
        remedy: 'Choose Perennial → Set up, which puts it back, or name the column so again.',
      });
    }
    at.set(name, index);
  }
  return at;
}

/** Where each row stands in a grid (index, header 0) by its id; the first of two with one id. */
export function locateRows<C extends Columns>(
  table: Table<C>,
  grid: Cell[][],
  context: ReadContext,
): Map<string, number> {
  const found = new Map<string, number>();
  const reader = rowReader(table, grid, context);
  for (let i = 1; i < grid.length; i++) {
    const id = reader.id(i);
    if (id !== '' && !found.has(id)) found.set(id, i);
  }
  return found;
}

/** A row with every column blank. */
export function blankRow<C extends Columns>(table: Table<C>): RowOf<C> {
  return Object.fromEntries(
    Object.entries(table.columns).map(([name, column]) => [name, column.blank as unknown]),
  ) as RowOf<C>;
}

interface Read<R> {
  /** Cells that could not be read are blank in it. */
  row: R;
  problem?: ProblemDetails;
}

interface RowReader<C extends Columns> {
  read: (index: number) => Read<RowOf<C>>;
  /** The id as it stands in the sheet. */
  written: (index: number) => string;
  /** The id as written or derived. */
  id: (index: number) => string;
}

/** Reads the rows of one grid by their index, the header being 0. */
function rowReader<C extends Columns>(
  table: Table<C>,
  grid: Cell[][],
  context: ReadContext,
  names?: readonly string[],
): RowReader<C> {
  const header = grid[0] ?? [];
  const all = locateColumns(table, header);
  const places = new Map([...all].filter(([name]) => names === undefined || names.includes(name)));
  const byHeader = new Map(header.map((cell, i) => [String(cell).trim(), i]));
  const read = (index: number): Read<RowOf<C>> => {
    const cells = grid[index] ?? [];
    const sibling = (title: string): Cell => cells[byHeader.get(title) ?? -1] ?? '';
    return readRow(table, cells, places, index + 1, { ...context, sibling });
  };
  const written = (index: number): string =>
    String(grid[index]?.[places.get(table.key) ?? -1] ?? '');
  const id = (index: number): string => {
    const said = written(index);
    if (said !== '' || isBlank(grid[index] ?? [])) return said;
    return String(read(index).row[table.key]);
  };
  return { read, written, id };
}

/** Whether a row holds nothing at all. */
export function isBlank(cells: Cell[]): boolean {
  return cells.every((cell) => cell === '');
}

function readRow<C extends Columns>(
  table: Table<C>,
  cells: Cell[],
  places: Map<keyof C & string, number>,
  at: number,
  context: CellContext,
): Read<RowOf<C>> {
  const row = blankRow(table);
  let problem: ProblemDetails | undefined;
  for (const [name, index] of places) {
    const column = table.columns[name];
    if (column === undefined) continue;
    const cell = cells[index] ?? '';
    try {
      row[name] = column.decode(cell, context) as RowOf<C>[typeof name];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const value = cell instanceof Date ? cell.toISOString() : String(cell);
      problem ??= { ...error.details, tab: table.tab, row: at, column: column.header, value };
    }
  }
  const key = table.key;
  if (row[key] === '') row[key] = table.derive(row) as RowOf<C>[typeof key];
  return problem === undefined ? { row } : { row, problem };
}

function twice<C extends Columns>(
  table: Table<C>,
  id: string,
  at: number,
  first: number,
): ProblemDetails {
  return {
    code: 'row-twice',
    tab: table.tab,
    row: at,
    column: table.columns[table.key]?.header ?? '',
    value: id,
    sentence: `${cut(id)} stands in row ${first} already, so this row is passed over.`,
    remedy: 'Delete the row, or empty this cell to make it a row of its own.',
  };
}
