import type { Chance } from './chance';

/** A draw from the normal distribution with mean 0 and deviation 1, by Marsaglia's polar method. */
export function drawNormal(chance: Chance): number {
  for (;;) {
    const x = 2 * chance() - 1;
    const y = 2 * chance() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A draw from the gamma distribution with scale 1: Marsaglia and Tsang 2000; `shape` above 0. */
export function drawGamma(shape: number, chance: Chance): number {
  if (shape < 1) return drawGamma(shape + 1, chance) * (1 - chance()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(chance);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw from the beta distribution, as the share of one gamma draw in two. */
export function drawBeta(alpha: number, beta: number, chance: Chance): number {
  const x = drawGamma(alpha, chance);
  const y = drawGamma(beta, chance);
  return x + y === 0 ? alpha / (alpha + beta) : x / (x + y);
}

/** Above so many tries on the rarer side, the normal distribution with the same moments is close. */
const MANY = 25;

/** How many of `tries` happen that happen with `rate` each. */
export function drawCount(tries: number, rate: number, chance: Chance): number {
  if (rate > 0.5) return tries - drawCount(tries, 1 - rate, chance);
  const mean = tries * rate;
  if (mean <= 0) return 0;
  if (mean > MANY) {
    const drawn = Math.round(mean + drawNormal(chance) * Math.sqrt(mean * (1 - rate)));
    return Math.min(tries, Math.max(0, drawn));
  }
  return countBySkipping(tries, rate, chance);
}

/** Goes from one that happens to the next, so that the work grows with what happens, not with the tries. */
function countBySkipping(tries: number, rate: number, chance: Chance): number {
  const step = Math.log1p(-rate);
  let count = -1;
  let at = 0;
  do {
    at += Math.floor(Math.log(1 - chance()) / step) + 1;
    count++;
  } while (at <= tries);
  return count;
}
