import { readPush } from '../../core/connectors/line/answers';
import { type HttpRequest, withoutSecret } from '../../core/http';
import type { Objection } from '../../core/letters/approval';
import { messageOf } from '../../core/problem';
import type { Letter } from '../../core/workbook';
import { type SendServices, whyNever } from '../desk';
import { closing, firstTry, holding, type LetterPatch, staying, turning } from '../moves';
import { type Desk, leftOut, packPush } from '../parcel';
import type { Tally } from '../tally';
import { type LineRoom, restUntilNextMonth } from './month';

/** A letter on its way to LINE. */
export interface Push {
  letter: Letter;
  request: HttpRequest;
  /** It was tried before, so LINE may have it. */
  isAgain: boolean;
}

const HOUR_MS = 3600 * 1000;
/** A retry key is good for a day (recalled from LINE's reference, unverified); well within it a letter may be pushed again. */
const KEY_GOOD_MS = 20 * HOUR_MS;

const BROKEN_OFF =
  'This letter was leaving on LINE, and it is too long ago to ask LINE what became of it.';

/** Pushes letters, all at once; what LINE took before counts as sent, and does not go again. */
export function pushAll(
  services: SendServices,
  pushes: Push[],
  token: string,
  tally: Tally,
  room: LineRoom,
): LetterPatch[] {
  if (pushes.length === 0) return [];
  const answers = services.http.batch(pushes.map(({ request }) => request));
  return pushes.map(({ letter, isAgain }, i): LetterPatch => {
    const answer = answers[i] ?? { ok: false, error: 'no answer' };
    const pushed = readPush(withoutSecret(answer, token));
    switch (pushed.kind) {
      case 'taken':
        tally.sent++;
        return closing(letter, services.clock.now());
      case 'busy':
        tally.adrift++;
        return staying(letter, pushed.why);
      case 'month is full':
        restUntilNextMonth(services, room);
        tally.note = room.why;
        return stopped(letter, isAgain, room.why, tally);
      case 'closed':
        room.left = 0;
        room.why = tally.note = `${pushed.problem.sentence} ${pushed.problem.remedy}`;
        return stopped(letter, isAgain, room.why, tally);
      case 'refused':
        if (isAgain) {
          tally.held++;
          return holding(letter, pushed.why);
        }
        tally.failed++;
        return turning(letter, 'failed', pushed.why);
    }
  });
}

/** It did not leave now; whether it did at an earlier try, nobody can tell. */
function stopped(letter: Letter, isAgain: boolean, why: string, tally: Tally): LetterPatch {
  if (!isAgain) {
    tally.offLine++;
    return turning(letter, 'approved', `Waits. ${why}`);
  }
  tally.held++;
  return holding(letter, why);
}

/**
 * Pushes letters again that a run left on their way, with the keys they had: LINE tells which it had
 * taken. What is too old for that, or may not go any more, is held for a person.
 */
export function recoverPushes(
  services: SendServices,
  desk: Desk,
  stuck: Letter[],
  tally: Tally,
  room: LineRoom,
): LetterPatch[] {
  const held: LetterPatch[] = [];
  const pushes = stuck.flatMap((row): Push[] => {
    const letter = { ...row, problem: leftOut(row, desk) };
    const why = whyNotAgain(letter, services.clock.now()) ?? whyNever(letter, desk)?.why;
    const request = why ?? tryToPack(services, desk, letter);
    if (typeof request !== 'string') return [{ letter, request, isAgain: true }];
    tally.held++;
    held.push(holding(letter, request));
    return [];
  });
  return [...held, ...pushAll(services, pushes, desk.line?.token ?? '', tally, room)];
}

/** What becomes of an approved letter that was tried before and may not be tried again. */
export function settlePush(
  { clock }: Pick<SendServices, 'clock'>,
  desk: Desk,
  letter: Letter,
  tally: Tally,
): LetterPatch[] {
  if (letter.draftId === '') return [];
  const why = whyNotAgain(letter, clock.now()) ?? whyNever(letter, desk)?.why;
  if (why === undefined) return [];
  tally.held++;
  return [holding(letter, why)];
}

/** Why LINE takes no more letters in this run. */
export function whyNoRoom({ left, why }: LineRoom): Objection | undefined {
  return left > 0 ? undefined : { becomes: 'approved', why: `Waits. ${why}`, rests: 'LINE' };
}

/** Why a letter that was tried before cannot be pushed again, in a sentence. */
function whyNotAgain(letter: Letter, now: number): string | undefined {
  const since = firstTry(letter);
  return since !== undefined && now - since < KEY_GOOD_MS ? undefined : BROKEN_OFF;
}

function tryToPack(services: SendServices, desk: Desk, letter: Letter): HttpRequest | string {
  try {
    return packPush(services, desk, letter);
  } catch (error) {
    return messageOf(error);
  }
}
