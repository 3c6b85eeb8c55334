import {
  expectedPayments,
  fit,
  MONTHLY_PRIOR,
  retention,
  survival,
} from '../../../../src/core/revenue/value/beta-geometric';
import { kaplanMeier, type Renewals } from '../../../../src/core/revenue/value/renewals';
import { likelyModels } from '../../../../src/core/revenue/value/uncertainty';
import { chanceFrom } from '../../../../src/core/statistics/chance';
import { quantile } from '../../../../src/core/statistics/interval';

/** Shares still there in years 0 to 7 (Fader and Hardie 2007, table 1). */
const HIGH_END = [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1];
const REGULAR = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1];

const published = (shares: number[]): Renewals => ({
  left: shares.slice(1).map((share, year) => (shares[year] ?? 0) - share),
  stayed: shares.slice(1),
});

describe('fit', () => {
  it.each([
    ['high end', HIGH_END, 0.668, 3.806],
    ['regular', REGULAR, 0.704, 1.182],
  ])('finds the published α and β of the %s clients', (_, shares, alpha, beta) => {
    const model = fit(published(shares));
    expect(model.alpha).toBeCloseTo(alpha, 3);
    expect(model.beta).toBeCloseTo(beta, 3);
  });

  it('falls back on the prior where nothing is known, and leaves it where much is', () => {
    const none = fit({ left: [], stayed: [] }, MONTHLY_PRIOR);
    expect(none.alpha / (none.alpha + none.beta)).toBeCloseTo(1 / (1 + Math.exp(2.9)), 4);
    const much = published(REGULAR.map((share) => share * 1000));
    expect(fit(much, MONTHLY_PRIOR).alpha).toBeCloseTo(0.704, 2);
  });
});

describe('survival', () => {
  // Years 0 to 12 by the closed form B(α, β + t) / B(α, β), computed apart with Python's math.lgamma.
  it.each([
    [
      { alpha: 0.6680891513824463, beta: 3.8061009645462036 },
      [
        1, 0.850679, 0.746859, 0.669789, 0.609919, 0.561834, 0.522216, 0.488906, 0.46044, 0.43578,
        0.414172, 0.395055, 0.377999,
      ],
    ],
    [
      { alpha: 0.7040772438049316, beta: 1.1820429563522339 },
      [
        1, 0.626706, 0.473819, 0.387974, 0.332068, 0.292347, 0.262456, 0.239024, 0.220085, 0.204411,
        0.19119, 0.179865, 0.170037,
      ],
    ],
  ])('agrees with the closed form: %j', (model, expected) => {
    survival(model, 13).forEach((share, year) => expect(share).toBeCloseTo(expected[year] ?? 0, 5));
  });

  it('foretells the years that the fit did not see within three points', () => {
    const unseen = [46.8, 44.5, 42.7, 40.9, 39.4];
    const told = survival(fit(published(HIGH_END)), 13).slice(8);
    unseen.forEach((share, i) => expect(Math.abs((told[i] ?? 0) * 100 - share)).toBeLessThan(3));
  });
});

it('expects of a client who stayed more payments than of a new one', () => {
  const model = { alpha: 0.668, beta: 3.806 };
  expect(expectedPayments(model, 13)).toBeCloseTo(
    survival(model, 13).reduce((all, share) => all + share, 0),
    10,
  );
  expect(expectedPayments(model, 13, 6) - 6).toBeGreaterThan(expectedPayments(model, 7) - 1);
  expect(expectedPayments(model, 3, 3)).toBe(3);
  expect(retention(model, 5)).toBeGreaterThan(retention(model, 0));
});

describe('kaplanMeier', () => {
  it('is the share itself where nobody is still going', () => {
    const curve = kaplanMeier(published(REGULAR));
    REGULAR.forEach((share, year) => expect(curve[year]).toBeCloseTo(share / 100, 10));
  });

  it('ends where nobody is left to watch', () => {
    expect(kaplanMeier({ left: [1, 0, 0], stayed: [3, 0, 0] })).toEqual([1, 0.75]);
  });
});

it('draws models around the best one, nearer with more cases', () => {
  const spread = (scale: number): number => {
    const renewals = published(REGULAR.map((share) => share * scale));
    const draws = likelyModels(renewals, MONTHLY_PRIOR, 400, chanceFrom('models')).map((model) =>
      expectedPayments(model, 12),
    );
    const best = expectedPayments(fit(renewals, MONTHLY_PRIOR), 12);
    expect(Math.abs(quantile(draws, 0.5) / best - 1)).toBeLessThan(0.1);
    return quantile(draws, 0.9) - quantile(draws, 0.1);
  };
  expect(spread(10)).toBeLessThan(spread(0.05) / 4);
});
