import type { Area } from '../shared/a1';
import type { Block, LookKey, LookValue, RichText, Value } from '../shared/cells';
import { instantOf } from '../shared/zone';
import type { Cell } from './cell';
import { displayText, formulaValue, isDate } from './display';
import type { Tab } from './tab';
import { shownAt } from './typed';

/** The values of a block; dates are moments in the spreadsheet's zone. */
export function readValues(tab: Tab, area: Area, timeZone: string): Block {
  const dates: Block['dates'] = [];
  const values = tab.grid.read(area, rawValue);
  values.forEach((row, y) =>
    row.forEach((value, x) => {
      if (typeof value !== 'number') return;
      const cell = tab.grid.get(area.row + y, area.column + x);
      if (isDate(cell?.look?.numberFormat)) dates.push([y, x, instantOf(timeZone, shownAt(value))]);
    }),
  );
  return { values, dates };
}

/** What a cell holds: an empty one reads as an empty text, a formula as an error. */
export function rawValue(cell: Cell | undefined): Value {
  if (cell?.f !== undefined) return formulaValue;
  return cell?.v ?? '';
}

export function readDisplay(tab: Tab, area: Area, locale: string): string[][] {
  return tab.grid.read(area, (cell) => displayText(cell, locale));
}

export function readFormulas(tab: Tab, area: Area): string[][] {
  return tab.grid.read(area, (cell) => cell?.f ?? '');
}

export function readLooks(tab: Tab, area: Area, key: LookKey): LookValue[][] {
  return tab.grid.read(area, (cell) => cell?.look?.[key] ?? null);
}

/** The texts of a block with their stretches; a cell that holds something else than text has none. */
export function readRich(tab: Tab, area: Area): (RichText | null)[][] {
  return tab.grid.read(area, (cell) => {
    if (!cell) return { text: '', runs: [] };
    if (cell.f !== undefined || (cell.v !== undefined && typeof cell.v !== 'string')) return null;
    return { text: cell.v ?? '', runs: cell.runs ?? [] };
  });
}
