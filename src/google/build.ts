import { CHARTS } from '../core/dashboard/charts';
import type { Column } from '../core/schema/column';
import type { Table } from '../core/schema/table';
import { SETTINGS, SETTINGS_HEADER } from '../core/settings';
import {
  activity,
  addresses,
  CHART_DATA,
  claims,
  clicks,
  clients,
  commissions,
  DASHBOARD,
  letters,
  links,
  occasions,
  pastRates,
  products,
  rates,
  SETTINGS_TAB,
  TABLES,
  webhooks,
} from '../core/workbook';
import { isLaidOut, layOut } from './dashboard-layout';
import { grid, sheetNamed, spreadsheet } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
/** What building a tab needs to know of its table. */
type TabPlan = Pick<Table, 'tab' | 'columns' | 'empty'>;

/** The tabs in the order a person meets them; hidden ones last. */
const ORDER: readonly (TabPlan | string)[] = [
  DASHBOARD,
  clients,
  letters,
  products,
  occasions,
  commissions,
  claims,
  rates,
  links,
  clicks,
  addresses,
  webhooks,
  SETTINGS_TAB,
  activity,
  ...TABLES.filter(({ tab }) => tab.startsWith('_')),
  pastRates,
  CHART_DATA,
];

const COLOURS = { person: '#1f6f4a', system: '#6b7a73', text: '#ffffff' };
const OURS = 'Perennial: ';

/** Whether every tab is there. */
export function isBuilt(): boolean {
  const there = new Set(
    spreadsheet()
      .getSheets()
      .map((sheet) => sheet.getName()),
  );
  return [...TABLES.map(({ tab }) => tab), DASHBOARD, SETTINGS_TAB, CHART_DATA].every((tab) =>
    there.has(tab),
  );
}

/** Makes what is missing of the workbook; what a person changed is left as it is. */
export function buildWorkbook(): void {
  const book = spreadsheet();
  const wasEmpty = !isBuilt();
  ORDER.forEach((part, i) => {
    const name = typeof part === 'string' ? part : part.tab;
    const before = book.getSheetByName(name);
    const sheet = before ?? book.insertSheet(name, i);
    if (typeof part === 'string') buildOther(sheet, part);
    else buildTable(sheet, part, before === null);
    if (before === null && name.startsWith('_')) sheet.hideSheet();
  });
  // It refers to other tabs, which must be there first.
  buildDashboard(sheetNamed(DASHBOARD));
  if (wasEmpty) {
    book.setActiveSheet(sheetNamed(DASHBOARD));
    if (book.getName() === 'Untitled spreadsheet') book.rename('Perennial');
  }
  removeEmptyFirstSheet(book);
  SpreadsheetApp.flush();
}

function buildTable(sheet: Sheet, table: TabPlan, isNew: boolean): void {
  const columns = Object.values(table.columns) as Column<unknown>[];
  const header = addMissingHeaders(
    sheet,
    columns.map((column) => column.header),
  );
  const notes = sheet.getRange(1, 1, 1, header.length).getNotes()[0] ?? [];
  const rules = sheet.getRange(2, 1, 1, header.length).getDataValidations()[0] ?? [];
  const below = sheet.getMaxRows() - 1;
  for (const column of columns) {
    const at = header.indexOf(column.header);
    const cells = sheet.getRange(2, at + 1, below, 1);
    cells.setNumberFormat(column.format);
    if (isNew && column.align !== undefined) cells.setHorizontalAlignment(column.align);
    if (isNew && column.width !== undefined) sheet.setColumnWidth(at + 1, column.width);
    if (isNew) cells.setWrap(column.wrap ?? false).setVerticalAlignment('top');
    if (column.choices !== undefined && !rules[at]) cells.setDataValidation(dropdown(column));
    if (!notes[at]) notes[at] = noteOf(table, column);
    const colour = column.by === 'person' ? COLOURS.person : COLOURS.system;
    if (isNew) sheet.getRange(1, at + 1).setBackground(colour);
  }
  const top = sheet.getRange(1, 1, 1, header.length);
  top.setNotes([notes]);
  if (isNew) {
    top.setFontColor(COLOURS.text).setFontWeight('bold');
    sheet.setFrozenRows(1);
    colourStates(sheet, table, header);
  }
  protectTable(sheet, table, columns);
}

/** The header row, after the titles that it lacks were added at its end. */
function addMissingHeaders(sheet: Sheet, wanted: string[]): string[] {
  const isEmpty = sheet.getLastRow() === 0;
  const header = isEmpty ? [] : (grid(sheet)[0] ?? []).map((cell) => String(cell).trim());
  const missing = wanted.filter((title) => !header.includes(title));
  if (missing.length > 0) {
    const width = header.length + missing.length;
    if (width > sheet.getMaxColumns()) {
      sheet.insertColumnsAfter(sheet.getMaxColumns(), width - sheet.getMaxColumns());
    }
    sheet
      .getRange(1, header.length + 1, 1, missing.length)
      .setNumberFormat('@')
      .setValues([missing]);
  }
  return [...header, ...missing];
}

function noteOf(table: TabPlan, column: Column<unknown>): string {
  const isFirst = column === Object.values(table.columns)[0];
  return isFirst && table.empty !== '' ? `${column.help}\n\n${table.empty}` : column.help;
}

/** A dropdown that offers and does not forbid: a cell that cannot be read is told about instead. */
function dropdown(column: Column<unknown>): GoogleAppsScript.Spreadsheet.DataValidation {
  return SpreadsheetApp.newDataValidation()
    .requireValueInList([...(column.choices ?? [])], true)
    .setAllowInvalid(true)
    .setHelpText(column.help)
    .build();
}

/** States that a person should notice at a glance. */
const STATE_COLOURS: Record<string, string> = {
  drafted: '#fff3d6',
  approved: '#dcefe4',
  sent: '#e8eeeb',
  held: '#fbe0da',
  failed: '#fbe0da',
  problem: '#fbe0da',
  paid: '#dcefe4',
  reversed: '#fbe0da',
  unsubscribed: '#e8eeeb',
};

function colourStates(sheet: Sheet, table: TabPlan, header: string[]): void {
  const rules = (Object.values(table.columns) as Column<unknown>[]).flatMap((column) => {
    const told = (column.choices ?? []).filter((choice) => STATE_COLOURS[choice] !== undefined);
    const range = sheet.getRange(2, header.indexOf(column.header) + 1, sheet.getMaxRows() - 1, 1);
    return told.map((choice) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(choice)
        .setBackground(STATE_COLOURS[choice] ?? '')
        .setRanges([range])
        .build(),
    );
  });
  if (rules.length > 0) sheet.setConditionalFormatRules(rules);
}

/** Warns before headers, or a tab that only Perennial fills, are changed by hand. */
function protectTable(sheet: Sheet, table: TabPlan, columns: Column<unknown>[]): void {
  const isOurs = columns.every(({ by }) => by !== 'person');
  const kinds = [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE];
  const there = kinds
    .flatMap((kind) => sheet.getProtections(kind))
    .some((protection) => protection.getDescription().startsWith(OURS));
  if (there) return;
  const protection = isOurs ? sheet.protect() : sheet.getRange(1, 1, 1, columns.length).protect();
  protection.setDescription(`${OURS}${table.tab}`).setWarningOnly(true);
}

function buildOther(sheet: Sheet, name: string): void {
  if (name === SETTINGS_TAB) buildSettings(sheet);
}

function buildSettings(sheet: Sheet): void {
  const isNew = sheet.getLastRow() === 0;
  const header = addMissingHeaders(sheet, [...SETTINGS_HEADER]);
  const [titleAt, valueAt, helpAt] = SETTINGS_HEADER.map((title) => header.indexOf(title) + 1);
  if (titleAt === undefined || valueAt === undefined || helpAt === undefined) return;
  const there = new Set(grid(sheet).map((row) => String(row[titleAt - 1]).trim()));
  for (const setting of Object.values(SETTINGS)) {
    if (there.has(setting.title)) continue;
    const row = sheet.getLastRow() + 1;
    const usual = typeof setting.default === 'boolean' ? 'no' : String(setting.default);
    sheet.getRange(row, titleAt).setValue(setting.title).setFontWeight('bold');
    sheet.getRange(row, valueAt).setNumberFormat('@').setValue(usual);
    sheet.getRange(row, helpAt).setValue(setting.help).setWrap(true);
    if ('choices' in setting) {
      const rule = SpreadsheetApp.newDataValidation()
        .requireValueInList([...setting.choices], true)
        .setAllowInvalid(true)
        .build();
      sheet.getRange(row, valueAt).setDataValidation(rule);
    }
  }
  if (!isNew) return;
  [250, 300, 860].forEach((width, i) => sheet.setColumnWidth(i + 1, width));
  styleTop(sheet, SETTINGS_HEADER.length);
}

function buildDashboard(sheet: Sheet): void {
  if (!isLaidOut(grid(sheet)[0] ?? [])) layOut(sheet, CHARTS.length);
}

function styleTop(sheet: Sheet, width: number): void {
  sheet
    .getRange(1, 1, 1, width)
    .setFontWeight('bold')
    .setBackground(COLOURS.person)
    .setFontColor(COLOURS.text);
  sheet.setFrozenRows(1);
}

/** The blank tab that every new spreadsheet starts with. */
function removeEmptyFirstSheet(book: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  const ours = new Set(ORDER.map((part) => (typeof part === 'string' ? part : part.tab)));
  for (const sheet of book.getSheets()) {
    const isLeftOver = !ours.has(sheet.getName()) && sheet.getLastRow() === 0;
    if (isLeftOver && /^(Sheet|Tabellenblatt|工作表|シート) ?1$/.test(sheet.getName())) {
      book.deleteSheet(sheet);
    }
  }
}
