import { chanceFrom } from '../../../src/core/statistics/chance';
import { drawBeta, drawCount, drawGamma, drawNormal } from '../../../src/core/statistics/draws';
import { lnBeta, lnGamma } from '../../../src/core/statistics/gamma';
import { middle80, quantile, wilson } from '../../../src/core/statistics/interval';
import { minimise } from '../../../src/core/statistics/minimise';

const many = (draw: () => number, count = 40_000) => Array.from({ length: count }, draw);
const mean = (values: number[]) => values.reduce((all, value) => all + value, 0) / values.length;
const variance = (values: number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe('chanceFrom', () => {
  it('gives the same numbers for the same parts, and others for others', () => {
    const first = (...parts: string[]) => many(chanceFrom(...parts), 5);
    expect(first('a', 'b')).toEqual(first('a', 'b'));
    expect(first('a', 'b')).not.toEqual(first('ab', ''));
  });

  it('fills each hundredth alike, and no draw tells the next', () => {
    const chance = chanceFrom('even');
    const draws = many(chance, 100_000);
    const counts = Array<number>(100).fill(0);
    for (const draw of draws)
      counts[Math.floor(draw * 100)] = (counts[Math.floor(draw * 100)] ?? 0) + 1;
    // Chi-square with 99 degrees of freedom: 149 is passed once in a thousand times.
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(149);
    const serial = mean(
      draws.slice(1).map((draw, i) => (draw - 0.5) * ((draws[i] ?? 0) - 0.5) * 12),
    );
    expect(Math.abs(serial)).toBeLessThan(0.01);
  });
});

describe('draws', () => {
  it('have the mean and variance of their distributions', () => {
    const chance = chanceFrom('moments');
    const normal = many(() => drawNormal(chance));
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(variance(normal)).toBeCloseTo(1, 1);
    for (const shape of [0.3, 1, 7]) {
      const drawn = many(() => drawGamma(shape, chance));
      expect(mean(drawn) / shape).toBeCloseTo(1, 1);
      expect(variance(drawn) / shape).toBeCloseTo(1, 1);
    }
    const beta = many(() => drawBeta(1.5, 28.5, chance));
    expect(mean(beta)).toBeCloseTo(0.05, 3);
    expect(variance(beta)).toBeCloseTo((0.05 * 0.95) / 31, 4);
  });

  it.each([
    [10, 0.02],
    [200, 0.05],
    [40, 0.9],
    [5000, 0.3],
  ])('count what happens in %d tries at %d', (tries, rate) => {
    const chance = chanceFrom('count', String(rate));
    const drawn = many(() => drawCount(tries, rate, chance));
    expect(mean(drawn) / (tries * rate)).toBeCloseTo(1, 1);
    expect(variance(drawn) / (tries * rate * (1 - rate))).toBeCloseTo(1, 1);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(tries);
  });

  it('count nothing of nothing, and all of what is sure', () => {
    const chance = chanceFrom('edge');
    expect(drawCount(0, 0.5, chance)).toBe(0);
    expect(drawCount(9, 0, chance)).toBe(0);
    expect(drawCount(9, 1, chance)).toBe(9);
  });
});

it('knows the gamma and beta functions', () => {
  expect(lnGamma(1)).toBeCloseTo(0, 12);
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 10);
  expect(lnBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 12);
});

describe('wilson', () => {
  it.each([
    [0, 10, 0, 0.278],
    [5, 100, 0.0215, 0.112],
    [10, 10, 0.722, 1],
    [0, 0, 0, 1],
  ])('%d of %d lies between %d and %d', (hits, cases, low, high) => {
    const range = wilson(hits, cases);
    expect(range.low).toBeCloseTo(low, 3);
    expect(range.high).toBeCloseTo(high, 3);
  });
});

it('finds quantiles between values', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(quantile([1, 2], 0.25)).toBe(1.25);
  expect(quantile([], 0.5)).toBe(0);
  expect(middle80(Array.from({ length: 11 }, (_, i) => i))).toEqual({ low: 1, high: 9 });
});

it('finds the least of Rosenbrock’s valley', () => {
  const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const [x = 0, y = 0] = minimise(valley, [-1.2, 1]);
  expect([x, y].map((value) => value.toFixed(4))).toEqual(['1.0000', '1.0000']);
});
