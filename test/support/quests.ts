import type { HttpAnswer, HttpRequest } from '../../src/core/http';
import type { Quest } from '../../src/core/quest';

/** Goes through a quest with answers at hand; tells what was asked, round by round. */
export function go<Found>(
  quest: Quest<Found>,
  answer: (request: HttpRequest) => HttpAnswer,
): { found: Found; rounds: string[][] } {
  const rounds: string[][] = [];
  let step = quest;
  while (!('done' in step)) {
    rounds.push(step.ask.map(({ url }) => url));
    step = step.next(step.ask.map(answer));
  }
  return { found: step.done, rounds };
}
