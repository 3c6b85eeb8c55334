import type { HttpRequest } from '../core/http';
import type { Objection } from '../core/letters/approval';
import { messageOf, Problem } from '../core/problem';
import { type Letter, letters } from '../core/workbook';
import type { Services } from '../services';
import { openDesk, type SendServices, whyNot } from './desk';
import { deliver } from './leave';
import { type Push, pushAll, settlePush, whyNoRoom } from './line/push';
import {
  closed,
  firstTry,
  leaving,
  type LetterPatch,
  marking,
  noting,
  type Placed,
  said,
  turning,
} from './moves';
import { type Desk, leftOut, longLinks, packLetter, packPush } from './parcel';
import { type Run, settleDoubt } from './recover';
import { shorten } from './shorten';
import { isStopped, noteObjection, noteTrouble, type Tally } from './tally';

/**
 * Sends up to a wave of letters, step by step for all of them, so that the sheet is written three
 * times. Each step is stored before the next, so an execution may die between any two.
 */
export function sendWave(
  services: SendServices,
  ids: string[],
  known: Desk['links'],
  run: Run,
): void {
  const { sheets, mail, clock } = services;
  const { tally } = run;
  const opened = openDesk(services, known);
  const rows = sheets.find(letters, ids);
  tally.unread += ids.length - rows.length;
  const wave = rows
    .filter(({ status }) => status === 'approved')
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));

  const desk = withShortLinks(services, opened, wave, tally);
  const asides: LetterPatch[] = [];
  const parcels = wave.flatMap((letter): Parcel[] => {
    const parcel = pack(services, desk, letter, run);
    if (Array.isArray(parcel)) {
      asides.push(...parcel);
      return [];
    }
    desk.turns.note(letter);
    return [{ letter: { ...letter, problem: leftOut(letter, desk) }, content: parcel }];
  });
  const marks = parcels.map(({ letter }) => marking(letter, clock.now()));
  const marked = new Set(sheets.patch(letters, [...asides, ...marks]));

  const closings: LetterPatch[] = [];
  const placed: Placed[] = [];
  const pushes: Push[] = [];
  for (const parcel of parcels) {
    if (!marked.has(parcel.letter.id)) continue;
    const { content } = parcel;
    const letter = { ...parcel.letter, status: 'sending' as const };
    if (typeof content !== 'string') {
      pushes.push({ letter, request: content, isAgain: firstTry(letter) !== undefined });
      continue;
    }
    const made = makeDraft(services, letter, content, tally);
    if ('place' in made) placed.push(made);
    else closings.push(made);
  }
  const noted = new Set(sheets.patch(letters, placed.map(noting)));
  const isNoted = ({ letter }: Placed): boolean => noted.has(letter.id);
  for (const parcel of placed.filter(isNoted)) closings.push(...deliver(services, parcel, tally));
  closings.push(...pushAll(services, pushes, desk.line?.token ?? '', tally, run.line));
  sheets.patch(letters, closings);
  // A row that a person took back in these seconds does not go out.
  for (const parcel of placed) if (!isNoted(parcel)) mail.deleteDraft(parcel.place.draftId);
}

/** The desk with short forms of the wave's links, where Bitly may make them. */
function withShortLinks(services: SendServices, desk: Desk, wave: Letter[], tally: Tally): Desk {
  const { short, problem } = shorten(services, longLinks(services, desk, wave));
  tally.note = problem ?? tally.note;
  if (short.size === 0) return desk;
  const links = new Map(
    [...desk.links].map(([key, link]) => [
      key,
      { code: link.code, short: short.get(link.code) ?? link.short },
    ]),
  );
  return { ...desk, links };
}

/** A letter with what leaves: a raw mail, or a push to LINE. */
interface Parcel {
  letter: Letter;
  content: string | HttpRequest;
}

/** A letter as a raw mail or a push, or what becomes of one that does not go; none keeps the others. */
function pack(
  services: SendServices,
  desk: Desk,
  letter: Letter,
  run: Run,
): Parcel['content'] | LetterPatch[] {
  const { tally } = run;
  if (letter.sent !== null) {
    tally.again++;
    return [closed(letter)];
  }
  const isOnLine = letter.channel === 'line';
  const settled = isOnLine
    ? settlePush(services, desk, letter, tally)
    : settleDoubt(services, letter, tally);
  if (settled.length > 0) return settled;
  // What LINE may have already is asked for with its key, whosever turn it is.
  const isAgain = isOnLine && letter.draftId !== '';
  const objection = isAgain
    ? undefined
    : (whyNot(letter, desk) ?? (isOnLine ? whyNoRoom(run.line) : undefined));
  if (objection !== undefined) return turnBack(letter, objection, tally);
  try {
    if (!isOnLine) return packLetter(services, desk, letter);
    const push = packPush(services, desk, letter);
    run.line.left--;
    return push;
  } catch (error) {
    // What a person can put right may be put right before long: the letter waits for it.
    if (error instanceof Problem)
      return turnBack(letter, { becomes: 'approved', why: error.message }, tally);
    tally.failed++;
    return [turning(letter, 'failed', `It could not be packed: ${messageOf(error)}`)];
  }
}

/** A letter that goes on waiting is written to only where that says something new. */
function turnBack(letter: Letter, objection: Objection, tally: Tally): LetterPatch[] {
  const { becomes, why, rests } = objection;
  const isKnown = becomes === letter.status && letter.problem === why && letter.draftId === '';
  if (!isKnown || !rests) noteObjection(tally, objection);
  return isKnown ? [] : [turning(letter, becomes, why)];
}

function makeDraft(
  { mail }: Pick<Services, 'mail'>,
  letter: Letter,
  raw: string,
  tally: Tally,
): Placed | LetterPatch {
  if (isStopped(tally)) return turning(letter, 'approved', '');
  try {
    return { letter, place: mail.createDraft(raw) };
  } catch (error) {
    switch (noteTrouble(tally, error)) {
      case 'full':
        return turning(letter, 'approved', said(error));
      case 'passing':
        return leaving(letter, error);
      case 'final':
        tally.failed++;
        return turning(letter, 'failed', said(error));
    }
  }
}
