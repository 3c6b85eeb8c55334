import type { HttpAnswer, HttpRequest } from './http';

/**
 * Something that is found out by asking, perhaps several times and several things at once: the
 * requests of this round with what to make of their answers, in the same order, or what was found.
 */
export type Quest<Found> =
  { done: Found } | { ask: HttpRequest[]; next: (answers: HttpAnswer[]) => Quest<Found> };

/** An answer that never came. */
const NO_ANSWER: HttpAnswer = { ok: false, error: 'no answer' };

/** Asks one thing. */
export function asking<Found>(
  request: HttpRequest,
  read: (answer: HttpAnswer) => Quest<Found>,
): Quest<Found> {
  return { ask: [request], next: ([answer = NO_ANSWER]) => read(answer) };
}

/** Goes on from what a quest found. */
export function goingOn<Found, Further>(
  quest: Quest<Found>,
  next: (found: Found) => Quest<Further>,
): Quest<Further> {
  if ('done' in quest) return next(quest.done);
  return { ask: quest.ask, next: (answers) => goingOn(quest.next(answers), next) };
}

/** Several quests side by side, a round of all of them at a time; what they find comes in their order. */
export function together<Found>(quests: Quest<Found>[]): Quest<Found[]> {
  const ask = quests.flatMap((quest) => ('done' in quest ? [] : quest.ask));
  if (ask.length === 0) {
    return { done: quests.flatMap((quest) => ('done' in quest ? [quest.done] : [])) };
  }
  return {
    ask,
    next: (answers) => {
      let at = 0;
      return together(
        quests.map((quest) => {
          if ('done' in quest) return quest;
          const own = answers.slice(at, (at += quest.ask.length));
          return quest.next(own);
        }),
      );
    },
  };
}
