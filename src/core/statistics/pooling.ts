import { lnBeta } from './gamma';

/**
 * How often recommendations sold, by segment and product: the cell of segment s and product p stands
 * at `s × products + p`. Cases may have lost weight with age, so they need not be whole.
 */
export interface Trials {
  segments: number;
  products: number;
  sales: Float64Array;
  cases: Float64Array;
}

/** What is believed of each cell's rate: a beta distribution. */
export interface Posterior {
  alpha: Float64Array;
  beta: Float64Array;
}

/** Until results say otherwise, a recommendation is taken to sell this often: a guess, in so many cases. */
const USUAL = { sales: 1.5, cases: 30 };
/** How many cases a group's mean may be worth to its members, and how far from the usual is likely. */
const STRENGTHS = Array.from({ length: 21 }, (_, i) => 4 * 2 ** (i / 2));
const USUAL_STRENGTH = { log: Math.log(USUAL.cases), deviation: 1 };

/** Sales in so many cases, beside what the others of the group make one expect. */
interface Member {
  sales: number;
  cases: number;
  mean: number;
  /** How many cases the expectation itself rests on. */
  ground: number;
}

/** Nothing recommended yet. */
export function noTrials(segments: number, products: number): Trials {
  const size = segments * products;
  return { segments, products, sales: new Float64Array(size), cases: new Float64Array(size) };
}

/**
 * The rates that trials speak for. A cell leans on its product's other segments, a product on all
 * products; how much, the marginal likelihood of the trials says.
 */
export function believe(trials: Trials): Posterior {
  const products = productMembers(trials);
  const alike = strength(products);
  const cells = cellMembers(trials, products, alike);
  const within = strength(cells);
  const posterior = noTrials(trials.segments, trials.products);
  const [alpha, beta] = [posterior.sales, posterior.cases];
  cells.forEach((cell, i) => {
    const worth = priorWorth(cell, within);
    alpha[i] = cell.sales + cell.mean * worth;
    beta[i] = cell.cases - cell.sales + (1 - cell.mean) * worth;
  });
  return { alpha, beta };
}

/** Each product over all segments, expected to be like all products. */
function productMembers({ segments, products, sales, cases }: Trials): Member[] {
  const members = Array.from({ length: products }, (_, p) => {
    const member = { sales: 0, cases: 0 };
    for (let s = 0; s < segments; s++) {
      member.sales += sales[s * products + p] ?? 0;
      member.cases += cases[s * products + p] ?? 0;
    }
    return member;
  });
  const all = { ...USUAL };
  for (const member of members) {
    all.sales += member.sales;
    all.cases += member.cases;
  }
  return members.map((member) => ({
    ...member,
    mean: all.sales / all.cases,
    ground: Infinity,
  }));
}

/** Each cell, expected to be like its product in the other segments. */
function cellMembers(trials: Trials, products: Member[], alike: number): Member[] {
  return Array.from(trials.cases, (cases, i) => {
    const sales = trials.sales[i] ?? 0;
    const product = products[i % trials.products];
    if (product === undefined) throw new Error('a cell without a product');
    const ground = product.cases - cases + alike;
    const mean = (product.sales - sales + product.mean * alike) / ground;
    return { sales, cases, mean, ground };
  });
}

/** How many cases a group's mean is worth to a member, by what makes the trials most likely. */
function strength(members: Member[]): number {
  const tried = members.filter(({ cases }) => cases > 0);
  const likelihood = (worth: number): number =>
    tried.reduce(
      (sum, member) => sum + explained(member, priorWorth(member, worth)),
      -(((Math.log(worth) - USUAL_STRENGTH.log) / USUAL_STRENGTH.deviation) ** 2) / 2,
    );
  let best = { worth: USUAL.cases, likelihood: likelihood(USUAL.cases) };
  for (const worth of STRENGTHS) {
    const found = likelihood(worth);
    if (found > best.likelihood) best = { worth, likelihood: found };
  }
  return best.worth;
}

/** An expectation is worth no more than the cases that it rests on itself. */
function priorWorth({ ground }: Member, worth: number): number {
  return 1 / (1 / worth + 1 / ground);
}

/** The logarithm of how likely a member's sales are: the beta-binomial distribution, without constants. */
function explained({ sales, cases, mean }: Member, worth: number): number {
  const [alpha, beta] = [mean * worth, (1 - mean) * worth];
  return lnBeta(alpha + sales, beta + cases - sales) - lnBeta(alpha, beta);
}
