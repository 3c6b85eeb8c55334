import { blankRow, type Columns, type RowOf, type Table } from '../core/schema/table';
import type { Patch } from '../core/schema/writing';
import type { Sheets } from '../services';

/**
 * Brings a tab to these rows, but for the columns that are `others'`; a row that is no more among them
 * stays with its id and nothing else.
 */
export function keepRows<C extends Columns>(
  sheets: Sheets,
  table: Table<C>,
  rows: RowOf<C>[],
  others: readonly (keyof C & string)[] = [],
): void {
  const known = new Map(sheets.read(table).all.map((row) => [String(row[table.key]), row]));
  const wanted = new Map(rows.map((row) => [String(row[table.key]), row]));
  const gone = [...known.keys()].filter((id) => !wanted.has(id));
  for (const id of gone) wanted.set(id, { ...blankRow(table), [table.key]: id });
  const patches = [...wanted].flatMap(([id, row]): Patch<C>[] => {
    const before = known.get(id);
    const set = Object.fromEntries(
      Object.entries(row).filter(([name]) => !others.includes(name)),
    ) as Partial<RowOf<C>>;
    return before === undefined || isSame(before, set) ? [] : [{ id, set }];
  });
  sheets.patch(table, patches);
  sheets.append(
    table,
    rows.filter((row) => !known.has(String(row[table.key]))),
  );
}

/** Whether a row holds these values already. */
export function isSame(row: object, set: object): boolean {
  const was = row as Record<string, unknown>;
  return Object.entries(set).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(was[name]),
  );
}
