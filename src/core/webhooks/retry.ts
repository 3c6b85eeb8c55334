import { DAY_MS, type Instant } from '../calendar';
import { fingerprint } from '../identity';

/** An event that nobody takes is tried again for so long. */
const PATIENCE_MS = DAY_MS;
const FIRST_PAUSE_MS = 5 * 60_000;
/** How far a pause is from its usual length, up or down. */
const JITTER = 0.2;

/**
 * When a delivery that failed `tries` times is tried again: after pauses that double, each a little
 * off so that many do not come at once. Undefined once a day has passed since it was queued.
 */
export function nextTry(
  id: string,
  tries: number,
  { queued, now }: { queued: Instant; now: Instant },
): Instant | undefined {
  const end = queued + PATIENCE_MS;
  if (now >= end) return undefined;
  const pause = FIRST_PAUSE_MS * 2 ** (tries - 1) * (1 + JITTER * lean(`${id} ${tries}`));
  return Math.min(end, Math.round(now + pause));
}

/** From -1 to 1, the same for the same text. */
function lean(text: string): number {
  return parseInt(fingerprint(text).slice(0, 8), 16) / 0x7fffffff - 1;
}
