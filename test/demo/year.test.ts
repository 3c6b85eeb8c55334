import { keepBooks } from '../../bench/year/books';
import { binsOf, meanSaid, shareRight } from '../../bench/year/calibration';
import { lifeOf } from '../../bench/year/life';
import { audit } from '../../demo/year/audit';
import { trueRows } from '../../demo/year/reports';

/** Years with known truth, on the core alone; `npm run year` does many more. */

const audits = Array.from({ length: 4 }, (_, i) => {
  const life = lifeOf(`check-${i}`);
  const { ledger, day } = keepBooks(life, `check-${i}`);
  return { found: audit(trueRows(life.market.sales, day), ledger), ledger, life, day };
});

it('books what really happened, to the cent, whatever was forgotten or dropped twice', () => {
  for (const { found } of audits) {
    expect(found.wrong).toEqual([]);
    expect(found.booked).toEqual(found.truth);
    expect(found.certain).toBeGreaterThan(5);
  }
});

it('guesses right as often as it says', () => {
  const guesses = audits.flatMap(({ found }) => found.guesses);
  const taps = guesses.filter(({ kind }) => kind === 'tap');
  expect(taps.length).toBeGreaterThan(40);
  expect(Math.abs(meanSaid(taps) - shareRight(taps))).toBeLessThan(0.15);
  // The likelier a guess is said to be, the oftener it is right.
  const bins = binsOf(taps);
  const [low = 0, high = 1] = [bins.slice(0, 3), bins.slice(-3)].map(
    (few) =>
      few.reduce((sum, { cases, right }) => sum + cases * right, 0) /
      few.reduce((sum, { cases }) => sum + cases, 0),
  );
  expect(high - low).toBeGreaterThan(0.2);
});

it('notices a ledger that is wrong', () => {
  const [one] = audits;
  if (one === undefined) throw new Error('no year');
  const truth = trueRows(one.life.market.sales, one.day);
  const [first, ...others] = one.ledger;
  if (first === undefined) throw new Error('an empty ledger');
  const commission = { minor: 1, currency: first.currency };
  expect(audit(truth, others).wrong).toHaveLength(1);
  expect(audit(truth, [{ ...first, commission }, ...others]).wrong).toHaveLength(1);
  const twice = { ...first, externalId: 'else', customer: 'else' };
  expect(audit(truth, [twice, ...one.ledger]).wrong).toHaveLength(1);
});
