import type { Instant } from '../core/calendar';
import { cut, messageOf } from '../core/problem';
import type { Patch } from '../core/schema/writing';
import type { Letter, letters, LetterStatus } from '../core/workbook';
import type { DraftPlace } from '../services';

/** How a letter's row changes while it leaves. Each patch holds what the row must still say. */

export type LetterPatch = Patch<typeof letters.columns>;

/** A letter with its draft in Gmail. */
export interface Placed {
  letter: Letter;
  place: DraftPlace;
}

/**
 * On its way: only a row that is word for word what was approved. Its `problem` stays with it, and on
 * LINE the instant of the first try.
 */
export function marking(letter: Letter, now: Instant): LetterPatch {
  const { id, subject, body, approved, problem } = letter;
  return {
    id,
    expect: { status: 'approved', subject, body },
    set: {
      status: 'sending',
      draftId: letter.channel === 'line' ? triedAt(firstTry(letter) ?? now) : '',
      threadId: '',
      approved: approved ?? now,
      problem,
    },
  };
}

const TRIED = 'LINE since ';

/** When a letter was first pushed on LINE, as its Draft ID says; undefined where it was not. */
export function firstTry({ draftId }: Pick<Letter, 'draftId'>): Instant | undefined {
  if (!draftId.startsWith(TRIED)) return undefined;
  const at = Date.parse(draftId.slice(TRIED.length));
  return Number.isNaN(at) ? undefined : at;
}

function triedAt(at: Instant): string {
  return `${TRIED}${new Date(at).toISOString()}`;
}

/** Where its draft is. */
export function noting({ letter, place }: Placed): LetterPatch {
  const { draftId, threadId } = place;
  return { id: letter.id, expect: { status: 'sending' }, set: { draftId, threadId } };
}

/** It left: that stands, whatever somebody wrote into its status meanwhile. */
export function closing({ id, problem }: Letter, now: Instant): LetterPatch {
  return { id, set: { status: 'sent', sent: now, problem } };
}

/** It had left before: a status that somebody wrote over that is put right. */
export function closed({ id }: Letter): LetterPatch {
  const problem =
    'It was marked approved although it had left before, so it did not go again. To write to the client once more, send a mail of your own.';
  return { id, expect: { status: 'approved' }, set: { status: 'sent', problem } };
}

/** It surely did not leave: it becomes `status` for this reason, and no draft of it is kept. */
export function turning(
  { id, status: from }: Letter,
  status: LetterStatus,
  problem: string,
): LetterPatch {
  return { id, expect: { status: from }, set: { status, draftId: '', threadId: '', problem } };
}

/** Nobody can tell whether it left; its ids stay, so that it is looked up whenever it is approved. */
export function holding({ id, status: from, channel }: Letter, why: string): LetterPatch {
  const place = channel === 'line' ? 'LINE’s chat' : 'Gmail';
  const problem = `${why.replace(/[^.!?]$/, '$&.')} Look in ${place} whether it was sent; then approve it again in the sidebar, or skip it.`;
  return { id, expect: { status: from }, set: { status: 'held', problem } };
}

/** The mailbox stumbled: the row stays as it is, ids and all, for the next run to look at. */
export function leaving(letter: Letter, error: unknown): LetterPatch {
  return staying(letter, said(error));
}

/** Nobody knows yet whether it left, and the next run looks. */
export function staying({ id, status: from }: Letter, problem: string): LetterPatch {
  return { id, expect: { status: from }, set: { problem } };
}

/** What the mailbox said, for the Problem column. */
export function said(error: unknown): string {
  return `Gmail did not take it: ${cut(messageOf(error), 200)}`;
}
