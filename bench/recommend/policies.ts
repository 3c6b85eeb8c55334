import { choose, mean, type Option } from '../../src/core/letters/recommendation/choose';
import { believe, noTrials, type Trials } from '../../src/core/statistics/pooling';
import type { Chance } from '../../src/core/statistics/chance';
import { drawBeta } from '../../src/core/statistics/draws';
import { numbers, PRODUCTS, SEGMENTS, type World } from './world';

/** A product as a policy sees it in one segment. */
export interface Offer extends Option {
  product: number;
  /** Its true rate, which only the oracle may look at. */
  truth: number;
}

export interface Policy {
  name: string;
  /** What it believes at the start of a quarter. */
  believe: (trials: Trials) => { alpha: Float64Array; beta: Float64Array };
  choose: (offers: Offer[], count: number, chance: Chance) => Offer[];
}

export const ORACLE: Policy = {
  name: 'oracle',
  believe: unlearned,
  choose: (offers, count) => top(offers, count, ({ value, truth }) => value * truth),
};

export const POLICIES: Policy[] = [
  {
    name: 'random',
    believe: unlearned,
    choose: (offers, count, chance) => top(offers, count, () => chance()),
  },
  {
    name: 'by commission',
    believe: unlearned,
    choose: (offers, count) => top(offers, count, ({ value }) => value),
  },
  {
    name: 'greedy pooled',
    believe: pooled,
    choose: (offers, count) => top(offers, count, (offer) => offer.value * mean(offer)),
  },
  {
    name: 'Thompson, hierarchical',
    believe,
    choose: (offers, count, chance) =>
      top(offers, count, ({ value, alpha, beta }) => value * drawBeta(alpha, beta, chance)),
  },
  { name: 'mix', believe, choose },
];

function unlearned({ segments, products }: Trials): { alpha: Float64Array; beta: Float64Array } {
  const { sales, cases } = noTrials(segments, products);
  return { alpha: sales.fill(1), beta: cases.fill(1) };
}

/** One rate for each product whatever the segment, with the usual guess of 1.5 sales in 30 cases. */
function pooled({ sales, cases }: Trials): { alpha: Float64Array; beta: Float64Array } {
  const alpha = new Float64Array(sales.length);
  const beta = new Float64Array(sales.length);
  for (const p of numbers(PRODUCTS)) {
    const cells = numbers(SEGMENTS).map((s) => s * PRODUCTS + p);
    const sold = 1.5 + cells.reduce((sum, cell) => sum + (sales[cell] ?? 0), 0);
    const tried = 30 + cells.reduce((sum, cell) => sum + (cases[cell] ?? 0), 0);
    for (const cell of cells) {
      alpha[cell] = sold;
      beta[cell] = tried - sold;
    }
  }
  return { alpha, beta };
}

function top(offers: Offer[], count: number, worth: (offer: Offer) => number): Offer[] {
  return offers
    .map((offer) => ({ offer, worth: worth(offer) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, count)
    .map(({ offer }) => offer);
}

/** What each segment is offered, as the policy believes it. */
export function offersOf(
  world: World,
  { alpha, beta }: { alpha: Float64Array; beta: Float64Array },
): Offer[][] {
  return numbers(SEGMENTS).map((s) =>
    numbers(PRODUCTS).map((product) => {
      const cell = s * PRODUCTS + product;
      return {
        product,
        kind: String(product),
        value: world.values[product] ?? 0,
        truth: world.rates[cell] ?? 0,
        alpha: alpha[cell] ?? 0,
        beta: beta[cell] ?? 0,
      };
    }),
  );
}
