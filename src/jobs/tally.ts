import type { Objection } from '../core/letters/approval';
import { troubleOf, type Trouble } from '../core/letters/trouble';
import { cut, messageOf } from '../core/problem';
import { many } from '../core/words/count';
import type { JobResult } from './job';

/** What a run of sending did, and how the mailbox bore it. */
export interface Tally {
  sent: number;
  /** Of those, the mails: they count against the mailbox's day. */
  mails: number;
  skipped: number;
  /** Kept approved until a person corrects what cannot be read. */
  waiting: number;
  /** Kept approved for now, since their clients heard from us lately. */
  resting: number;
  /** Sent back to be written. */
  drafting: number;
  held: number;
  failed: number;
  /** Typed as approved although they had left before. */
  again: number;
  /** Rows that could not be read whole. */
  unread: number;
  /** Left as they are after a trouble that passes; the next run looks what became of them. */
  unclear: number;
  /** On their way already, and waiting for room in the day's quota. */
  late: number;
  /** On their way on LINE, which did not say what became of them. */
  adrift: number;
  /** Kept, for LINE takes no more for now. */
  offLine: number;
  /** Why the mailbox takes no more for a while. */
  full: string;
  /** What else a person should know. */
  note: string;
  /** Troubles that pass, in a row; letters that go in between start the count again. */
  stumbles: number;
}

/** So many troubles in a row are the mailbox's, not the letters'. */
const MOST_STUMBLES = 3;

export function newTally(): Tally {
  return {
    sent: 0,
    mails: 0,
    skipped: 0,
    waiting: 0,
    resting: 0,
    drafting: 0,
    held: 0,
    failed: 0,
    again: 0,
    unread: 0,
    unclear: 0,
    late: 0,
    adrift: 0,
    offLine: 0,
    full: '',
    note: '',
    stumbles: 0,
  };
}

/** Notes an error of the mailbox and says what it means. */
export function noteTrouble(tally: Tally, error: unknown): Trouble {
  const trouble = troubleOf(error);
  if (trouble === 'full') tally.full = messageOf(error);
  if (trouble === 'passing') tally.stumbles++;
  if (trouble !== 'final') tally.unclear++;
  return trouble;
}

/** Counts a letter that does not go. */
export function noteObjection(tally: Tally, { becomes, rests }: Objection): void {
  if (becomes !== 'approved') tally[becomes]++;
  else if (rests === 'LINE') tally.offLine++;
  else if (rests) tally.resting++;
  else tally.waiting++;
}

/** Whether the mailbox is to be left in peace. */
export function isStopped({ full, stumbles }: Tally): boolean {
  return full !== '' || stumbles >= MOST_STUMBLES;
}

/** The run in words; `left` letters wait until the day's quota frees up. */
export function report(tally: Tally, left: number, mailsADay: number): JobResult {
  const { sent, skipped, waiting, resting, drafting } = tally;
  const { held, failed, again, unread, unclear, full } = tally;
  const done = [
    sent > 0 ? `${many(sent, 'letter')} sent` : '',
    skipped > 0 ? `${skipped} skipped` : '',
    drafting > 0 ? `${drafting} to be written again` : '',
    resting > 0 ? `${many(resting, 'letter')} kept until later, for the clients’ sake` : '',
    tally.offLine > 0 ? `${many(tally.offLine, 'letter')} kept until LINE takes more` : '',
    left > 0 ? `${many(left, 'letter')} left for tomorrow (${mailsADay} a day)` : '',
  ];
  const problems = [
    held > 0 ? `${many(held, 'letter')} held; the Letters tab says why.` : '',
    failed > 0 ? `${many(failed, 'letter')} failed; the Letters tab says why.` : '',
    waiting > 0
      ? `${many(waiting, 'letter')} cannot go before a cell is corrected; the Letters tab says where.`
      : '',
    again > 0
      ? `${many(again, 'letter')} marked approved had left before and did not go again.`
      : '',
    unread > 0
      ? `${many(unread, 'letter')} in the Letters tab could not be read whole and did not go.`
      : '',
    full !== ''
      ? `Gmail takes no more for now (${cut(full, 160)}); the rest waits.`
      : unclear > 0
        ? `Gmail stumbled over ${many(unclear, 'letter')}; the next run looks what became of them.`
        : '',
    tally.adrift > 0
      ? `LINE did not say what became of ${many(tally.adrift, 'letter')}; the next run asks again, and none goes twice.`
      : '',
    tally.note,
  ];
  const problem = problems.filter((part) => part !== '').join(' ');
  return {
    done: done.filter((part) => part !== '').join(', '),
    ...(problem === '' ? {} : { problem }),
  };
}
