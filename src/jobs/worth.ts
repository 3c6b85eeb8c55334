import { type Day, type Instant } from '../core/calendar';
import { type Plan, planned } from '../core/revenue/forecast/plan';
import { type Worth, worthOf, type WorthInput } from '../core/revenue/worth';
import { worthRows } from '../core/revenue/worth-rows';
import { forecasts, networksWorth, productsWorth, segments } from '../core/workbook';
import type { Sheets } from '../services';
import { keepRows } from './keep-rows';

/** Finds what everything is worth and keeps the hidden tabs of it. */
export function saveWorth(
  sheets: Sheets,
  input: WorthInput,
  { plan, today, now }: { plan: Plan; today: Day; now: Instant },
): Worth {
  const worth = worthOf(input, plan.home, now);
  const rows = worthRows(worth, today, planned(plan));
  keepRows(sheets, productsWorth, rows.products);
  keepRows(sheets, networksWorth, rows.networks);
  keepRows(sheets, segments, rows.segments);
  keepRows(sheets, forecasts, rows.forecasts);
  return worth;
}
