import type { Criterion, FormatRule, Style, Validation, Value } from '../shared/cells';
import type { Area } from '../shared/a1';
import { serialOf } from './typed';
import { readDisplay } from './reading';
import type { Workbook } from './workbook';

/** Whether a value meets a criterion; null where this host cannot tell, as for formulas. */
export function meets(
  criteria: string,
  value: Value,
  values: Criterion[],
  { timeZone, now }: Moment,
): boolean | null {
  const text = String(value).toLowerCase();
  const today = Math.floor(serialOf(now(), timeZone));
  const [first, second] = values.map((wanted) => comparable(wanted, timeZone, today));
  const wanted = String(first ?? '').toLowerCase();
  switch (criteria) {
    case 'CELL_EMPTY':
      return value === '';
    case 'CELL_NOT_EMPTY':
      return value !== '';
    case 'TEXT_CONTAINS':
      return text.includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(wanted);
    case 'TEXT_EQUAL_TO':
      return text === wanted;
    case 'TEXT_STARTS_WITH':
      return text.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return text.endsWith(wanted);
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_VALID_URL':
      return /^(https?:\/\/)?[^\s/.]+\.[^\s]+$/.test(text);
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'number';
    default:
      return criteria === 'DATE_EQUAL_TO_RELATIVE' && !isOneDay(values[0])
        ? within(value, Number(first), today)
        : compare(criteria.replace(/_RELATIVE$/, ''), value, Number(first), Number(second));
  }
}

/** Where and when a rule is asked. */
type Moment = Pick<Workbook, 'timeZone' | 'now'>;

/** How many days from today a date lies that is told by today. */
const relativeDays: Record<string, number> = {
  TODAY: 0,
  TOMORROW: 1,
  YESTERDAY: -1,
  PAST_WEEK: -7,
  PAST_MONTH: -30,
  PAST_YEAR: -365,
};

const isOneDay = (wanted: Criterion | undefined): boolean =>
  typeof wanted !== 'object' ||
  wanted === null ||
  !('enum' in wanted) ||
  !wanted.enum.startsWith('PAST');

/** Unverified: that a past week, month and year end today and count 7, 30 and 365 days. */
const within = (value: Value, first: number, today: number): boolean =>
  typeof value === 'number' && value > first && value < today + 1;

function comparable(value: Criterion, timeZone: string, today: number): Value | null {
  if (value !== null && typeof value === 'object' && 'enum' in value) {
    return today + (relativeDays[value.enum] ?? 0);
  }
  if (value !== null && typeof value === 'object' && 'date' in value) {
    return Math.floor(serialOf(value.date, timeZone));
  }
  return typeof value === 'object' ? null : value;
}

/** The comparisons of numbers, which dates share: both are counted in days there. */
function compare(criteria: string, value: Value, first: number, second: number): boolean | null {
  const comparison = criteria.replace(/^(NUMBER|DATE)_/, '');
  if (comparison === criteria) return null;
  if (typeof value !== 'number') return false;
  const number = criteria.startsWith('DATE') ? Math.floor(value) : value;
  switch (comparison) {
    case 'EQUAL_TO':
      return number === first;
    case 'NOT_EQUAL_TO':
      return number !== first;
    case 'GREATER_THAN':
    case 'AFTER':
      return number > first;
    case 'GREATER_THAN_OR_EQUAL_TO':
    case 'ON_OR_AFTER':
      return number >= first;
    case 'LESS_THAN':
    case 'BEFORE':
      return number < first;
    case 'LESS_THAN_OR_EQUAL_TO':
    case 'ON_OR_BEFORE':
      return number <= first;
    case 'BETWEEN':
      return number >= first && number <= second;
    case 'NOT_BETWEEN':
      return number < first || number > second;
    default:
      return null;
  }
}

/** The looks that conditional rules give a cell; the first rule that fits has the word. */
export function ruleStyle(
  rules: FormatRule[],
  row: number,
  column: number,
  value: Value,
  moment: Moment,
): Style {
  const styles = rules
    .filter((rule) => rule.ranges.some((area) => contains(area, row, column)))
    .filter(({ criteria, values }) => meets(criteria ?? '', value, values, moment) === true)
    .map(({ style }) => style);
  return Object.assign({}, ...styles.reverse()) as Style;
}

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

/** A dropdown's choices, from the rule itself or from the range that it names. */
export function choicesOf(workbook: Workbook, { criteria, values }: Validation): string[] | null {
  const [first] = values;
  if (criteria === 'VALUE_IN_LIST' && Array.isArray(first)) return first;
  const isRange = typeof first === 'object' && first !== null && 'range' in first;
  if (criteria !== 'VALUE_IN_RANGE' || !isRange) return null;
  const tab = workbook.tab(first.range.sheet);
  const texts = tab ? readDisplay(tab, first.range, workbook.language).flat() : [];
  return [...new Set(texts.filter(Boolean))];
}

/** Whether a cell breaks its rule of validation. */
export function isInvalid(workbook: Workbook, rule: Validation, value: Value): boolean {
  if (value === '') return false;
  const choices = choicesOf(workbook, rule);
  if (choices) return !choices.includes(String(value));
  if (rule.criteria === 'CHECKBOX') return rule.values.length === 0 && typeof value !== 'boolean';
  return meets(rule.criteria, value, rule.values, workbook) === false;
}
