import { fill } from '../../src/core/words/words';
import type { Chance } from '../random';
import type { Ways } from './phrases';

/** What may stand in a phrase's slots; what is undefined is not known. */
export type Values = Partial<Record<string, string>>;

/**
 * One of the ways to say something whose slots can all be filled; one with slots where there is
 * such a way, for it says more. Blank where none can be filled.
 */
export function oneOf(ways: Ways, values: Values, draw: Chance): string {
  const known = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ) as Record<string, string>;
  const possible = ways.filter((way) => slotsIn(way).every((slot) => known[slot] !== undefined));
  const telling = possible.filter((way) => slotsIn(way).length > 0);
  if (possible.length === 0) return '';
  return fill(draw.pick(telling.length > 0 ? telling : possible), known);
}

/** The names of a phrase's slots. */
export function slotsIn(way: string): string[] {
  return [...way.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
