import type { Instant } from '../core/calendar';
import type { Writer, WriterAnswer, WriterTask } from '../core/connectors/connector';
import type { Services } from '../services';
import { STATE } from './state';

type AskServices = Pick<Services, 'http' | 'clock' | 'state'>;

/** With less time than this no turn of asking begins, for a letter takes a model so long. */
export const LEAST_TURN_MS = 60_000;
const TRIES = 3;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 20_000;

/**
 * Asks for all drafts at once; those that met a busy service are asked for again, ever later, while
 * there is time. What was never asked for is undefined.
 */
export function askAll(
  { http, clock, state }: AskServices,
  writer: Writer,
  tasks: WriterTask[],
  deadline: Instant,
): (WriterAnswer | undefined)[] {
  const answers: (WriterAnswer | undefined)[] = tasks.map(() => undefined);
  for (let turn = 1; turn <= TRIES; turn++) {
    const open = tasks.flatMap((task, i) => (needsAsking(answers[i]) ? [{ task, i }] : []));
    if (open.length === 0) break;
    const pause = turn > 1 ? pauseBefore(turn, answers) : 0;
    const left = deadline - clock.now() - pause;
    if (left < LEAST_TURN_MS) break;
    if (pause > 0) clock.sleep(pause);
    // Noted before asking, for a run that waits too long is ended without a word.
    if (state.get(STATE.busySince) === undefined) {
      state.set(STATE.busySince, String(clock.now()));
    }
    const said = http.batch(open.map(({ task }) => writer.ask(task, Math.floor(left / 1000))));
    open.forEach(({ i }, n) => {
      answers[i] = writer.read(said[n] ?? { ok: false, error: 'no answer' });
    });
  }
  return answers;
}

function needsAsking(answer: WriterAnswer | undefined): boolean {
  return answer === undefined || answer.kind === 'busy';
}

/** As long as the service asks for, else doubling; never longer than a run can spare. */
function pauseBefore(turn: number, answers: (WriterAnswer | undefined)[]): number {
  const wanted = answers.flatMap((answer) =>
    answer?.kind === 'busy' && answer.afterMs !== undefined ? [answer.afterMs] : [],
  );
  const usual = FIRST_PAUSE_MS * 2 ** (turn - 2);
  return Math.min(LONGEST_PAUSE_MS, Math.max(usual, ...wanted));
}
