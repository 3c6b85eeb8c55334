import { DAY_MS } from '../../../src/core/calendar';
import { nextTry } from '../../../src/core/webhooks/retry';

const MINUTE = 60_000;

/** The instants of all tries of a delivery that is never taken, in minutes from the first. */
function tries(id: string): number[] {
  const all = [0];
  for (let n = 1; n < 50; n++) {
    const next = nextTry(id, n, { queued: 0, now: (all.at(-1) ?? 0) * MINUTE });
    if (next === undefined) break;
    all.push(next / MINUTE);
  }
  return all;
}

it('tries for a day, after pauses that grow', () => {
  const all = tries('D-one');
  const pauses = all.slice(1).map((at, i) => at - (all[i] ?? 0));
  expect(all).toHaveLength(10);
  expect(all.at(-1)).toBe(DAY_MS / MINUTE);
  expect(pauses.slice(0, -1)).toEqual([...pauses.slice(0, -1)].sort((a, b) => a - b));
  pauses.slice(0, -1).forEach((pause, i) => {
    expect(Math.abs(pause / (5 * 2 ** i) - 1)).toBeLessThanOrEqual(0.2);
  });
});

it('spreads deliveries that failed together, each the same whenever it is worked out', () => {
  const firsts = Array.from({ length: 100 }, (_, i) => tries(`D-${i}`)[1] ?? 0);
  expect(new Set(firsts).size).toBe(100);
  expect(Math.min(...firsts)).toBeLessThan(4.3);
  expect(Math.max(...firsts)).toBeGreaterThan(5.7);
  expect(tries('D-7')[1]).toBe(firsts[7]);
});
