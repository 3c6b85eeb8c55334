import type { Cell } from '../src/core/schema/column';
import { type Columns, readRows, type RowOf, type Table } from '../src/core/schema/table';

/** A cell as the host's control interface returns it. */
export type TabCell = string | number | boolean | { date: string };

/** A tab's row by header. */
export type TabRow = Record<string, TabCell>;

/** A tab's records from rows by header; throws where one cannot be read. */
export function recordsOf<C extends Columns>(table: Table<C>, rows: TabRow[]): RowOf<C>[] {
  const header = Object.values(table.columns).map((column) => column.header);
  const grid = [header, ...rows.map((row) => header.map((title) => cellOf(row[title] ?? '')))];
  const { rows: records, problems } = readRows(table, grid, { zone: 'UTC', home: 'TWD' });
  const [first] = problems;
  if (first !== undefined) throw new Error(`${table.tab}: ${first.sentence}`);
  return records;
}

function cellOf(cell: TabCell): Cell {
  return typeof cell === 'object' ? new Date(cell.date) : cell;
}
