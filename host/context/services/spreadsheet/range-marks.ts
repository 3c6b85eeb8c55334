import type { SheetArea } from '../../../shared/cells';
import type { Clearing } from '../../../shared/operations';
import { call } from '../../bridge';
import { enumValue, type EnumValue } from '../../enums';
import { exception } from '../../exception';
import { bandingsOf, newBanding, type Banding } from './banding';
import { DataValidation } from './data-validation';
import { filterOf, newFilter, type Filter } from './filter';
import { collapse } from './group';
import {
  addMetadata,
  DeveloperMetadataFinder,
  metadataOnRange,
  onLine,
  type DeveloperMetadata,
} from './metadata';
import { newProtection, type Protection } from './protection';
import type { Range } from './range';
import { checkSize, clearings, type ClearOptions } from './range-checks';
import { RangeContent } from './range-content';

/** The part of a Range that deals with what is on its cells beside their content. */
export abstract class RangeMarks extends RangeContent {
  clear(options?: ClearOptions): this {
    return this.clearing(clearings(options));
  }

  clearContent(): this {
    return this.clearing(['content']);
  }

  clearFormat(): this {
    return this.clearing(['format']);
  }

  clearNote(): this {
    return this.clearing(['note']);
  }

  clearDataValidations(): this {
    return this.clearing(['validation']);
  }

  private clearing(what: Clearing[]): this {
    return this.write({ do: 'clear', area: this.sheetArea(), what });
  }

  getDataValidations(): (DataValidation | null)[][] {
    const rules = call('sheets.looks', { area: this.sheetArea(), key: 'validation' });
    return rules.map((row) =>
      row.map((rule) => (rule && typeof rule === 'object' ? DataValidation.from(rule) : null)),
    );
  }

  getDataValidation(): DataValidation | null {
    return this.topLeft().getDataValidations()[0]?.[0] ?? null;
  }

  setDataValidation(rule: DataValidation | null): this {
    const value = rule?.data ?? null;
    return this.write({ do: 'look', area: this.sheetArea(), key: 'validation', value });
  }

  setDataValidations(rules: (DataValidation | null)[][]): this {
    checkSize(rules, this.area);
    const values = rules.map((row) => row.map((rule) => rule?.data ?? null));
    return this.write({ do: 'looks', area: this.sheetArea(), key: 'validation', values });
  }

  insertCheckboxes(checked?: unknown, unchecked?: unknown): this {
    const values = [checked, unchecked].filter((value) => value !== undefined).map(String);
    const value = { criteria: 'CHECKBOX', values, allowInvalid: false };
    this.write({ do: 'look', area: this.sheetArea(), key: 'validation', value });
    return this.setValue(unchecked ?? false);
  }

  removeCheckboxes(): this {
    return this.clearing(['content', 'validation']);
  }

  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color: string | null = null,
    style: EnumValue | null = null,
  ): this {
    const edges = [top, left, bottom, right, vertical, horizontal];
    const line = `${style?.name() ?? 'SOLID'} ${color ?? '#000000'}`;
    return this.write({ do: 'borders', area: this.sheetArea(), edges, line });
  }

  merge(): this {
    return this.mergeAll([this.sheetArea()]);
  }

  mergeAcross(): this {
    const areas = Array.from({ length: this.area.rows }, (_, at) => ({
      ...this.sheetArea(),
      row: this.area.row + at,
      rows: 1,
    }));
    return this.mergeAll(areas);
  }

  mergeVertically(): this {
    const areas = Array.from({ length: this.area.columns }, (_, at) => ({
      ...this.sheetArea(),
      column: this.area.column + at,
      columns: 1,
    }));
    return this.mergeAll(areas);
  }

  private mergeAll(areas: SheetArea[]): this {
    this.checkMerges();
    return this.apply({ do: 'merge', sheet: this.sheet.id, areas });
  }

  private checkMerges(): void {
    const { row, column, rows, columns } = this.area;
    const isCut = call('sheets.merges', { area: this.sheetArea() }).some(
      (merge) =>
        merge.row < row ||
        merge.column < column ||
        merge.row + merge.rows > row + rows ||
        merge.column + merge.columns > column + columns,
    );
    if (isCut) {
      throw exception('You must select all cells in a merged range to merge or unmerge them.');
    }
  }

  breakApart(): this {
    this.checkMerges();
    return this.apply({ do: 'unmerge', sheet: this.sheet.id, area: this.sheetArea() });
  }

  getMergedRanges(): Range[] {
    const merges = call('sheets.merges', { area: this.sheetArea() });
    return merges.map((area) => this.block(area));
  }

  isPartOfMerge(): boolean {
    return call('sheets.merges', { area: this.sheetArea() }).length > 0;
  }

  protect(): Protection {
    return newProtection(this.sheet, this.area);
  }

  canEdit(): boolean {
    return true;
  }

  applyRowBanding(
    theme: EnumValue = enumValue('Spreadsheet.BandingTheme', 'LIGHT_GREY'),
    header = true,
    footer = false,
  ): Banding {
    return newBanding(this.self(), 'rows', theme.name(), header, footer);
  }

  applyColumnBanding(
    theme: EnumValue = enumValue('Spreadsheet.BandingTheme', 'LIGHT_GREY'),
    header = true,
    footer = false,
  ): Banding {
    return newBanding(this.self(), 'columns', theme.name(), header, footer);
  }

  getBandings(): Banding[] {
    return bandingsOf(this.sheet).filter((banding) => banding.touches(this.area));
  }

  createFilter(): Filter {
    return newFilter(this.self());
  }

  getFilter(): Filter | null {
    return filterOf(this.sheet);
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): Range {
    addMetadata(onLine(this.self()), key, rest);
    return this.self();
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOnRange(this.self());
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.self());
  }

  shiftRowGroupDepth(by: number): this {
    const place = { sheet: this.sheet.id, at: this.area.row, count: this.area.rows };
    return this.apply({ do: 'groupDepth', axis: 'rows', ...place, by });
  }

  shiftColumnGroupDepth(by: number): this {
    const place = { sheet: this.sheet.id, at: this.area.column, count: this.area.columns };
    return this.apply({ do: 'groupDepth', axis: 'columns', ...place, by });
  }

  /** Shuts the groups that lie wholly within the range. */
  collapseGroups(): this {
    return this.setCollapsed(true);
  }

  expandGroups(): this {
    return this.setCollapsed(false);
  }

  private setCollapsed(collapsed: boolean): this {
    const { row, rows, column, columns } = this.area;
    const { rows: maxRows, columns: maxColumns } = this.sheet.info();
    if (columns === maxColumns) {
      collapse(this.sheet, 'rows', collapsed, ({ start, end }) => start >= row && end < row + rows);
    }
    if (rows === maxRows) {
      collapse(this.sheet, 'columns', collapsed, ({ start, end }) => {
        return start >= column && end < column + columns;
      });
    }
    return this;
  }
}
