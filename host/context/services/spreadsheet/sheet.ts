import { parseA1 } from '../../../shared/a1';
import type { SheetSettings } from '../../../shared/cells';
import { call } from '../../bridge';
import { enumValue, type EnumValue } from '../../enums';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { EmbeddedChartBuilder } from './chart-builder';
import { EmbeddedChart, newChartData } from './charts';
import type { NamedRange } from './named-range';
import { Range } from './range';
import { RangeList } from './range-list';
import { checkArea, clearings, inputsOf, type ClearOptions } from './range-checks';
import { Selection } from './selection';
import { SheetMarks } from './sheet-marks';
import { checkName, Spreadsheet } from './spreadsheet';
import { TextFinder } from './text-finder';

/** Sheet: one tab. It is known by its id, so renaming or moving the tab changes nothing here. */
export class Sheet extends SheetMarks implements Thing {
  readonly kind = 'Spreadsheet.Sheet';

  self(): this {
    return this;
  }

  private set(settings: SheetSettings): this {
    return this.apply({ do: 'settings', sheet: this.id, settings });
  }

  getName(): string {
    return this.info().name;
  }

  getSheetName(): string {
    return this.getName();
  }

  getSheetId(): number {
    return this.id;
  }

  getIndex(): number {
    return this.info().index + 1;
  }

  getParent(): Spreadsheet {
    return new Spreadsheet();
  }

  getType(): EnumValue {
    return enumValue('Spreadsheet.SheetType', 'GRID');
  }

  setName(name: string): this {
    const others = call('sheets.list', {}).filter(({ id }) => id !== this.id);
    checkName(others, name);
    return this.apply({ do: 'renameSheet', sheet: this.id, name });
  }

  activate(): this {
    call('sheets.activate', {
      area: { sheet: this.id, row: 1, column: 1, rows: 1, columns: 1 },
    });
    return this;
  }

  getRange(first: number | string, column?: number, rows = 1, columns = 1): Range {
    const { rows: maxRows, columns: maxColumns } = this.info();
    if (typeof first === 'string') return this.namedOrA1(first, maxRows, maxColumns);
    const area = { row: first, column: column ?? 1, rows, columns };
    checkArea(area, maxRows, maxColumns);
    return new Range(this, area);
  }

  private namedOrA1(text: string, maxRows: number, maxColumns: number): Range {
    const a1 = parseA1(text);
    if (!a1) {
      const named = new Spreadsheet().getRangeByName(text);
      if (named) return named;
      throw exception('Range not found');
    }
    const { top = 1, left = 1, bottom = maxRows, right = maxColumns } = a1;
    const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    if (top < 1 || bottom > maxRows || right > maxColumns) throw exception('Range not found');
    return new Range(this, area, a1);
  }

  getDataRange(): Range {
    const { row, column } = call('sheets.extent', { sheet: this.id });
    return new Range(this, {
      row: 1,
      column: 1,
      rows: Math.max(row, 1),
      columns: Math.max(column, 1),
    });
  }

  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    return this.getRange(row, column, rows, columns).getValues();
  }

  getLastRow(): number {
    return call('sheets.extent', { sheet: this.id }).row;
  }

  getLastColumn(): number {
    return call('sheets.extent', { sheet: this.id }).column;
  }

  getMaxRows(): number {
    return this.info().rows;
  }

  getMaxColumns(): number {
    return this.info().columns;
  }

  appendRow(values: unknown[]): this {
    const [inputs = []] = inputsOf([values]);
    const area = { sheet: this.id, row: 1, column: 1, rows: 1, columns: values.length };
    return this.apply({ do: 'append', area, values: inputs });
  }

  getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(a1Notations.map((a1) => this.getRange(a1)));
  }

  getNamedRanges(): NamedRange[] {
    return new Spreadsheet()
      .getNamedRanges()
      .filter((named) => named.getRange().sheet.id === this.id);
  }

  /** Only people can draw, and not here. */
  getDrawings(): Thing[] {
    return [];
  }

  /** No form is ever linked here. */
  getFormUrl(): string | null {
    return null;
  }

  createTextFinder(text: string): TextFinder {
    const { rows, columns } = this.info();
    return new TextFinder([this.getRange(1, 1, rows, columns)], text);
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

  getActiveRange(): Range {
    return new Spreadsheet().getActiveRange();
  }

  getActiveCell(): Range {
    return new Spreadsheet().getCurrentCell();
  }

  getCurrentCell(): Range {
    return new Spreadsheet().getCurrentCell();
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

  clear(options?: ClearOptions): this {
    const { rows, columns } = this.info();
    const area = { sheet: this.id, row: 1, column: 1, rows, columns };
    return this.apply({ do: 'clear', area, what: clearings(options) });
  }

  clearContents(): this {
    return this.clear({ contentsOnly: true });
  }

  clearFormats(): this {
    return this.clear({ formatOnly: true });
  }

  clearNotes(): this {
    return this.clear({ commentsOnly: true });
  }

  sort(column: number, ascending = true): this {
    const { frozenRows, rows, columns } = this.info();
    const area = {
      sheet: this.id,
      row: frozenRows + 1,
      column: 1,
      rows: rows - frozenRows,
      columns,
    };
    return this.apply({ do: 'sort', area, keys: [{ column, ascending }] });
  }

  getFrozenRows(): number {
    return this.info().frozenRows;
  }

  getFrozenColumns(): number {
    return this.info().frozenColumns;
  }

  setFrozenRows(rows: number): void {
    this.set({ frozenRows: rows });
  }

  setFrozenColumns(columns: number): void {
    this.set({ frozenColumns: columns });
  }

  isSheetHidden(): boolean {
    return this.info().hidden;
  }

  showSheet(): this {
    return this.set({ hidden: false });
  }

  hideSheet(): this {
    const visible = call('sheets.list', {}).filter(({ id, hidden }) => id !== this.id && !hidden);
    if (!visible.length) throw exception("You can't hide all the sheets in a document.");
    return this.set({ hidden: true });
  }

  getTabColor(): string | null {
    return this.info().tabColor;
  }

  setTabColor(color: string | null): this {
    return this.set({ tabColor: color });
  }

  hasHiddenGridlines(): boolean {
    return this.info().hiddenGridlines;
  }

  setHiddenGridlines(hidden: boolean): this {
    return this.set({ hiddenGridlines: hidden });
  }

  isRightToLeft(): boolean {
    return this.info().rightToLeft;
  }

  setRightToLeft(rightToLeft: boolean): this {
    return this.set({ rightToLeft });
  }

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(newChartData());
  }

  getCharts(): EmbeddedChart[] {
    return call('sheets.charts', { sheet: this.id }).map((data) => new EmbeddedChart(data));
  }

  insertChart(chart: EmbeddedChart): void {
    const id = chart.data.id || call('sheets.newId', {});
    this.apply({ do: 'chart', sheet: this.id, chart: { ...chart.data, id } });
  }

  updateChart(chart: EmbeddedChart): void {
    const known = call('sheets.charts', { sheet: this.id }).some(({ id }) => id === chart.data.id);
    // Unverified wording.
    if (!known) throw exception('Cannot update a chart that does not exist on the sheet.');
    this.apply({ do: 'chart', sheet: this.id, chart: chart.data });
  }

  removeChart(chart: EmbeddedChart): void {
    this.apply({ do: 'removeChart', sheet: this.id, id: chart.data.id });
  }

  /** Copies the tab; this host has one spreadsheet only, so the copy stays in it. */
  copyTo(): Sheet {
    const sheets = call('sheets.list', {});
    const base = `Copy of ${this.getName()}`;
    const taken = (name: string): boolean => sheets.some((sheet) => sheet.name === name);
    let name = base;
    for (let number = 1; taken(name); number += 1) name = `${base} ${number}`;
    const sheet = call('sheets.newId', {});
    this.apply({ do: 'copySheet', from: this.id, sheet, name, index: sheets.length });
    return new Sheet(sheet);
  }
}
