import { type Chance, chanceFrom } from '../../src/core/statistics/chance';
import { drawBeta, drawNormal } from '../../src/core/statistics/draws';

export const PRODUCTS = 20;
export const SEGMENTS = 5;

/** A made-up business: what products are worth, how well they sell to whom, and who there is. */
export interface World {
  values: number[];
  /** By segment and product, as in `Trials`. */
  rates: Float64Array;
  /** The segment of each client. */
  clients: number[];
}

/**
 * Values are lognormal with median 40, spread 0.6 and no more than 300; a product sells at a rate from
 * Beta(1.5, 28.5), about 5 %, in each segment times a lognormal factor with spread 0.6.
 */
export function worldOf(seed: string, clients: number): World {
  const chance = chanceFrom('recommend', seed);
  const spread = (deviation: number): number => Math.exp(deviation * drawNormal(chance));
  const values = numbers(PRODUCTS).map(() => Math.min(300, 40 * spread(0.6)));
  const rates = new Float64Array(SEGMENTS * PRODUCTS);
  for (const p of numbers(PRODUCTS)) {
    const rate = drawBeta(1.5, 28.5, chance);
    for (const s of numbers(SEGMENTS)) rates[s * PRODUCTS + p] = Math.min(1, rate * spread(0.6));
  }
  return { values, rates, clients: numbers(clients).map(() => pick(SEGMENTS, chance)) };
}

export function pick(among: number, chance: Chance): number {
  return Math.floor(chance() * among);
}

export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
