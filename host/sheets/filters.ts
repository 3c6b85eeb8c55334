import type { FilterCriteria } from '../shared/cells';
import { displayText } from './display';
import { rawValue } from './reading';
import { meets } from './rules';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/** The rows that a tab's filter hides; its first row is the header and always stays. */
export function filteredRows(workbook: Workbook, tab: Tab): number[] {
  if (!tab.filter) return [];
  const { area, criteria } = tab.filter;
  const rules = Object.entries(criteria);
  const hidden: number[] = [];
  if (!rules.length) return hidden;
  for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
    const passes = rules.every(([column, rule]) =>
      letsThrough(workbook, tab, rule, row, Number(column)),
    );
    if (!passes) hidden.push(row);
  }
  return hidden;
}

function letsThrough(
  workbook: Workbook,
  tab: Tab,
  { criteria, values, hidden, visible }: FilterCriteria,
  row: number,
  column: number,
): boolean {
  const cell = tab.grid.get(row, column);
  const shown = displayText(cell, workbook.language);
  if (hidden?.includes(shown)) return false;
  if (visible && !visible.includes(shown)) return false;
  if (criteria === undefined) return true;
  return meets(criteria, rawValue(cell), values, workbook) !== false;
}
