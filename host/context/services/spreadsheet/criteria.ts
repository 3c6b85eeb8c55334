import type { Criterion } from '../../../shared/cells';
import { EnumValue, enumValue } from '../../enums';
import { conceal } from '../../facade';
import { Range } from './range';
import { Sheet } from './sheet';

/** A rule's value as data: dates, ranges and relative dates become plain objects. */
export function keepCriterion(value: unknown): Criterion {
  if (value instanceof Range) return { range: value.sheetArea() };
  if (value instanceof Date) return { date: value.getTime() };
  if (value instanceof EnumValue) return { enum: value.name() };
  return (value ?? null) as Criterion;
}

/** A rule's value as a script sees it. */
export function showCriterion(value: Criterion): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  if ('range' in value) return conceal(new Range(new Sheet(value.range.sheet), value.range));
  if ('date' in value) return new Date(value.date);
  return enumValue('Spreadsheet.RelativeDate', value.enum);
}

/** A date that is told by today has a criterion of its own. */
export function criteriaOf(criteria: string, [first]: unknown[]): string {
  const isRelative = first instanceof EnumValue && !criteria.endsWith('_RELATIVE');
  return isRelative ? `${criteria}_RELATIVE` : criteria;
}
