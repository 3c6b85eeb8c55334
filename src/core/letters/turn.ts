import type { Day } from '../calendar';
import type { Life, PastLetter } from './life';
import type { Followed } from './occasion';
import { type Limits, whyRest } from './pace';
import { momentOf, whyStopped } from './stop';

/** What keeps a letter back for now, or for good. */
export interface Hindrance {
  kind: 'over' | 'waits';
  why: string;
}

/**
 * What keeps a letter from its client at this moment, beside consent: its sequence has ended, its
 * quarter, month or day has passed, or the client heard from us too lately. One that would have to
 * wait beyond its moment is over.
 */
export function hindrance(
  followed: Followed,
  letter: Pick<PastLetter, 'id' | 'period'>,
  life: Life,
  all: Followed[],
  limits: Limits,
  today: Day,
): Hindrance | undefined {
  const stopped = whyStopped(followed, letter, life);
  if (stopped !== undefined) return { kind: 'over', why: stopped };
  const until = momentOf(followed, letter, life)?.until ?? '';
  if (followed.kind.urgency !== 'follow-up' && until < today) return { kind: 'over', why: PASSED };
  const others = life.letters.filter(({ id }) => id !== letter.id);
  const rest = whyRest(followed, { ...life, letters: others }, all, limits, today);
  if (rest === undefined) return undefined;
  if (rest.until <= until) return { kind: 'waits', why: rest.why };
  return { kind: 'over', why: `${rest.why} By then its moment has passed.` };
}

const PASSED = 'The time that it was written for has passed.';

const RANKS = { 'follow-up': 0, day: 1, report: 2 };

/**
 * Letters in the order in which they go: follow-ups before what is bound to a day, and that before
 * reports; among them the oldest first. One whose occasion is not followed any more goes last.
 */
export function inOrder<
  L extends { occasionId: string; created: number | null; approved?: number | null },
>(letters: L[], followed: Followed[]): L[] {
  const place = new Map(
    followed.map(({ occasion, kind }, i) => [occasion.id, { rank: RANKS[kind.urgency], i }]),
  );
  const last = { rank: RANKS.report, i: followed.length };
  const at = (letter: L): typeof last => place.get(letter.occasionId) ?? last;
  return [...letters].sort(
    (a, b) =>
      at(a).rank - at(b).rank ||
      (a.created ?? 0) - (b.created ?? 0) ||
      at(a).i - at(b).i ||
      (a.approved ?? 0) - (b.approved ?? 0),
  );
}
