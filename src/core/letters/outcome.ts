import { addDays, type Day, dayOf } from '../calendar';
import type { Click, Commission, Letter, OUTCOMES } from '../workbook';

export type Outcome = (typeof OUTCOMES)[number];

/** What counts for more comes first; an outcome never falls back. */
const ORDER: readonly Outcome[] = [
  'bought',
  'unsubscribed',
  'bounced',
  'replied',
  'tapped',
  'quiet',
];

/** Days after which a letter that nobody answered is called quiet. */
export const QUIET_AFTER = 30;

/** The letters whose outcome is another now, with it. */
export function outcomes(
  letters: Pick<Letter, 'id' | 'status' | 'sent' | 'outcome'>[],
  clicks: Click[],
  commissions: Commission[],
  today: Day,
  zone: string,
): { id: string; outcome: Outcome }[] {
  const tapped = new Set(clicks.filter((c) => c.counted).map((c) => c.letterId));
  const bought = new Set(commissions.filter((c) => c.status !== 'reversed').map((c) => c.letterId));
  return letters.flatMap((letter) => {
    if (letter.status !== 'sent' || letter.sent === null) return [];
    const isOld = addDays(dayOf(letter.sent, zone), QUIET_AFTER) <= today;
    const seen = bought.has(letter.id)
      ? 'bought'
      : tapped.has(letter.id)
        ? 'tapped'
        : isOld
          ? 'quiet'
          : undefined;
    if (seen === undefined || !isMore(seen, letter.outcome)) return [];
    return [{ id: letter.id, outcome: seen }];
  });
}

/**
 * The letters that only visits had tapped which do not count any more: `now` are the clicks that
 * changed since `before`.
 */
export function untapped(before: Click[], now: Click[]): string[] {
  const changed = new Map(now.map((click) => [click.id, click]));
  const lost = before.filter(({ id, counted }) => counted && changed.get(id)?.counted === false);
  if (lost.length === 0) return [];
  const standing = [...before.map((click) => changed.get(click.id) ?? click), ...now];
  const tapped = new Set(standing.filter((c) => c.counted).map((c) => c.letterId));
  return [...new Set(lost.map(({ letterId }) => letterId))].filter((id) => !tapped.has(id));
}

/** Whether an outcome counts for more than what was known. */
export function isMore(outcome: Outcome, before: Outcome | ''): boolean {
  return before === '' || ORDER.indexOf(outcome) < ORDER.indexOf(before);
}
