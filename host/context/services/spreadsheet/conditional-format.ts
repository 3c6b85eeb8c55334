import type { FormatRule, Gradient, Style } from '../../../shared/cells';
import { enumValue, type EnumValue } from '../../enums';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { cssColor } from './colors';
import { criteriaOf, keepCriterion, showCriterion } from './criteria';
import { booleanCriteria, defineCriteria } from './criteria-methods';
import { GradientCondition } from './gradient';
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

  getGradientCondition(): GradientCondition | null {
    return this.data.gradient ? new GradientCondition(this.data.gradient) : null;
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
    const { min, max } = this.data.gradient ?? {};
    if (this.data.criteria === undefined && !(min && max)) {
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
    this.data.criteria = criteriaOf(criteria, values);
    this.data.values = values.map(keepCriterion);
    return this;
  }

  withCriteria(criteria: EnumValue, values: unknown[]): this {
    return this.when(criteria.name(), values);
  }

  setGradientMinpoint(color: string): this {
    return this.scale('min', color, 'MIN', '');
  }

  setGradientMaxpoint(color: string): this {
    return this.scale('max', color, 'MAX', '');
  }

  setGradientMinpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.scale('min', color, type.name(), value);
  }

  setGradientMidpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.scale('mid', color, type.name(), value);
  }

  setGradientMaxpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.scale('max', color, type.name(), value);
  }

  private scale(point: keyof Gradient, text: string, type: string, value: string): this {
    // Unverified: what Google makes of a colour that is none.
    const color = cssColor(text) ?? '#ffffff';
    this.data.gradient = { ...this.data.gradient, [point]: { color, type, value } };
    return this;
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

defineCriteria(ConditionalFormatRuleBuilder.prototype, booleanCriteria, 'when');

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
