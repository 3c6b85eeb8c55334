import { DAY_MS, type Instant } from '../../calendar';
import { visitsIn } from '../../referrals/click';
import type { Click } from '../../workbook';

/** How long sales take after a tap. */
export interface Delay {
  /** On average. */
  days: number;
  /** A sale later than so many days after a tap is not its. */
  longest: number;
}

/** A product's taps in order of time, made so that the pull of thousands is known at once. */
export interface TapLine {
  taps: Click[];
  /** How many visits they stand for. */
  visits: number;
  /** Of each tap, the pull of all up to it, at its instant, as if sales could take for ever. */
  sums: number[];
  days: number;
}

export function tapLine(taps: Click[], days: number): TapLine {
  const inOrder = [...taps].sort((a, b) => timeOf(a) - timeOf(b));
  const sums: number[] = [];
  inOrder.forEach((tap, i) => {
    const before = i === 0 ? 0 : (sums[i - 1] ?? 0) * faded(tap, inOrder[i - 1], days);
    sums.push(before + visitsIn([tap]));
  });
  return { taps: inOrder, visits: visitsIn(inOrder), sums, days };
}

/**
 * How strongly the taps before an instant pull: the sales a day that would be expected of them if
 * each led to one, the delay being exponential and cut off at the longest.
 */
export function pullAt(line: TapLine, at: Instant, longest: number): number {
  const { first, end } = within(line, at, longest);
  if (end === first) return 0;
  const now = { at };
  const all = (line.sums[end - 1] ?? 0) * faded(now, line.taps[end - 1], line.days);
  const early =
    first === 0 ? 0 : (line.sums[first - 1] ?? 0) * faded(now, line.taps[first - 1], line.days);
  return Math.max(0, all - early) / whole(line.days, longest);
}

/** The pull of one tap alone. */
export function pullOf(tap: Click, at: Instant, { days, longest }: Delay): number {
  return (visitsIn([tap]) * faded({ at }, tap, days)) / whole(days, longest);
}

/** Places of the taps in the days before an instant; `end` is behind the last. */
export function within(
  { taps }: TapLine,
  at: Instant,
  longest: number,
): { first: number; end: number } {
  const place = (isBefore: (at: Instant) => boolean): number => {
    let [low, high] = [0, taps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const tap = taps[middle];
      if (tap !== undefined && isBefore(timeOf(tap))) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = at - longest * DAY_MS;
  return { first: place((then) => then < from), end: place((then) => then <= at) };
}

/** The integral of the decay up to the longest delay, in days. */
function whole(days: number, longest: number): number {
  return days * (1 - Math.exp(-longest / days));
}

function faded(now: { at: Instant | null }, then: Click | undefined, days: number): number {
  return Math.exp(-(timeOf(now) - timeOf(then ?? now)) / (days * DAY_MS));
}

function timeOf({ at }: { at: Instant | null }): Instant {
  return at ?? 0;
}
