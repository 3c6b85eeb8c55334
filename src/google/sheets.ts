import { Problem } from '../core/problem';
import type { Cell } from '../core/schema/column';
import {
  type Columns,
  isBlank,
  locateColumns,
  type ReadContext,
  readRows,
  type RowOf,
  type Table,
} from '../core/schema/table';
import { type MergePlan, planMerge } from '../core/schema/merging';
import { type Block, type Plan, planAppend, planPatches } from '../core/schema/writing';
import { readSettings, type SettingName, SETTINGS } from '../core/settings';
import { activity, SETTINGS_TAB } from '../core/workbook';
import type { Sheets } from '../services';
import { buildWorkbook, isBuilt } from './build';
import { readChoices, showDashboard } from './dashboard';
import { withLock } from './lock';
import {
  columnOf,
  grid,
  gridOfColumns,
  gridOfRows,
  headerOf,
  sheetNamed,
  spreadsheet,
} from './tabs';

/** The workbook through SpreadsheetApp: a tab is read in one call and written in blocks. */
export function sheets(): Sheets {
  let known: { context: ReadContext; settings: ReturnType<typeof readSettings> } | undefined;

  const look = (): NonNullable<typeof known> => {
    if (known === undefined) {
      const settings = readSettings(grid(sheetNamed(SETTINGS_TAB)));
      const zone = spreadsheet().getSpreadsheetTimeZone();
      known = { context: { zone, home: settings.settings.homeCurrency }, settings };
    }
    return known;
  };

  const write = <C extends Columns>(
    table: Table<C>,
    ids: string[],
    isWide: boolean,
    plan: (now: Cell[][], context: ReadContext) => Plan,
  ): string[] =>
    withLock(() => {
      const sheet = sheetNamed(table.tab);
      const few = isWide ? undefined : gridOfRows(sheet, table, new Set(ids));
      const { blocks, done } = plan(few ?? grid(sheet), look().context);
      writeBlocks(sheet, blocks);
      return done;
    });

  return {
    zone: () => look().context.zone,
    isSetUp: isBuilt,
    settings: () => look().settings,
    settingsNow: () => {
      known = undefined;
      return look().settings.settings;
    },
    saveSettings: (cells) => {
      saveSettings(cells);
      known = undefined;
    },
    read: (table) => readRows(table, grid(sheetNamed(table.tab)), look().context),
    readColumns: (table, names) => {
      const found = gridOfColumns(sheetNamed(table.tab), table, names);
      return readRows(table, found, look().context, names);
    },
    find: (table, ids) => {
      const sheet = sheetNamed(table.tab);
      const wanted = new Set(ids);
      const found = gridOfRows(sheet, table, wanted) ?? grid(sheet);
      const { rows } = readRows(table, found, look().context);
      return rows.filter((row) => wanted.has(String(row[table.key])));
    },
    append: (table, rows) => {
      if (rows.length === 0) return [];
      return write(table, [], false, (now, context) => planAppend(table, now, rows, context));
    },
    patch: (table, patches) => {
      if (patches.length === 0) return [];
      const ids = patches.map(({ id }) => id);
      // Sums are written in one block over the rows between them, which must be known for that.
      const isWide = patches.some(({ set }) =>
        Object.keys(set).some((name) => table.columns[name]?.by === 'rollup'),
      );
      return write(table, ids, isWide, (now, context) => planPatches(table, now, patches, context));
    },
    merge: (table, merges) =>
      withLock(() => {
        const sheet = sheetNamed(table.tab);
        const { blocks, empty, done } = planMerge(table, grid(sheet), merges, look().context);
        writeBlocks(sheet, blocks);
        deleteEmpty(sheet, empty);
        return done;
      }),
    log: (row) => {
      withLock(() => appendLine(activity, row));
    },
    build: () => {
      buildWorkbook();
      known = undefined;
    },
    dashboardChoices: readChoices,
    showDashboard: (shown) => {
      withLock(() => showDashboard(shown));
    },
  };
}

function writeBlocks(sheet: GoogleAppsScript.Spreadsheet.Sheet, blocks: Block[]): void {
  const last = blocks.reduce((row, block) => Math.max(row, block.row + block.values.length - 1), 0);
  if (last > 0) growTo(sheet, last);
  for (const { row, column, formats, values } of blocks) {
    const range = sheet.getRange(row, column, values.length, values[0]?.length ?? 0);
    // The format first: text written into a cell that is not text yet would be read as typed.
    range.setNumberFormats(formats);
    range.setValues(values);
  }
  SpreadsheetApp.flush();
}

/** A person may have moved or filled rows meanwhile: each piece is looked at once more. */
function deleteEmpty(sheet: GoogleAppsScript.Spreadsheet.Sheet, empty: MergePlan['empty']): void {
  for (const { row, count } of empty) {
    if (row + count - 1 > sheet.getMaxRows()) continue;
    const cells = sheet.getRange(row, 1, count, sheet.getMaxColumns()).getValues() as Cell[][];
    if (cells.every(isBlank)) sheet.deleteRows(row, count);
  }
  SpreadsheetApp.flush();
}

/** Adds one row below the last without reading the rows there, for a log that only grows. */
function appendLine<C extends Columns>(table: Table<C>, row: RowOf<C>): void {
  const sheet = sheetNamed(table.tab);
  const header = headerOf(sheet);
  const places = locateColumns(table, header);
  const values: Cell[] = header.map(() => '');
  const formats: string[] = header.map(() => '@');
  for (const [name, at] of places) {
    const column = table.columns[name];
    if (column === undefined) continue;
    values[at] = column.encode(row[name]);
    formats[at] = column.format;
  }
  const at = sheet.getLastRow() + 1;
  writeBlocks(sheet, [{ row: at, column: 1, formats: [formats], values: [values] }]);
}

function growTo(sheet: GoogleAppsScript.Spreadsheet.Sheet, last: number): void {
  const most = sheet.getMaxRows();
  if (last > most) sheet.insertRowsAfter(most, last - most);
}

function saveSettings(cells: Partial<Record<SettingName, string>>): void {
  withLock(() => {
    const sheet = sheetNamed(SETTINGS_TAB);
    const now = grid(sheet);
    const titleAt = columnOf(now[0] ?? [], 'Setting', SETTINGS_TAB);
    const valueAt = columnOf(now[0] ?? [], 'Value', SETTINGS_TAB);
    const writes = Object.entries(cells).map(([name, value]) => ({
      row: rowOfSetting(now, titleAt, SETTINGS[name as SettingName].title),
      value,
    }));
    for (const { row, value } of writes) {
      sheet
        .getRange(row, valueAt + 1)
        .setNumberFormat('@')
        .setValue(value);
    }
    SpreadsheetApp.flush();
  });
}

function rowOfSetting(now: Cell[][], titleAt: number, title: string): number {
  const at = now.findIndex((row) => String(row[titleAt]).trim() === title);
  if (at > 0) return at + 1;
  throw new Problem({
    code: 'setting-missing',
    tab: SETTINGS_TAB,
    sentence: `The Settings tab has no row “${title}”.`,
    remedy: 'Choose Perennial → Set up, which puts it back.',
  });
}
