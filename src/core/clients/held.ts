import type { Column } from '../schema/column';
import type { Columns, RowOf, Table } from '../schema/table';
import { reported, TABLES } from '../workbook';

/** A tab whose rows are about clients, and the columns by which that is known. */
export interface HeldTable {
  table: Table;
  /** The column of the client's id; blank where the tab has only the letter's. */
  byClient: string;
  byLetter: string;
  /** The columns that say something about the person. */
  personal: string[];
}

/** Every tab that holds something about clients, told by its headers, so that a new one takes part. */
export const HELD: readonly HeldTable[] = (TABLES as unknown as readonly Table[]).flatMap(
  (table) => {
    const names = Object.keys(table.columns);
    const headed = (header: string): string =>
      names.find((name) => columnOf(table, name).header === header) ?? '';
    const [byClient, byLetter] = [headed('Client ID'), headed('Letter ID')];
    if (byClient === '' && byLetter === '') return [];
    return [{ table, byClient, byLetter, personal: personalOf(table) }];
  },
);

/** What sources said of sales: about a client are the facts behind the client's commissions. */
export const HELD_FACTS: HeldTable = {
  table: reported as unknown as Table,
  byClient: '',
  byLetter: '',
  personal: personalOf(reported as unknown as Table),
};

function personalOf(table: Table): string[] {
  return Object.keys(table.columns).filter((name) => columnOf(table, name).personal === true);
}

/** The rows about a client, by their own id or by that of one of the client's letters. */
export function rowsAbout(
  { byClient, byLetter }: HeldTable,
  rows: RowOf<Columns>[],
  clientId: string,
  letterIds: ReadonlySet<string>,
): RowOf<Columns>[] {
  return rows.filter((row) =>
    // A row may be of a time when only the letter was noted.
    byClient === '' || (byLetter !== '' && row[byClient] === '')
      ? letterIds.has(String(row[byLetter]))
      : row[byClient] === clientId,
  );
}

/** What is written over a row so that it tells nothing about the person any more. */
export function erasure({ table, personal }: HeldTable): Partial<RowOf<Columns>> {
  return Object.fromEntries(personal.map((name) => [name, columnOf(table, name).blank]));
}

/** A row as a person reads it: by header, each value as its cell holds it. */
export function readable(table: Table, row: RowOf<Columns>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(table.columns).map((name) => {
      const column = columnOf(table, name);
      return [column.header, column.encode(row[name])];
    }),
  );
}

function columnOf(table: Table, name: string): Column<unknown> {
  const column = table.columns[name] as Column<unknown> | undefined;
  if (column === undefined) throw new Error(`${table.tab} has no column named ${name}`);
  return column;
}
