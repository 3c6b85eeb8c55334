import type { Instant } from '../core/calendar';
import type { Writer, WriterAnswer, WriterTask } from '../core/connectors/connector';
import { checkDraft, type Draft, plainDraft, readDraft } from '../core/letters/draft';
import type { LetterFacts } from '../core/letters/facts';
import { letterPrompt, secondTry } from '../core/letters/prompt';
import type { Services } from '../services';
import { STATE } from './state';

export interface DraftTask {
  facts: LetterFacts;
  brief: string;
  notes: string;
}

export interface Drafted {
  draft: Draft;
  /** The model, or `plain`. */
  writer: string;
  /** Why the writer's own draft was not taken; empty where it was, or where none was asked. */
  notes: string[];
}

export interface Drafting {
  /** In the order of the tasks; undefined where the letter waits for the next run. */
  drafted: (Drafted | undefined)[];
  /** What a person must put right before the writer's service writes again. */
  closed?: string;
  /** Why the letters that wait do so. */
  busy?: string;
  /** There was no time left to ask for all of them. */
  isLate: boolean;
}

type DraftServices = Pick<Services, 'http' | 'clock' | 'state'>;

const PLAIN = 'plain';
/** A busy service is waited for this long, over all runs; then letters go without it. */
const PATIENCE_MS = 24 * 3600 * 1000;
/** With less time than this no turn of asking begins, for a letter takes a model so long. */
export const LEAST_TURN_MS = 60_000;

/**
 * Drafts letters side by side. A draft that fails a check gets one second try that names the
 * failures; after that, and without a writer, the letter is the plain one. No turn of asking begins
 * that the deadline would not let end: those letters wait for the next run.
 */
export function draftAll(
  services: DraftServices,
  writer: Writer | undefined,
  tasks: DraftTask[],
  deadline: Instant,
): Drafting {
  if (writer === undefined) {
    return { drafted: tasks.map(({ facts }) => plain(facts, [])), isLate: false };
  }
  const ask = (asked: WriterTask[]): (WriterAnswer | undefined)[] =>
    askAll(services, writer, asked, deadline);
  const prompts = tasks.map(({ facts, brief, notes }) => letterPrompt(facts, brief, notes));
  const first = judge(tasks, ask(prompts), writer);
  const again = first.flatMap((outcome, i) => (outcome.kind === 'failed' ? [i] : []));
  const second = judge(
    again.flatMap((i) => tasks[i] ?? []),
    ask(again.flatMap((i) => repeat(prompts[i], first[i]))),
    writer,
  );
  const outcomes = first.map((outcome, i) => second[again.indexOf(i)] ?? outcome);
  return settle(services, tasks, outcomes);
}

type Outcome =
  | { kind: 'good'; drafted: Drafted }
  /** `draft` as it came, where one came. */
  | { kind: 'failed'; draft?: string; failures: string[] }
  | { kind: 'busy'; why: string }
  | { kind: 'closed'; why: string }
  /** It was not asked for any more. */
  | { kind: 'late' };

function judge(
  tasks: DraftTask[],
  answers: (WriterAnswer | undefined)[],
  writer: Writer,
): Outcome[] {
  return tasks.map(({ facts }, i): Outcome => {
    const answer = answers[i];
    if (answer === undefined) return { kind: 'late' };
    switch (answer.kind) {
      case 'busy':
        return { kind: 'busy', why: answer.why };
      case 'closed':
        return { kind: 'closed', why: `${answer.problem.sentence} ${answer.problem.remedy}` };
      case 'declined':
        return { kind: 'failed', failures: [`The writer gave no letter: ${answer.why}.`] };
      case 'written':
        return judgeDraft(answer.json, facts, writer);
    }
  });
}

function judgeDraft(json: unknown, facts: LetterFacts, writer: Writer): Outcome {
  const draft = readDraft(json);
  const text = JSON.stringify(json);
  if (draft === undefined) {
    return {
      kind: 'failed',
      draft: text,
      failures: ['It needs a subject and a body, both texts.'],
    };
  }
  const failures = checkDraft(draft, facts);
  if (failures.length > 0) return { kind: 'failed', draft: text, failures };
  return { kind: 'good', drafted: { draft, writer: writer.title, notes: [] } };
}

/** The second request; a letter that was declined is simply asked for once more. */
function repeat(prompt: WriterTask | undefined, outcome: Outcome | undefined): WriterTask[] {
  if (prompt === undefined || outcome?.kind !== 'failed') return [];
  if (outcome.draft === undefined) return [prompt];
  return [{ ...prompt, again: { draft: outcome.draft, orders: secondTry(outcome.failures) } }];
}

/** What becomes of each letter, once all tries are made. */
function settle(
  { state, clock }: DraftServices,
  tasks: DraftTask[],
  outcomes: Outcome[],
): Drafting {
  const closed = outcomes.find((outcome) => outcome.kind === 'closed')?.why;
  const busy = outcomes.find((outcome) => outcome.kind === 'busy')?.why;
  const since = Number(state.get(STATE.busySince) ?? clock.now());
  const waits = busy !== undefined && clock.now() - since <= PATIENCE_MS;
  const isAsked = outcomes.some(({ kind }) => kind !== 'late');
  if (busy === undefined && isAsked) state.remove(STATE.busySince);
  const drafted = outcomes.map((outcome, i) => {
    const facts = tasks[i]?.facts;
    if (facts === undefined) return undefined;
    switch (outcome.kind) {
      case 'good':
        return outcome.drafted;
      case 'failed':
        return plain(facts, [
          `Written without AI, for its draft failed twice: ${outcome.failures.join(' ')}`,
        ]);
      case 'closed':
        return plain(facts, [`Written without AI: ${outcome.why}`]);
      case 'busy':
        return waits
          ? undefined
          : plain(facts, [`Written without AI, for it was busy all day: ${outcome.why}.`]);
      case 'late':
        return undefined;
    }
  });
  return {
    drafted,
    isLate: outcomes.some(({ kind }) => kind === 'late'),
    ...(closed === undefined ? {} : { closed }),
    ...(waits
      ? {
          busy: `The writer is busy (${busy}). The letters that wait are written at the next beat.`,
        }
      : {}),
  };
}

function plain(facts: LetterFacts, notes: string[]): Drafted {
  return { draft: plainDraft(facts), writer: PLAIN, notes };
}

const TRIES = 3;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 20_000;

/**
 * Asks for all drafts at once; those that met a busy service are asked for again, ever later, while
 * there is time. What was never asked for is undefined.
 */
function askAll(
  { http, clock, state }: DraftServices,
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
