import { groupedBy } from '../group';
import type { Cell } from './column';
import {
  type Columns,
  isBlank,
  locateColumns,
  locateRows,
  type ReadContext,
  type RowOf,
  type Table,
} from './table';
import { type Block, expectations } from './writing';

/** Rows as they are expected to be, and the one with the id of one of them that replaces them all. */
export interface Merge<C extends Columns = Columns> {
  into: RowOf<C>;
  from: RowOf<C>[];
}

export interface MergePlan {
  /** To be written each at once: rows that are left over become empty at the end of their block. */
  blocks: Block[];
  /** The rows that are empty then, counted from 1, last ones first. */
  empty: { row: number; count: number }[];
  /** Ids of the rows that stand for others then. */
  done: string[];
}

/**
 * How rows of a freshly read grid are merged where all of them are as expected. Rows beside which a
 * person wrote something stay where they are, and so does what they part.
 */
export function planMerge<C extends Columns>(
  table: Table<C>,
  grid: Cell[][],
  merges: readonly Merge<C>[],
  context: ReadContext,
): MergePlan {
  const places = locateColumns(table, grid[0] ?? []);
  const parts = partsOf(grid, new Set(places.values()));
  const found = placed(table, grid, merges, context).filter(({ rows }) =>
    rows.every((row) => parts[row] !== undefined && parts[row] === parts[rows[0] ?? 0]),
  );
  const after = [...grid];
  const blocks: Block[] = [];
  const byPart = groupedBy(found, ({ rows }) => String(parts[rows[0] ?? 0]));
  for (const own of byPart.values()) {
    const { from, lines } = compacted(table, after, own, places);
    lines.forEach((line, i) => (after[from + i] = line));
    blocks.push(blockOf(table, from, lines, places));
  }
  return { blocks, empty: emptyRows(after), done: found.map(({ id }) => id) };
}

interface Placed<C extends Columns> {
  id: string;
  into: RowOf<C>;
  /** Indexes in the grid, in order. */
  rows: number[];
}

/** The merges whose rows are all there, each as expected. */
function placed<C extends Columns>(
  table: Table<C>,
  grid: Cell[][],
  merges: readonly Merge<C>[],
  context: ReadContext,
): Placed<C>[] {
  const at = locateRows(table, grid, context);
  const header = grid[0] ?? [];
  const isAsExpected = expectations(table, locateColumns(table, header), header, context);
  return merges.flatMap(({ into, from }) => {
    const rows = from.flatMap((row) => {
      const index = at.get(String(row[table.key])) ?? 0;
      return index > 0 && isAsExpected(grid[index] ?? [], row) ? [index] : [];
    });
    if (rows.length < from.length) return [];
    return [{ id: String(into[table.key]), into, rows: rows.sort((a, b) => a - b) }];
  });
}

/** The number of the part that each row belongs to; undefined where a person wrote beside it. */
function partsOf(grid: Cell[][], ours: ReadonlySet<number>): (number | undefined)[] {
  let part = 0;
  return grid.map((cells, row) => {
    const isParting = row === 0 || cells.some((cell, at) => cell !== '' && !ours.has(at));
    if (!isParting) return part;
    part++;
    return undefined;
  });
}

/** From the first to the last of the rows concerned, as they will be. */
function compacted<C extends Columns>(
  table: Table<C>,
  grid: Cell[][],
  merges: Placed<C>[],
  places: ReadonlyMap<string, number>,
): { from: number; lines: Cell[][] } {
  const from = merges.reduce((least, { rows }) => Math.min(least, rows[0] ?? least), Infinity);
  const last = merges.reduce((most, { rows }) => Math.max(most, rows[rows.length - 1] ?? 0), 0);
  const sums = new Map(merges.map(({ rows, into }) => [rows[0], into]));
  const gone = new Set(merges.flatMap(({ rows }) => rows.slice(1)));
  const lines: Cell[][] = [];
  for (let row = from; row <= last; row++) {
    const now = grid[row] ?? [];
    if (gone.has(row) || isBlank(now)) continue;
    const sum = sums.get(row);
    lines.push(sum === undefined ? now : rowCells(table, now, sum, places));
  }
  const blank = (grid[0] ?? []).map((): Cell => '');
  while (lines.length < last - from + 1) lines.push(blank);
  return { from, lines };
}

function rowCells<C extends Columns>(
  table: Table<C>,
  now: Cell[],
  row: RowOf<C>,
  places: ReadonlyMap<string, number>,
): Cell[] {
  const cells = [...now];
  for (const [name, at] of places) cells[at] = table.columns[name]?.encode(row[name]) ?? '';
  return cells;
}

/** From our first column to our last one. */
function blockOf<C extends Columns>(
  table: Table<C>,
  from: number,
  lines: Cell[][],
  places: ReadonlyMap<string, number>,
): Block {
  const [first, last] = [Math.min(...places.values()), Math.max(...places.values())];
  const formats = Array.from({ length: last - first + 1 }, () => 'General');
  for (const [name, at] of places) formats[at - first] = table.columns[name]?.format ?? '';
  return {
    row: from + 1,
    column: first + 1,
    formats: lines.map(() => formats),
    values: lines.map((line) => line.slice(first, last + 1)),
  };
}

function emptyRows(grid: Cell[][]): MergePlan['empty'] {
  const empty: MergePlan['empty'] = [];
  for (let index = grid.length - 1; index > 0; index--) {
    if (!isBlank(grid[index] ?? [])) continue;
    const above = empty[empty.length - 1];
    if (above?.row === index + 2) {
      above.row--;
      above.count++;
    } else empty.push({ row: index + 1, count: 1 });
  }
  return empty;
}
