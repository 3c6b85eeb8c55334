import type { Instant } from '../../core/calendar';
import type { ListService, Question } from '../../core/connectors/lists/service';
import { withoutSecret } from '../../core/http';
import { Problem, type ProblemDetails } from '../../core/problem';
import type { Services } from '../../services';

/** What came of a question. */
export type Outcome<T> =
  | { kind: 'found'; found: T }
  /** Time ran out, or the service asks for more of it than there is. */
  | { kind: 'later'; why: string; at: Instant }
  | { kind: 'lost'; why: string }
  | { kind: 'closed'; problem: ProblemDetails };

export type Asker = <T>(question: Question<T>) => Outcome<T>;

/** So often a question is asked again where the service is busy. */
const MOST_TRIES = 3;

/** Asks one service, no faster than it allows and no later than the deadline. */
export function asker(
  { http, clock }: Pick<Services, 'http' | 'clock'>,
  service: Pick<ListService, 'paceMs'>,
  token: string,
  deadline: Instant,
): Asker {
  let last = -Infinity;
  return <T>(first: Question<T>): Outcome<T> => {
    let question = first;
    let tries = 0;
    for (;;) {
      if (clock.now() > deadline) return { kind: 'later', why: '', at: clock.now() };
      const pause = last + service.paceMs - clock.now();
      if (pause > 0) clock.sleep(pause);
      last = clock.now();
      const [answer] = http.batch([question.ask]);
      const reply = question.read(
        withoutSecret(answer ?? { ok: false, error: 'no answer' }, token),
      );
      if (reply.kind === 'next') {
        question = reply.question;
        tries = 0;
      } else if (reply.kind === 'busy') {
        const at = clock.now() + reply.afterMs;
        if (++tries >= MOST_TRIES || at > deadline) {
          return { kind: 'later', why: `It could not go on: ${reply.why}.`, at };
        }
        clock.sleep(reply.afterMs);
      } else return reply;
    }
  };
}

/** What was found; throws a `Problem` where it was not, as a person who waits for it should see. */
export function foundOrThrow<T>(title: string, outcome: Outcome<T>): T {
  if (outcome.kind === 'found') return outcome.found;
  if (outcome.kind === 'closed') {
    const { problem } = outcome;
    throw new Problem({ ...problem, sentence: `${title}: ${problem.sentence}` });
  }
  throw new Problem({
    code: 'list-busy',
    value: title,
    sentence: `${title}: ${outcome.why || 'It has not answered in time.'}`,
    remedy: 'Try again in a minute.',
    passes: true,
  });
}
