import { minimise } from '../../statistics/minimise';
import type { Renewals } from './renewals';

/**
 * The shifted beta-geometric model of how long clients keep paying (Fader and Hardie, “How to project
 * customer retention”, 2007): each client leaves at a renewal with a chance of their own, and these
 * chances are spread by a beta distribution.
 */
export interface BetaGeometric {
  alpha: number;
  beta: number;
}

/** What is thought of leaving before anybody has been seen to: both normal, of the given deviations. */
export interface ChurnPrior {
  /** The logit of the mean chance to leave at a renewal. */
  logit: { mean: number; deviation: number };
  /** The logarithm of α + β: the higher, the more alike clients are. */
  alike: { mean: number; deviation: number };
}

/** A weak prior for monthly payments: about 5 % leave at a renewal, one to fifteen is likely. */
export const MONTHLY_PRIOR: ChurnPrior = {
  logit: { mean: -2.9, deviation: 1 },
  alike: { mean: 2.5, deviation: 1 },
};

/** For yearly payments midway between the two curves that Fader and Hardie publish: 13 % and 37 %. */
export const YEARLY_PRIOR: ChurnPrior = {
  ...MONTHLY_PRIOR,
  logit: { mean: -1.2, deviation: 1 },
};

/** The logit of the mean chance to leave, and the logarithm of α + β. */
export type Shape = readonly number[];

/** The model that explains the renewals best; with a prior, weighed against it. */
export function fit(renewals: Renewals, prior?: ChurnPrior): BetaGeometric {
  return modelOf(bestShape(renewals, prior));
}

export function bestShape(renewals: Renewals, prior?: ChurnPrior): Shape {
  const start = prior === undefined ? [-2, 1] : [prior.logit.mean, prior.alike.mean];
  return minimise((shape) => surprise(shape, renewals, prior), start);
}

/** How unlikely a shape is in view of the renewals: minus the logarithm, without constants. */
export function surprise(shape: Shape, { left, stayed }: Renewals, prior?: ChurnPrior): number {
  const { alpha, beta } = modelOf(shape);
  let likelihood = 0;
  for (let nth = 0; nth < left.length; nth++) {
    const all = Math.log(alpha + beta + nth);
    likelihood += (left[nth] ?? 0) * (Math.log(alpha) - all);
    likelihood += (stayed[nth] ?? 0) * (Math.log(beta + nth) - all);
  }
  const [logit = 0, alike = 0] = shape;
  return prior === undefined
    ? -likelihood
    : -likelihood + square(logit, prior.logit) + square(alike, prior.alike);
}

export function modelOf([logit = 0, alike = 0]: Shape): BetaGeometric {
  const total = Math.exp(Math.min(alike, 20));
  // A share of exactly 0 or 1 would have no logarithm.
  const churn = Math.min(1 - 1e-9, Math.max(1e-9, 1 / (1 + Math.exp(-logit))));
  return { alpha: churn * total, beta: (1 - churn) * total };
}

/** The share that pays again at the nth renewal (0 the first) of those who came so far. */
export function retention({ alpha, beta }: BetaGeometric, nth: number): number {
  return (beta + nth) / (alpha + beta + nth);
}

/** The share still paying after each renewal, place 0 being all of them; `payments` places. */
export function survival(model: BetaGeometric, payments: number): number[] {
  const curve: number[] = [];
  for (let nth = 0; nth < payments; nth++) {
    curve.push(nth === 0 ? 1 : (curve[nth - 1] ?? 0) * retention(model, nth - 1));
  }
  return curve;
}

/** How many payments are to be expected in all of at most `most`, once `made` of them are there. */
export function expectedPayments(model: BetaGeometric, most: number, made = 0): number {
  const curve = survival(model, most);
  const now = curve[Math.max(0, made - 1)] ?? 1;
  return curve.slice(made).reduce((sum, share) => sum + share / now, made);
}

function square(value: number, { mean, deviation }: { mean: number; deviation: number }): number {
  return ((value - mean) / deviation) ** 2 / 2;
}
