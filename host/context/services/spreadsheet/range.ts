import type { Block, Value } from '../../../shared/cells';
import type { Clearing, Operation } from '../../../shared/operations';
import { call } from '../../bridge';
import { dateAt } from '../../date';
import { exception, notBuilt } from '../../exception';
import type { Thing } from '../../facade';
import { EnumValue } from '../../enums';
import { DataValidation } from './data-validation';
import { newProtection, type Protection } from './protection';
import {
  checkArea,
  checkSize,
  clearings,
  inputOf,
  inputsOf,
  type ClearOptions,
} from './range-checks';
import { RangeGeometry } from './range-geometry';
import { defineLookMethods } from './range-looks';

/** Range: a block of a tab's cells. It keeps its place when rows move under it, as on Google. */
export class Range extends RangeGeometry implements Thing {
  readonly kind = 'Spreadsheet.Range';

  write(operation: Operation): this {
    call('sheets.write', { operation });
    return this;
  }

  apply(operation: Operation): this {
    call('sheets.apply', { operation });
    return this;
  }

  getValues(): unknown[][] {
    return withDates(call('sheets.values', { area: this.sheetArea() }));
  }

  getValue(): unknown {
    return this.topLeft().getValues()[0]?.[0];
  }

  setValues(values: unknown[][]): this {
    checkSize(values, this.area);
    return this.write({ do: 'values', area: this.sheetArea(), values: inputsOf(values) });
  }

  setValue(value: unknown): this {
    return this.write({ do: 'fill', area: this.sheetArea(), value: inputOf(value) });
  }

  getDisplayValues(): string[][] {
    return call('sheets.display', { area: this.sheetArea() });
  }

  getDisplayValue(): string {
    return this.topLeft().getDisplayValues()[0]?.[0] ?? '';
  }

  getFormulas(): string[][] {
    return call('sheets.formulas', { area: this.sheetArea() });
  }

  getFormula(): string {
    return this.topLeft().getFormulas()[0]?.[0] ?? '';
  }

  setFormulas(formulas: string[][]): this {
    checkSize(formulas, this.area);
    return this.write({ do: 'formulas', area: this.sheetArea(), formulas });
  }

  setFormula(formula: string): this {
    const row = new Array<string>(this.area.columns).fill(formula);
    return this.setFormulas(new Array<string[]>(this.area.rows).fill(row));
  }

  isBlank(): boolean {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }

  isChecked(): boolean | null {
    const values = this.getValues().flat();
    const [first] = values;
    const same = values.every((value) => value === first);
    return same && typeof first === 'boolean' ? first : null;
  }

  check(): this {
    return this.setValue(true);
  }

  uncheck(): this {
    return this.setValue(false);
  }

  offset(rows: number, columns: number, numRows?: number, numColumns?: number): Range {
    const area = {
      row: this.area.row + rows,
      column: this.area.column + columns,
      rows: numRows ?? this.area.rows,
      columns: numColumns ?? this.area.columns,
    };
    const { rows: maxRows, columns: maxColumns } = this.sheet.info();
    checkArea(area, maxRows, maxColumns);
    return new Range(this.sheet, area);
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.area.rows || column > this.area.columns) {
      throw exception('Cell reference out of range');
    }
    return new Range(this.sheet, {
      row: this.area.row + row - 1,
      column: this.area.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }

  activate(): this {
    call('sheets.activate', { area: this.sheetArea() });
    return this;
  }

  activateAsCurrentCell(): this {
    return this.activate();
  }

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
    return this.apply({ do: 'merge', sheet: this.sheet.id, areas: [this.sheetArea()] });
  }

  mergeAcross(): this {
    const areas = Array.from({ length: this.area.rows }, (_, at) => ({
      ...this.sheetArea(),
      row: this.area.row + at,
      rows: 1,
    }));
    return this.apply({ do: 'merge', sheet: this.sheet.id, areas });
  }

  mergeVertically(): this {
    const areas = Array.from({ length: this.area.columns }, (_, at) => ({
      ...this.sheetArea(),
      column: this.area.column + at,
      columns: 1,
    }));
    return this.apply({ do: 'merge', sheet: this.sheet.id, areas });
  }

  breakApart(): this {
    return this.apply({ do: 'unmerge', sheet: this.sheet.id, area: this.sheetArea() });
  }

  getMergedRanges(): Range[] {
    const merges = call('sheets.merges', { area: this.sheetArea() });
    return merges.map((area) => new Range(this.sheet, area));
  }

  isPartOfMerge(): boolean {
    return call('sheets.merges', { area: this.sheetArea() }).length > 0;
  }

  sort(specs: unknown): this {
    const list = Array.isArray(specs) ? (specs as unknown[]) : [specs];
    const keys = list.map((spec) => {
      if (typeof spec === 'number') return { column: spec, ascending: true };
      const { column, ascending = true } = spec as { column: number; ascending?: boolean };
      return { column, ascending };
    });
    return this.apply({ do: 'sort', area: this.sheetArea(), keys });
  }

  copyTo(destination: Range, how?: EnumValue | CopyOptions, transposed = false): void {
    const what = how instanceof EnumValue ? pasteKinds[how.name()] : copyKind(how);
    if (!what || transposed) throw notBuilt('Range.copyTo');
    this.apply({ do: 'copy', area: destination.sheetArea(), from: this.sheetArea(), what });
  }

  protect(): Protection {
    return newProtection(this.sheet, this.area);
  }

  topLeft(): Range {
    return this.getCell(1, 1);
  }
}

defineLookMethods(Range.prototype);

interface CopyOptions {
  formatOnly?: boolean;
  contentsOnly?: boolean;
}

type CopyKind = 'all' | 'values' | 'format';

const pasteKinds: Record<string, CopyKind> = {
  PASTE_NORMAL: 'all',
  PASTE_VALUES: 'values',
  PASTE_FORMAT: 'format',
};

function copyKind({ formatOnly, contentsOnly }: CopyOptions = {}): CopyKind {
  if (contentsOnly) return 'values';
  return formatOnly ? 'format' : 'all';
}

/** The values of a block, its dates made into this context's own Dates. */
function withDates({ values, dates }: Block): unknown[][] {
  const rows = values as (Value | Date)[][];
  for (const [row, column, instant] of dates) {
    const cells = rows[row];
    if (cells) cells[column] = dateAt(instant);
  }
  return rows;
}
