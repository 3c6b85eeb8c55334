import type { Objection } from '../core/letters/approval';
import { messageOf, Problem } from '../core/problem';
import { type Letter, letters } from '../core/workbook';
import type { Services } from '../services';
import { openDesk, type SendServices, whyNot } from './desk';
import { deliver } from './leave';
import {
  closed,
  leaving,
  type LetterPatch,
  marking,
  noting,
  type Placed,
  said,
  turning,
} from './moves';
import { type Desk, leftOut, longLinks, packLetter } from './parcel';
import { settleDoubt } from './recover';
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
  tally: Tally,
): void {
  const { sheets, mail, clock } = services;
  const opened = openDesk(services, known);
  const rows = sheets.find(letters, ids);
  tally.unread += ids.length - rows.length;
  const wave = rows
    .filter(({ status }) => status === 'approved')
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));

  const desk = withShortLinks(services, opened, wave, tally);
  const asides: LetterPatch[] = [];
  const parcels = wave.flatMap((letter) => {
    const parcel = pack(services, desk, letter, tally);
    if (typeof parcel === 'string') {
      desk.turns.note(letter);
      return [{ letter: { ...letter, problem: leftOut(letter, desk) }, raw: parcel }];
    }
    asides.push(...parcel);
    return [];
  });
  const marks = parcels.map(({ letter }) => marking(letter, clock.now()));
  const marked = new Set(sheets.patch(letters, [...asides, ...marks]));

  const closings: LetterPatch[] = [];
  const placed: Placed[] = [];
  for (const parcel of parcels) {
    if (!marked.has(parcel.letter.id)) continue;
    const letter = { ...parcel.letter, status: 'sending' as const };
    const made = makeDraft(services, letter, parcel.raw, tally);
    if ('place' in made) placed.push(made);
    else closings.push(made);
  }
  const noted = new Set(sheets.patch(letters, placed.map(noting)));
  const isNoted = ({ letter }: Placed): boolean => noted.has(letter.id);
  for (const parcel of placed.filter(isNoted)) closings.push(...deliver(services, parcel, tally));
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

/** A letter as a raw mail, or what becomes of one that does not go; none keeps the others. */
function pack(
  services: SendServices,
  desk: Desk,
  letter: Letter,
  tally: Tally,
): string | LetterPatch[] {
  if (letter.sent !== null) {
    tally.again++;
    return [closed(letter)];
  }
  const settled = settleDoubt(services, letter, tally);
  if (settled.length > 0) return settled;
  const objection = whyNot(letter, desk);
  if (objection !== undefined) return turnBack(letter, objection, tally);
  try {
    return packLetter(services, desk, letter);
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
