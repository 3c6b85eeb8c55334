import type { LookValue, Validation } from '../../../shared/cells';
import { enumValue, type EnumValue } from '../../enums';
import type { Thing } from '../../facade';
import { keepCriterion, showCriterion } from './criteria';
import { defineCriteria } from './criteria-methods';
import type { Range } from './range';

/** What a rule and its builder both tell. */
abstract class ValidationFacts {
  abstract readonly data: Validation;

  copy(): DataValidationBuilder {
    return new DataValidationBuilder({ ...this.data, values: [...this.data.values] });
  }

  getAllowInvalid(): boolean {
    return this.data.allowInvalid;
  }

  getCriteriaType(): EnumValue {
    return enumValue('Spreadsheet.DataValidationCriteria', this.data.criteria);
  }

  getCriteriaValues(): unknown[] {
    return this.data.values.map(showCriterion);
  }

  getHelpText(): string | null {
    return this.data.help ?? null;
  }
}

/** DataValidation: a rule of what a cell may hold. */
export class DataValidation extends ValidationFacts implements Thing {
  readonly kind = 'Spreadsheet.DataValidation';

  constructor(readonly data: Validation) {
    super();
  }

  /** The rule that a cell keeps. */
  static from(look: LookValue): DataValidation {
    return new DataValidation(look as Validation);
  }
}

/** DataValidationBuilder: a rule in the making. */
export class DataValidationBuilder extends ValidationFacts implements Thing {
  readonly kind = 'Spreadsheet.DataValidationBuilder';

  constructor(readonly data: Validation = { criteria: '', values: [], allowInvalid: true }) {
    super();
  }

  build(): DataValidation {
    return new DataValidation({ ...this.data });
  }

  require(criteria: string, values: unknown[]): this {
    this.data.criteria = criteria;
    this.data.values = values.map(keepCriterion);
    return this;
  }

  withCriteria(criteria: EnumValue, values: unknown[]): this {
    return this.require(criteria.name(), values);
  }

  requireValueInList(values: string[], showDropdown = true): this {
    return this.require('VALUE_IN_LIST', [values.map(String), showDropdown]);
  }

  requireValueInRange(range: Range, showDropdown = true): this {
    return this.require('VALUE_IN_RANGE', [range, showDropdown]);
  }

  setAllowInvalid(allowInvalid: boolean): this {
    this.data.allowInvalid = allowInvalid;
    return this;
  }

  setHelpText(help: string): this {
    this.data.help = help;
    return this;
  }
}

defineCriteria(
  DataValidationBuilder.prototype,
  {
    requireCheckbox: 'CHECKBOX',
    requireDate: 'DATE_IS_VALID_DATE',
    requireDateAfter: 'DATE_AFTER',
    requireDateBefore: 'DATE_BEFORE',
    requireDateBetween: 'DATE_BETWEEN',
    requireDateEqualTo: 'DATE_EQUAL_TO',
    requireDateNotBetween: 'DATE_NOT_BETWEEN',
    requireDateOnOrAfter: 'DATE_ON_OR_AFTER',
    requireDateOnOrBefore: 'DATE_ON_OR_BEFORE',
    requireFormulaSatisfied: 'CUSTOM_FORMULA',
    requireNumberBetween: 'NUMBER_BETWEEN',
    requireNumberEqualTo: 'NUMBER_EQUAL_TO',
    requireNumberGreaterThan: 'NUMBER_GREATER_THAN',
    requireNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
    requireNumberLessThan: 'NUMBER_LESS_THAN',
    requireNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
    requireNumberNotBetween: 'NUMBER_NOT_BETWEEN',
    requireNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
    requireTextContains: 'TEXT_CONTAINS',
    requireTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
    requireTextEqualTo: 'TEXT_EQUAL_TO',
    requireTextIsEmail: 'TEXT_IS_VALID_EMAIL',
    requireTextIsUrl: 'TEXT_IS_VALID_URL',
  },
  'require',
);
