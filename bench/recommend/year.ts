import { noTrials } from '../../src/core/statistics/pooling';
import { chanceFrom } from '../../src/core/statistics/chance';
import { offersOf, type Policy } from './policies';
import { PRODUCTS, SEGMENTS, type World } from './world';

const QUARTERS = 4;
const PICKS = 2;

/**
 * What a policy earns in a year: each quarter every client is recommended two products; what sold is
 * known at the quarter's end, and what a client bought they are not offered again. The earnings are
 * those to be expected of what was chosen, so that luck blurs only what was learned.
 */
export function earnedInAYear(world: World, policy: Policy, seed: string): number {
  const chance = chanceFrom('year', policy.name, seed);
  const trials = noTrials(SEGMENTS, PRODUCTS);
  const bought = new Uint8Array(world.clients.length * PRODUCTS);
  let earned = 0;
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const offers = offersOf(world, policy.believe(trials));
    world.clients.forEach((segment, client) => {
      const open = (offers[segment] ?? []).filter(
        ({ product }) => bought[client * PRODUCTS + product] === 0,
      );
      for (const { product, value, truth } of policy.choose(open, PICKS, chance)) {
        const cell = segment * PRODUCTS + product;
        earned += value * truth;
        trials.cases[cell] = (trials.cases[cell] ?? 0) + 1;
        if (chance() >= truth) continue;
        trials.sales[cell] = (trials.sales[cell] ?? 0) + 1;
        bought[client * PRODUCTS + product] = 1;
      }
    });
  }
  return earned;
}
