import { type Day, type Instant } from '../core/calendar';
import { type Plan, planned } from '../core/revenue/forecast/plan';
import { type Worth, worthOf, type WorthInput } from '../core/revenue/worth';
import { worthRows } from '../core/revenue/worth-rows';
import { blankRow, type Columns, type RowOf, type Table } from '../core/schema/table';
import type { Patch } from '../core/schema/writing';
import { forecasts, networksWorth, productsWorth, segments } from '../core/workbook';
import type { Sheets } from '../services';

/** Finds what everything is worth and keeps the hidden tabs of it. */
export function saveWorth(
  sheets: Sheets,
  input: WorthInput,
  { plan, today, now }: { plan: Plan; today: Day; now: Instant },
): Worth {
  const worth = worthOf(input, plan.home, now);
  const rows = worthRows(worth, today, planned(plan));
  keep(sheets, productsWorth, rows.products);
  keep(sheets, networksWorth, rows.networks);
  keep(sheets, segments, rows.segments);
  keep(sheets, forecasts, rows.forecasts);
  return worth;
}

/** Brings a tab to these rows; one that is no more among them stays with its id and nothing else. */
function keep<C extends Columns>(sheets: Sheets, table: Table<C>, rows: RowOf<C>[]): void {
  const known = new Map(sheets.read(table).all.map((row) => [String(row[table.key]), row]));
  const wanted = new Map(rows.map((row) => [String(row[table.key]), row]));
  const gone = [...known.keys()].filter((id) => !wanted.has(id));
  for (const id of gone) wanted.set(id, { ...blankRow(table), [table.key]: id });
  const patches = [...wanted].flatMap(([id, row]): Patch<C>[] => {
    const before = known.get(id);
    return before === undefined || same(before, row) ? [] : [{ id, set: row }];
  });
  sheets.patch(table, patches);
  sheets.append(
    table,
    rows.filter((row) => !known.has(String(row[table.key]))),
  );
}

function same(before: object, row: object): boolean {
  const was = before as Record<string, unknown>;
  return Object.entries(row).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(was[name]),
  );
}
