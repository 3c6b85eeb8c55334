import { DAY_MS, type Instant } from '../core/calendar';
import type { Letter } from '../core/workbook';
import type { Memory } from '../services';
import { STATE } from './state';

/** The instants of the test mails of the last 24 hours. */
export function recentTests(state: Memory, now: Instant): Instant[] {
  const all = JSON.parse(state.get(STATE.tests) ?? '[]') as Instant[];
  return all.filter((at) => at > now - DAY_MS);
}

/** Notes a test mail, which counts against the day's quota as letters do. */
export function noteTest(state: Memory, now: Instant): void {
  state.set(STATE.tests, JSON.stringify([...recentTests(state, now), now]));
}

/** Mails that count against the day's quota: letters of the last 24 hours, and tests. */
export function leftLately(
  state: Memory,
  letters: Pick<Letter, 'sent' | 'channel'>[],
  now: Instant,
): number {
  const sent = letters.filter(
    (letter) => letter.channel !== 'line' && (letter.sent ?? 0) > now - DAY_MS,
  ).length;
  return sent + recentTests(state, now).length;
}
