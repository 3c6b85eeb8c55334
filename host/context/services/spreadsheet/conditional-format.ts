import type { FormatRule, Style } from '../../../shared/cells';
import { enumValue, type EnumValue } from '../../enums';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { defineCriteria, keepCriterion, showCriterion } from './criteria';
import { Range } from './range';
import { Sheet } from './sheet';

/** What a rule and its builder both tell. */
abstract class RuleFacts {
  abstract readonly data: FormatRule;

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(structuredCopy(this.data));
  }

  getRanges(): Range[] {
    return this.data.ranges.map((area) => new Range(new Sheet(area.sheet), area));
  }

  getBooleanCondition(): BooleanCondition | null {
    return this.data.criteria === undefined ? null : new BooleanCondition(this.data);
  }
}

const structuredCopy = (rule: FormatRule): FormatRule =>
  JSON.parse(JSON.stringify(rule)) as FormatRule;

/** ConditionalFormatRule: how cells look when they meet a condition. */
export class ConditionalFormatRule extends RuleFacts implements Thing {
  readonly kind = 'Spreadsheet.ConditionalFormatRule';

  constructor(readonly data: FormatRule) {
    super();
  }
}

/** ConditionalFormatRuleBuilder: a rule in the making. A custom formula is stored, not computed. */
export class ConditionalFormatRuleBuilder extends RuleFacts implements Thing {
  readonly kind = 'Spreadsheet.ConditionalFormatRuleBuilder';

  constructor(readonly data: FormatRule = { ranges: [], values: [], style: {} }) {
    super();
  }

  build(): ConditionalFormatRule {
    if (!this.data.ranges.length) {
      // Unverified wording.
      throw exception('A conditional format rule must have at least one range.');
    }
    if (this.data.criteria === undefined && !this.data.gradient) {
      // Unverified wording.
      throw exception('A conditional format rule must have a condition.');
    }
    return new ConditionalFormatRule(structuredCopy(this.data));
  }

  setRanges(ranges: Range[]): this {
    this.data.ranges = ranges.map((range) => range.sheetArea());
    return this;
  }

  when(criteria: string, values: unknown[]): this {
    this.data.criteria = criteria;
    this.data.values = values.map(keepCriterion);
    return this;
  }

  withCriteria(criteria: EnumValue, values: unknown[]): this {
    return this.when(criteria.name(), values);
  }

  setBackground(color: string | null): this {
    return this.style('background', color);
  }

  setFontColor(color: string | null): this {
    return this.style('fontColor', color);
  }

  setBold(bold: boolean | null): this {
    return this.style('bold', bold);
  }

  setItalic(italic: boolean | null): this {
    return this.style('italic', italic);
  }

  setUnderline(underline: boolean | null): this {
    return this.style('underline', underline);
  }

  setStrikethrough(strikethrough: boolean | null): this {
    return this.style('strikethrough', strikethrough);
  }

  private style<Key extends keyof Style>(key: Key, value: Style[Key] | null): this {
    const others = Object.entries(this.data.style).filter(([other]) => other !== key);
    this.data.style = Object.fromEntries(value === null ? others : [...others, [key, value]]);
    return this;
  }
}

defineCriteria(
  ConditionalFormatRuleBuilder.prototype,
  {
    whenCellEmpty: 'CELL_EMPTY',
    whenCellNotEmpty: 'CELL_NOT_EMPTY',
    whenDateAfter: 'DATE_AFTER',
    whenDateBefore: 'DATE_BEFORE',
    whenDateEqualTo: 'DATE_EQUAL_TO',
    whenFormulaSatisfied: 'CUSTOM_FORMULA',
    whenNumberBetween: 'NUMBER_BETWEEN',
    whenNumberEqualTo: 'NUMBER_EQUAL_TO',
    whenNumberGreaterThan: 'NUMBER_GREATER_THAN',
    whenNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
    whenNumberLessThan: 'NUMBER_LESS_THAN',
    whenNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
    whenNumberNotBetween: 'NUMBER_NOT_BETWEEN',
    whenNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
    whenTextContains: 'TEXT_CONTAINS',
    whenTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
    whenTextEndsWith: 'TEXT_ENDS_WITH',
    whenTextEqualTo: 'TEXT_EQUAL_TO',
    whenTextStartsWith: 'TEXT_STARTS_WITH',
  },
  'when',
);

/** BooleanCondition: what a rule asks and how it paints. */
class BooleanCondition implements Thing {
  readonly kind = 'Spreadsheet.BooleanCondition';

  constructor(private readonly rule: FormatRule) {}

  getCriteriaType(): EnumValue {
    return enumValue('Spreadsheet.BooleanCriteria', this.rule.criteria ?? '');
  }

  getCriteriaValues(): unknown[] {
    return this.rule.values.map(showCriterion);
  }

  getBackground(): string | null {
    return this.rule.style.background ?? null;
  }

  getFontColor(): string | null {
    return this.rule.style.fontColor ?? null;
  }

  getBold(): boolean | null {
    return this.rule.style.bold ?? null;
  }

  getItalic(): boolean | null {
    return this.rule.style.italic ?? null;
  }

  getUnderline(): boolean | null {
    return this.rule.style.underline ?? null;
  }

  getStrikethrough(): boolean | null {
    return this.rule.style.strikethrough ?? null;
  }
}
