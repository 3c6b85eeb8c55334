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

/** Gives a builder its methods of one criterion each; each calls the builder's `setter`. */
export function defineCriteria(
  prototype: object,
  table: Record<string, string>,
  setter: string,
): void {
  for (const [method, criteria] of Object.entries(table)) {
    Object.defineProperty(prototype, method, {
      value(this: object, ...values: unknown[]): unknown {
        const set = Reflect.get(this, setter) as (...args: unknown[]) => unknown;
        return set.call(this, criteria, values);
      },
    });
  }
}
