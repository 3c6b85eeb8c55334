import type { Chance } from '../../demo/random';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A draw from the lognormal distribution with this median; `spread` is the logarithm's deviation. */
export function lognormal(draw: Chance, median: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - draw.next())) * Math.cos(2 * Math.PI * draw.next());
  return median * Math.exp(spread * normal);
}

/** A number between two, each as likely. */
export function between(draw: Chance, least: number, most: number): number {
  return least + (most - least) * draw.next();
}

/** One of several things, by their shares of the whole. */
export function oneOf<T>(draw: Chance, shares: readonly (readonly [T, number])[]): T {
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  let left = draw.next() * total;
  for (const [thing, share] of shares) {
    left -= share;
    if (left < 0) return thing;
  }
  const last = shares[shares.length - 1];
  if (last === undefined) throw new Error('cannot draw from an empty list');
  return last[0];
}
