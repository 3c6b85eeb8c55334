import { Problem } from '../problem';
import type { Cell } from './column';
import {
  type Columns,
  locateColumns,
  locateRows,
  type ReadContext,
  type RowOf,
  type Table,
} from './table';

/** A change to one row, made only where the row is still there and still as expected. */
export interface Patch<C extends Columns = Columns> {
  id: string;
  expect?: Partial<RowOf<C>>;
  set: Partial<RowOf<C>>;
}

/** A rectangle to write; rows and columns count from 1, as in the sheet. */
export interface Block {
  row: number;
  column: number;
  formats: string[][];
  values: Cell[][];
}

export interface Plan {
  blocks: Block[];
  /** Ids of the rows that will be written. */
  done: string[];
}

/**
 * The rectangles that carry out patches on a freshly read grid. Cells that a patch expected to be as
 * they were come last: where a run ends between two rectangles, the next one does it all again.
 */
export function planPatches<C extends Columns>(
  table: Table<C>,
  grid: Cell[][],
  patches: Patch<C>[],
  context: ReadContext,
): Plan {
  const columns = locateColumns(table, grid[0] ?? []);
  const rows = locateRows(table, grid, context);
  const isAsExpected = expectations(table, columns, grid[0] ?? [], context);
  const plan: Plan = { blocks: [], done: [] };
  const cells: Placed[] = [];
  for (const patch of patches) {
    const index = rows.get(patch.id);
    const now = index === undefined ? undefined : grid[index];
    if (index === undefined || now === undefined || !isAsExpected(now, patch.expect ?? {})) {
      continue;
    }
    plan.done.push(patch.id);
    for (const name of Object.keys(patch.set)) {
      cells.push(placed(table, columns, index + 1, name, patch.set[name]));
    }
  }
  const expected = new Set(
    patches.flatMap(({ expect = {} }) =>
      Object.keys(expect).map((name) => (columns.get(name) ?? 0) + 1),
    ),
  );
  const isExpected = ({ column, formats }: Block): boolean =>
    (formats[0] ?? []).some((_, i) => expected.has(column + i));
  const blocks = rectangles(cells, grid);
  plan.blocks = [
    ...blocks.filter((block) => !isExpected(block)),
    ...blocks.filter((block) => isExpected(block)),
  ];
  return plan;
}

/** The rectangles that add rows below a freshly read grid; a row whose id is there already is left. */
export function planAppend<C extends Columns>(
  table: Table<C>,
  grid: Cell[][],
  added: RowOf<C>[],
  context: ReadContext,
): Plan {
  const columns = locateColumns(table, grid[0] ?? []);
  const known = new Set(locateRows(table, grid, context).keys());
  const plan: Plan = { blocks: [], done: [] };
  const cells: Placed[] = [];
  for (const row of added) {
    const id = String(row[table.key]);
    if (known.has(id)) continue;
    known.add(id);
    plan.done.push(id);
    const at = grid.length + plan.done.length;
    for (const name of Object.keys(table.columns)) {
      cells.push({ ...placed(table, columns, at, name, row[name]), fills: false });
    }
  }
  plan.blocks = rectangles(cells, grid);
  return plan;
}

interface Placed {
  row: number;
  column: number;
  format: string;
  value: Cell;
  /** Worked out anew each time, so a neighbour may be written again as it was. */
  fills: boolean;
}

function placed<C extends Columns>(
  table: Table<C>,
  columns: Map<string, number>,
  row: number,
  name: string,
  value: unknown,
): Placed {
  const column = table.columns[name];
  if (column === undefined) throw new Error(`${table.tab} has no column named ${name}`);
  return {
    row,
    column: (columns.get(name) ?? 0) + 1,
    format: column.format,
    value: column.encode(value),
    fills: column.by === 'rollup',
  };
}

/** Compares as the columns read: `Approved` typed by a person is `approved`. */
export function expectations<C extends Columns>(
  table: Table<C>,
  columns: Map<string, number>,
  header: Cell[],
  context: ReadContext,
): (now: Cell[], expected: Partial<RowOf<C>>) => boolean {
  const byHeader = new Map(header.map((cell, i) => [String(cell).trim(), i]));
  return (now, expected) => {
    const sibling = (title: string): Cell => now[byHeader.get(title) ?? -1] ?? '';
    return Object.entries(expected).every(([name, value]) => {
      const column = table.columns[name];
      if (column === undefined) return false;
      try {
        const found: unknown = column.decode(now[columns.get(name) ?? -1] ?? '', {
          ...context,
          sibling,
        });
        return plain(column.encode(found)) === plain(column.encode(value));
      } catch (error) {
        if (error instanceof Problem) return false;
        throw error;
      }
    });
  };
}

function plain(cell: Cell): string {
  return cell instanceof Date ? String(cell.getTime()) : String(cell);
}

/** Joins cells into as few rectangles as can be without touching a cell that is not ours. */
function rectangles(cells: Placed[], grid: Cell[][]): Block[] {
  const strips = stripsByRow(cells);
  strips.sort((a, b) => a.column - b.column || a.width - b.width || a.row - b.row);
  const blocks: (Block & { fills: boolean })[] = [];
  for (const strip of strips) {
    const last = blocks[blocks.length - 1];
    const gap = last === undefined ? -1 : strip.row - (last.row + last.values.length);
    const joins =
      last?.column === strip.column &&
      last.values[0]?.length === strip.width &&
      (gap === 0 || (gap > 0 && last.fills && strip.fills));
    if (!joins) {
      blocks.push({
        row: strip.row,
        column: strip.column,
        formats: [strip.formats],
        values: [strip.values],
        fills: strip.fills,
      });
      continue;
    }
    for (let row = strip.row - gap; row < strip.row; row++) {
      const from = strip.column - 1;
      const kept = (grid[row - 1] ?? []).slice(from, from + strip.width);
      last.values.push(kept);
      last.formats.push(strip.formats);
    }
    last.values.push(strip.values);
    last.formats.push(strip.formats);
  }
  return blocks.map(({ row, column, formats, values }) => ({ row, column, formats, values }));
}

interface Strip {
  row: number;
  column: number;
  width: number;
  formats: string[];
  values: Cell[];
  fills: boolean;
}

/** The runs of neighbouring cells within each row. */
function stripsByRow(cells: Placed[]): Strip[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const strips: Strip[] = [];
  for (const cell of sorted) {
    const last = strips[strips.length - 1];
    const joins =
      last?.row === cell.row &&
      last.column + last.width === cell.column &&
      last.fills === cell.fills;
    if (joins) {
      last.width++;
      last.formats.push(cell.format);
      last.values.push(cell.value);
    } else {
      strips.push({
        row: cell.row,
        column: cell.column,
        width: 1,
        formats: [cell.format],
        values: [cell.value],
        fills: cell.fills,
      });
    }
  }
  return strips;
}
