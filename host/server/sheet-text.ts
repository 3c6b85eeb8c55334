import { formatCsv } from '../shared/csv';
import { readDisplay, readValues } from '../sheets/reading';
import type { CellValue, SheetTable } from '../shared/control';
import type { Area } from '../shared/a1';
import type { Tab } from '../sheets/tab';
import type { Workbook } from '../sheets/workbook';
import { BadRequest } from './http';

/** A tab's raw values; a date stands as `{"date":"ISO"}`. */
export function sheetJson(workbook: Workbook, name: string): SheetTable {
  const tab = tabNamed(workbook, name);
  const [header = [], ...rows] = rawRows(tab, contentOf(tab), workbook.timeZone);
  return { header, rows };
}

/** A tab as its cells show it. */
export function sheetCsv(workbook: Workbook, name: string): string {
  const tab = tabNamed(workbook, name);
  return formatCsv(readDisplay(tab, contentOf(tab), workbook.language));
}

/** The values of a block, dates as objects. */
export function rawRows(tab: Tab, area: Area, timeZone: string): CellValue[][] {
  const { values, dates } = readValues(tab, area, timeZone);
  const rows: CellValue[][] = values;
  for (const [row, column, instant] of dates) {
    const line = rows[row];
    if (line) line[column] = { date: new Date(instant).toISOString() };
  }
  return rows;
}

function tabNamed(workbook: Workbook, name: string): Tab {
  const tab = workbook.tabNamed(name);
  if (!tab) throw new BadRequest(`There is no tab named ${JSON.stringify(name)}.`, 404);
  return tab;
}

function contentOf(tab: Tab): Area {
  const { row, column } = tab.grid.extent();
  return { row: 1, column: 1, rows: row, columns: column };
}
