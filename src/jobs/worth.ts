import { type Day, type Instant } from '../core/calendar';
import { type Plan, planned } from '../core/revenue/forecast/plan';
import { type Worth, worthOf, type WorthInput } from '../core/revenue/worth';
import { worthRows } from '../core/revenue/worth-rows';
import {
  forecasts,
  networksWorth,
  type Product,
  products,
  productsWorth,
  type ProductWorthRow,
  segments,
} from '../core/workbook';
import type { Sheets } from '../services';
import { isSame, keepRows } from './keep-rows';

/** Finds what everything is worth and keeps the hidden tabs of it. */
export function saveWorth(
  sheets: Sheets,
  input: WorthInput,
  { plan, today, now }: { plan: Plan; today: Day; now: Instant },
): Worth {
  const worth = worthOf(input, plan.home, now);
  const rows = worthRows(worth, today, planned(plan));
  showOnProducts(sheets, input.products, rows.products);
  keepRows(sheets, productsWorth, rows.products);
  keepRows(sheets, networksWorth, rows.networks);
  keepRows(sheets, segments, rows.segments);
  keepRows(sheets, forecasts, rows.forecasts);
  return worth;
}

/** The Products tab says of each product how often it sells and what a sale brings. */
function showOnProducts(sheets: Sheets, shown: Product[], worth: ProductWorthRow[]): void {
  const byId = new Map(worth.map((row) => [row.id, row]));
  sheets.patch(
    products,
    shown.flatMap((product) => {
      const row = byId.get(product.id);
      if (row === undefined) return [];
      const { conversion, recommended, lifetime, sales } = row;
      const set = { conversion, recommended, lifetime, sales };
      return isSame(product, set) ? [] : [{ id: product.id, set }];
    }),
  );
}
