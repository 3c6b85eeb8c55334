import { Problem } from '../core/problem';
import type { Cell } from '../core/schema/column';

/** The workbook that the script is bound to. */
export function spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** A tab by its name; throws a `Problem` where it is missing. */
export function sheetNamed(name: string): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = spreadsheet().getSheetByName(name);
  if (sheet !== null) return sheet;
  throw new Problem({
    code: 'tab-missing',
    tab: name,
    sentence: `The tab “${name}” is missing.`,
    remedy: 'Choose Perennial → Set up, which makes it again.',
  });
}

/** All cells with content, header first; one read. */
export function grid(sheet: GoogleAppsScript.Spreadsheet.Sheet): Cell[][] {
  return sheet.getDataRange().getValues() as Cell[][];
}

/** Where a header stands, from 0; throws a `Problem` where it is missing. */
export function columnOf(header: Cell[], title: string, tab: string): number {
  const at = header.findIndex((cell) => String(cell).trim() === title);
  if (at >= 0) return at;
  throw new Problem({
    code: 'column-missing',
    tab,
    column: title,
    sentence: `The tab “${tab}” has no column “${title}”.`,
    remedy: 'Name the column so again, or choose Perennial → Set up.',
  });
}
