import type { Filter as FilterData, FilterCriteria as CriteriaData } from '../../../shared/cells';
import { call } from '../../bridge';
import { enumValue, type EnumValue } from '../../enums';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { criteriaOf, keepCriterion, showCriterion } from './criteria';
import { booleanCriteria, defineCriteria } from './criteria-methods';
import { Range } from './range';
import type { Sheet } from './sheet';

/** Gives a block's tab its filter; a tab has one at most. */
export function newFilter(range: Range): Filter {
  if (call('sheets.filter', { sheet: range.sheet.id })) {
    // Unverified wording.
    throw exception("You can't create a filter in a sheet that already has a filter.");
  }
  return new Filter(range.sheet).save({ area: range.area, criteria: {} });
}

export function filterOf(sheet: Sheet): Filter | null {
  return call('sheets.filter', { sheet: sheet.id }) ? new Filter(sheet) : null;
}

/** Filter: hides the rows of a block that its columns do not let through. */
export class Filter implements Thing {
  readonly kind = 'Spreadsheet.Filter';

  constructor(private readonly sheet: Sheet) {}

  private data(): FilterData {
    const found = call('sheets.filter', { sheet: this.sheet.id });
    // Unverified wording.
    if (!found) throw exception('The filter no longer exists.');
    return found.filter;
  }

  save(filter: FilterData | null): this {
    call('sheets.apply', { operation: { do: 'filter', sheet: this.sheet.id, filter } });
    return this;
  }

  getRange(): Range {
    return new Range(this.sheet, this.data().area);
  }

  getColumnFilterCriteria(column: number): FilterCriteria | null {
    const criteria = this.data().criteria[this.checked(column)];
    return criteria ? new FilterCriteria(criteria) : null;
  }

  setColumnFilterCriteria(column: number, criteria: FilterCriteria | null): this {
    const { area, criteria: all } = this.data();
    const others = Object.entries(all).filter(([one]) => Number(one) !== this.checked(column));
    const own: [string, CriteriaData][] = criteria ? [[String(column), criteria.data]] : [];
    return this.save({ area, criteria: Object.fromEntries([...others, ...own]) });
  }

  removeColumnFilterCriteria(column: number): this {
    return this.setColumnFilterCriteria(column, null);
  }

  /** Sorts the rows below the header. */
  sort(column: number, ascending: boolean): this {
    const { area } = this.data();
    const rows = { ...area, sheet: this.sheet.id, row: area.row + 1, rows: area.rows - 1 };
    const keys = [{ column: this.checked(column), ascending }];
    if (rows.rows) call('sheets.apply', { operation: { do: 'sort', area: rows, keys } });
    return this;
  }

  remove(): void {
    this.save(null);
  }

  private checked(column: number): number {
    const { area } = this.data();
    // Unverified wording.
    if (column < area.column || column >= area.column + area.columns)
      throw exception('The column is out of the bounds of the filter.');
    return column;
  }
}

/** What criteria and their builder both tell. */
abstract class CriteriaFacts {
  abstract readonly data: CriteriaData;

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder({ ...this.data });
  }

  getCriteriaType(): EnumValue | null {
    const { criteria } = this.data;
    return criteria === undefined ? null : enumValue('Spreadsheet.BooleanCriteria', criteria);
  }

  getCriteriaValues(): unknown[] {
    return this.data.values.map(showCriterion);
  }

  getHiddenValues(): string[] {
    return this.data.hidden ?? [];
  }

  getVisibleValues(): string[] {
    return this.data.visible ?? [];
  }
}

/** FilterCriteria: what a column lets through. */
export class FilterCriteria extends CriteriaFacts implements Thing {
  readonly kind = 'Spreadsheet.FilterCriteria';

  constructor(readonly data: CriteriaData) {
    super();
  }
}

/** FilterCriteriaBuilder: criteria in the making. */
export class FilterCriteriaBuilder extends CriteriaFacts implements Thing {
  readonly kind = 'Spreadsheet.FilterCriteriaBuilder';

  constructor(readonly data: CriteriaData = { values: [] }) {
    super();
  }

  build(): FilterCriteria {
    return new FilterCriteria({ ...this.data });
  }

  when(criteria: string, values: unknown[]): this {
    this.data.criteria = criteriaOf(criteria, values);
    this.data.values = values.map(keepCriterion);
    return this;
  }

  withCriteria(criteria: EnumValue, values: unknown[]): this {
    return this.when(criteria.name(), values);
  }

  setHiddenValues(values: string[]): this {
    this.data.hidden = values.map(String);
    return this;
  }

  setVisibleValues(values: string[]): this {
    this.data.visible = values.map(String);
    return this;
  }
}

defineCriteria(FilterCriteriaBuilder.prototype, booleanCriteria, 'when');
