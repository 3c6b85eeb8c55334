import type { Chance } from '../../statistics/chance';
import { drawNormal } from '../../statistics/draws';
import {
  bestShape,
  type BetaGeometric,
  type ChurnPrior,
  modelOf,
  type Shape,
  surprise,
} from './beta-geometric';
import type { Renewals } from './renewals';

const STEP = 1e-3;

/**
 * Models that the renewals allow, drawn by how likely each is: the normal distribution that has the
 * posterior's peak and curvature there (Laplace's approximation).
 */
export function likelyModels(
  renewals: Renewals,
  prior: ChurnPrior,
  count: number,
  chance: Chance,
): BetaGeometric[] {
  const peak = bestShape(renewals, prior);
  const [logit = 0, alike = 0] = peak;
  const { xx, xy, yy } = curvature((shape) => surprise(shape, renewals, prior), peak);
  // The Cholesky root of the inverse of the curvature.
  const determinant = Math.max(xx * yy - xy * xy, 1e-9);
  const a = Math.sqrt(Math.max(yy, 1e-9) / determinant);
  const b = -xy / determinant / a;
  const c = Math.sqrt(Math.max(xx / determinant - b * b, 0));
  return Array.from({ length: count }, () => {
    const [x, y] = [drawNormal(chance), drawNormal(chance)];
    return modelOf([logit + a * x, alike + b * x + c * y]);
  });
}

function curvature(
  cost: (shape: Shape) => number,
  [x = 0, y = 0]: Shape,
): { xx: number; xy: number; yy: number } {
  const at = (dx: number, dy: number): number => cost([x + dx * STEP, y + dy * STEP]);
  const here = at(0, 0);
  return {
    xx: (at(1, 0) - 2 * here + at(-1, 0)) / STEP ** 2,
    yy: (at(0, 1) - 2 * here + at(0, -1)) / STEP ** 2,
    xy: (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * STEP ** 2),
  };
}
