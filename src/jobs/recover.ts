import type { Instant } from '../core/calendar';
import { TOKEN_HEADER } from '../core/letters/mime';
import { type Letter, letters } from '../core/workbook';
import type { DraftPlace, MailSearch, Services } from '../services';
import { type SendServices, whyNot } from './desk';
import { deliver } from './leave';
import type { LineRoom } from './line/month';
import { recoverPushes } from './line/push';
import { closing, holding, leaving, type LetterPatch, noting, said, turning } from './moves';
import { type Desk, leftOut, tokenOf } from './parcel';
import { isStopped, noteObjection, noteTrouble, type Tally } from './tally';

/** How far a run of sending may go. */
export interface Run {
  tally: Tally;
  /** Mails that the day's quota has room for. */
  room: number;
  deadline: Instant;
  /** What LINE still takes. */
  line: LineRoom;
}

const BROKEN_OFF =
  'A run broke off while this letter was leaving, and Gmail does not tell what became of it.';

/**
 * Puts right what an execution that died, or a mailbox that stumbled, left in `sending`. A draft
 * that is still there is sent; one that is gone and whose conversation holds a sent mail was sent.
 * Without a stored id nothing was sent by us: the draft is looked for by its token, and only where
 * the whole mailbox was seen without it does the letter wait again. Nothing certain: it is held.
 * What was leaving on LINE is pushed again with the key it had.
 * Returns the letters that wait again.
 */
export function recover(services: SendServices, desk: Desk, ids: string[], run: Run): string[] {
  const { sheets, clock } = services;
  const { tally } = run;
  const rows = sheets.find(letters, ids).filter(({ status }) => status === 'sending');
  tally.unread += ids.length - rows.length;
  const stuck = rows.filter(({ channel }) => channel !== 'line');
  const onLine = rows.filter(({ channel }) => channel === 'line');
  const places = findDrafts(services, stuck, tally);
  const patches: LetterPatch[] = [];
  const lost = new Set<string>();
  for (const row of stuck) {
    if (isStopped(tally) || clock.now() > run.deadline) break;
    // What an earlier trouble left in Problem is over once the letter leaves.
    const letter = { ...row, problem: leftOut(row, desk) };
    const place = places(letter);
    if (place === 'unknown') continue;
    if (place === undefined) lost.add(letter.id);
    patches.push(...asking(letter, tally, () => settle(services, desk, letter, place, run)));
  }
  tally.stumbles = 0;
  patches.push(...recoverPushes(services, desk, onLine, tally, run.line));
  return sheets.patch(letters, patches).filter((id) => lost.has(id));
}

/**
 * An approved letter that has ids was on its way before. Returns what became of it, or nothing
 * where its old draft was still there: then it did not leave, and goes with a new one.
 */
export function settleDoubt(
  { mail, clock }: Pick<Services, 'mail' | 'clock'>,
  letter: Letter,
  tally: Tally,
): LetterPatch[] {
  if (letter.draftId === '' && letter.threadId === '') return [];
  return asking(letter, tally, () => {
    if (mail.hasDraft(letter.draftId)) {
      mail.deleteDraft(letter.draftId);
      return [];
    }
    if (mail.wasSent(letter.threadId)) {
      tally.again++;
      return [closing({ ...letter, problem: '' }, clock.now())];
    }
    return [held(letter, BROKEN_OFF, tally)];
  });
}

/** Where a letter's mail is; undefined where it is nowhere, `unknown` where that cannot be told now. */
type Place = DraftPlace | undefined | 'not seen' | 'unknown';

/** Looks for the drafts of all letters without ids at once. */
function findDrafts(
  { mail, vault }: SendServices,
  stuck: Letter[],
  tally: Tally,
): (letter: Letter) => Place {
  const token = (letter: Letter): string => tokenOf(vault, letter);
  const lost = stuck.filter(({ draftId }) => draftId === '');
  let search: MailSearch | undefined;
  try {
    if (lost.length > 0) search = mail.findMails(TOKEN_HEADER, lost.map(token));
  } catch (error) {
    if (noteTrouble(tally, error) === 'final') throw error;
  }
  return (letter) => {
    const { draftId, threadId } = letter;
    if (draftId !== '') return { draftId, threadId };
    if (search === undefined) return 'unknown';
    return search.found.get(token(letter)) ?? (search.isWhole ? undefined : 'not seen');
  };
}

function settle(
  services: SendServices,
  desk: Desk,
  letter: Letter,
  place: Exclude<Place, 'unknown'>,
  { tally, room }: Run,
): LetterPatch[] {
  const { sheets, mail, clock } = services;
  if (place === undefined) return [turning(letter, 'approved', '')];
  if (place === 'not seen') return [held(letter, BROKEN_OFF, tally)];
  if (!mail.hasDraft(place.draftId)) {
    if (!mail.wasSent(place.threadId)) return [held(letter, BROKEN_OFF, tally)];
    tally.sent++;
    tally.mails++;
    return [closing(letter, clock.now())];
  }
  const objection = whyNot(letter, desk);
  if (objection !== undefined) {
    mail.deleteDraft(place.draftId);
    noteObjection(tally, objection);
    return [turning(letter, objection.becomes, objection.why)];
  }
  if (tally.mails >= room) {
    tally.late++;
    return [];
  }
  const [isOurs] = sheets.patch(letters, [noting({ letter, place })]);
  if (isOurs !== undefined) return deliver(services, { letter, place }, tally);
  mail.deleteDraft(place.draftId);
  return [];
}

/** Asks the mailbox about one letter, so that its trouble does not become that of the others. */
function asking(letter: Letter, tally: Tally, ask: () => LetterPatch[]): LetterPatch[] {
  try {
    return ask();
  } catch (error) {
    if (noteTrouble(tally, error) !== 'final') return [leaving(letter, error)];
    return [held(letter, said(error), tally)];
  }
}

function held(letter: Letter, why: string, tally: Tally): LetterPatch {
  tally.held++;
  return holding(letter, why);
}
