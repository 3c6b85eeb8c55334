import { parseA1 } from '../../../shared/a1';
import type { SheetInfo } from '../../../shared/cells';
import { isTimeZone } from '../../../shared/zone';
import { call } from '../../bridge';
import type { EnumValue } from '../../enums';
import { exception } from '../../exception';
import { reveal, type Thing } from '../../facade';
import type { Banding } from './banding';
import {
  addMetadata,
  DeveloperMetadataFinder,
  metadataOn,
  onSpreadsheet,
  type DeveloperMetadata,
} from './metadata';
import { BookFacts } from './book-facts';
import { NamedRange } from './named-range';
import type { Protection } from './protection';
import { Range } from './range';
import { RangeList } from './range-list';
import { Selection } from './selection';
import { Sheet } from './sheet';
import { TextFinder } from './text-finder';

interface InsertOptions {
  template?: unknown;
}

/** Spreadsheet: the host's one spreadsheet. */
export class Spreadsheet extends BookFacts implements Thing {
  readonly kind = 'Spreadsheet.Spreadsheet';

  getId(): string {
    return this.info().id;
  }

  getName(): string {
    return this.info().name;
  }

  getUrl(): string {
    return this.info().url;
  }

  getSpreadsheetTimeZone(): string {
    return this.info().timeZone;
  }

  getSpreadsheetLocale(): string {
    return this.info().locale;
  }

  rename(name: string): void {
    call('sheets.apply', { operation: { do: 'spreadsheet', name } });
  }

  setSpreadsheetTimeZone(timeZone: string): void {
    // Unverified wording.
    if (!isTimeZone(timeZone)) throw exception('Invalid argument: timezone');
    call('sheets.apply', { operation: { do: 'spreadsheet', timeZone } });
  }

  setSpreadsheetLocale(locale: string): void {
    call('sheets.apply', { operation: { do: 'spreadsheet', locale } });
  }

  getSheets(): Sheet[] {
    return call('sheets.list', {}).map(({ id }) => new Sheet(id));
  }

  getNumSheets(): number {
    return call('sheets.list', {}).length;
  }

  getSheetByName(name: string): Sheet | null {
    const found = call('sheets.list', {}).find((sheet) => sheet.name === name);
    return found ? new Sheet(found.id) : null;
  }

  getSheetById(id: number): Sheet | null {
    return call('sheets.sheet', { sheet: id }) ? new Sheet(id) : null;
  }

  getActiveSheet(): Sheet {
    return new Sheet(this.info().active.sheet);
  }

  getActiveRange(): Range {
    const { sheet, ...area } = this.info().active;
    return new Range(new Sheet(sheet), area);
  }

  getCurrentCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  getActiveCell(): Range {
    return this.getCurrentCell();
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setCurrentCell(range: Range): Range {
    return range.activate();
  }

  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }

  getSelection(): Selection {
    return new Selection();
  }

  getActiveRangeList(): RangeList {
    return this.getSelection().getActiveRangeList();
  }

  setActiveRangeList(list: RangeList): RangeList {
    return list.activate();
  }

  insertSheet(...args: (string | number | InsertOptions | undefined)[]): Sheet {
    const sheets = call('sheets.list', {});
    const name = args.find((arg) => typeof arg === 'string') ?? freeName(sheets);
    const active = this.info().active.sheet;
    const afterActive = sheets.findIndex(({ id }) => id === active) + 1;
    const index = args.find((arg) => typeof arg === 'number') ?? afterActive;
    const options = args.find((arg): arg is InsertOptions => typeof arg === 'object');
    checkName(sheets, name);
    const id = call('sheets.newId', {});
    const template = reveal(options?.template);
    call('sheets.apply', {
      operation:
        template instanceof Sheet
          ? { do: 'copySheet', from: template.id, sheet: id, name, index }
          : { do: 'addSheet', sheet: id, name, index, rows: 1000, columns: 26 },
    });
    return new Sheet(id).activate();
  }

  duplicateActiveSheet(): Sheet {
    return this.getActiveSheet().copyTo();
  }

  deleteSheet(sheet: Sheet): void {
    const sheets = call('sheets.list', {});
    if (sheets.length === 1) throw exception("You can't remove all the sheets in a document.");
    if (!sheets.some(({ id, hidden }) => id !== sheet.id && !hidden)) {
      throw exception("You can't remove all the visible sheets in a document.");
    }
    call('sheets.apply', { operation: { do: 'removeSheet', sheet: sheet.id } });
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }

  moveActiveSheet(position: number): void {
    const operation = { do: 'moveSheet', sheet: this.getActiveSheet().id, index: position - 1 };
    call('sheets.apply', { operation: { ...operation, do: 'moveSheet' } });
  }

  renameActiveSheet(name: string): void {
    this.getActiveSheet().setName(name);
  }

  getRange(a1: string): Range {
    const named = this.getRangeByName(a1);
    if (named) return named;
    const parsed = parseA1(a1);
    if (!parsed) throw exception('Range not found');
    if (parsed.sheet === undefined) return this.getActiveSheet().getRange(a1);
    const sheet = this.getSheetByName(parsed.sheet);
    if (!sheet) throw exception('Range not found');
    return sheet.getRange(a1);
  }

  getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(a1Notations.map((a1) => this.getRange(a1)));
  }

  getRangeByName(name: string): Range | null {
    const found = call('sheets.namedRanges', {}).find((range) => range.name === name);
    return found ? new Range(new Sheet(found.area.sheet), found.area) : null;
  }

  getNamedRanges(): NamedRange[] {
    return call('sheets.namedRanges', {}).map(({ name }) => new NamedRange(name));
  }

  setNamedRange(name: string, range: Range): void {
    call('sheets.apply', { operation: { do: 'nameRange', name, area: range.sheetArea() } });
  }

  removeNamedRange(name: string): void {
    call('sheets.apply', { operation: { do: 'nameRange', name, area: null } });
  }

  getProtections(type: EnumValue): Protection[] {
    return this.getSheets().flatMap((sheet) => sheet.getProtections(type));
  }

  getBandings(): Banding[] {
    return this.getSheets().flatMap((sheet) => sheet.getBandings());
  }

  createTextFinder(text: string): TextFinder {
    const whole = call('sheets.list', {}).map(({ id, rows, columns }) => {
      return new Range(new Sheet(id), { row: 1, column: 1, rows, columns });
    });
    return new TextFinder(whole, text);
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): this {
    addMetadata(onSpreadsheet, key, rest);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOn(onSpreadsheet);
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this);
  }

  /** No form is ever linked here. */
  getFormUrl(): string | null {
    return null;
  }

  toast(message: string, title = '', seconds: number | null = 5): void {
    call('ui.toast', { message, title, seconds: seconds ?? 5 });
  }

  addMenu(caption: string, items: ({ name: string; functionName: string } | null)[]): void {
    const entries = items.map((item) =>
      item
        ? ({ kind: 'item', caption: item.name, function: item.functionName } as const)
        : ({ kind: 'separator' } as const),
    );
    call('ui.menu', { caption, entries });
  }

  updateMenu(caption: string, items: ({ name: string; functionName: string } | null)[]): void {
    this.addMenu(caption, items);
  }

  removeMenu(caption: string): void {
    call('ui.removeMenu', { caption });
  }
}

/** Methods that Google's Spreadsheet has too, for its active sheet. */
const ofActiveSheet = [
  'appendRow',
  'autoResizeColumn',
  'deleteColumn',
  'deleteColumns',
  'deleteRow',
  'deleteRows',
  'getColumnWidth',
  'getDataRange',
  'getFrozenColumns',
  'getFrozenRows',
  'getLastColumn',
  'getLastRow',
  'getRowHeight',
  'getSheetId',
  'getSheetName',
  'getSheetValues',
  'hideColumn',
  'hideRow',
  'insertColumnAfter',
  'insertColumnBefore',
  'insertColumnsAfter',
  'insertColumnsBefore',
  'insertRowAfter',
  'insertRowBefore',
  'insertRowsAfter',
  'insertRowsBefore',
  'isColumnHiddenByUser',
  'isRowHiddenByFilter',
  'isRowHiddenByUser',
  'setColumnWidth',
  'setFrozenColumns',
  'setFrozenRows',
  'setRowHeight',
  'sort',
  'unhideColumn',
  'unhideRow',
];

for (const method of ofActiveSheet) {
  Object.defineProperty(Spreadsheet.prototype, method, {
    value(this: Spreadsheet, ...args: unknown[]): unknown {
      const sheet = this.getActiveSheet();
      const own = Reflect.get(sheet, method) as (...args: unknown[]) => unknown;
      return own.apply(sheet, args);
    },
  });
}

function freeName(sheets: SheetInfo[]): string {
  let number = sheets.length + 1;
  while (sheets.some(({ name }) => name === `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

/** Refuses a name that another tab has, in Google's words. */
export function checkName(sheets: SheetInfo[], name: string): void {
  if (sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    throw exception(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}
