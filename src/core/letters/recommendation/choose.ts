import type { Chance } from '../../statistics/chance';
import { drawBeta } from '../../statistics/draws';

/** A product that could be recommended to a client. */
export interface Option {
  /** What a sale is worth; in any unit, the same for all. */
  value: number;
  /** What is believed of the rate at which it sells. */
  alpha: number;
  beta: number;
  /** Two of one kind are recommended together only where nothing else is left. */
  kind: string;
}

/** How much surer a draw pretends to be than the posterior is: half the spread of a plain one. */
const SHARPENED = 4;

/**
 * Up to `count` options: the first is the one from which most is to be expected, each other one the
 * best by a draw of its rate (Thompson sampling), so that what is little known is tried as well.
 */
export function choose<O extends Option>(
  options: readonly O[],
  count: number,
  chance: Chance,
): O[] {
  const chosen: O[] = [];
  while (chosen.length < Math.min(count, options.length)) {
    const best = bestOf(options, chosen, chosen.length === 0 ? mean : drawn(chance));
    if (best === undefined) break;
    chosen.push(best);
  }
  return chosen;
}

/** The rate to be expected. */
export function mean({ alpha, beta }: Pick<Option, 'alpha' | 'beta'>): number {
  return alpha / (alpha + beta);
}

function drawn(chance: Chance): (option: Option) => number {
  return ({ alpha, beta }) => drawBeta(alpha * SHARPENED, beta * SHARPENED, chance);
}

/** The best that is not chosen yet, one of a new kind before all others. */
function bestOf<O extends Option>(
  options: readonly O[],
  chosen: readonly O[],
  rate: (option: O) => number,
): O | undefined {
  let best: O | undefined;
  let most = -Infinity;
  let isBestFresh = false;
  for (const option of options) {
    if (chosen.includes(option)) continue;
    const isFresh = chosen.every(({ kind }) => kind !== option.kind);
    if (isBestFresh && !isFresh) continue;
    const expected = option.value * rate(option);
    if (expected <= most && isFresh === isBestFresh) continue;
    [best, most, isBestFresh] = [option, expected, isFresh];
  }
  return best;
}
