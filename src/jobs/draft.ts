import type { Instant } from '../core/calendar';
import type { Tokens, Writer, WriterAnswer, WriterTask } from '../core/connectors/connector';
import { judgeDraft } from '../core/letters/checks';
import type { Around } from '../core/letters/checks/check';
import { type Draft, readDraft } from '../core/letters/draft';
import type { LetterFacts } from '../core/letters/facts';
import { plainDraft } from '../core/letters/plain';
import { letterPrompt, secondTry, type Wishes } from '../core/letters/prompt';
import type { Services } from '../services';
import { askAll } from './asking';
import { STATE } from './state';

export interface DraftTask {
  facts: LetterFacts;
  brief: string;
  /** Beside the facts: what is not to be repeated, and who is not to be named. */
  around: Around;
}

export interface Drafted {
  draft: Draft;
  /** The model, or `plain`. */
  writer: string;
  /** Why the writer's own draft was not taken; empty where it was, or where none was asked. */
  notes: string[];
  /** Titles of the checks that the draft passed. */
  passed: string[];
}

export interface Drafting {
  /** In the order of the tasks; undefined where the letter waits for the next run. */
  drafted: (Drafted | undefined)[];
  /** What each letter's tries took, in the same order, whatever came of them. */
  tokens: Tokens[];
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

/**
 * Drafts letters side by side. A draft that fails a check gets one second try that names the
 * failures; after that, and without a writer, the letter is the plain one. No turn of asking begins
 * that the deadline would not let end: those letters wait for the next run.
 */
export function draftAll(
  services: DraftServices,
  writer: Writer | undefined,
  tasks: DraftTask[],
  { wishes, instead, deadline }: DraftOptions,
): Drafting {
  if (writer === undefined) {
    const notes = instead === undefined ? [] : [instead];
    return {
      drafted: tasks.map((task) => plain(task, notes)),
      tokens: tasks.map(() => NO_TOKENS),
      isLate: false,
    };
  }
  const ask = (asked: WriterTask[]): (WriterAnswer | undefined)[] =>
    askAll(services, writer, asked, deadline);
  const prompts = tasks.map(({ facts, brief, around }) =>
    letterPrompt(facts, brief, around.notes, wishes),
  );
  const firstAnswers = ask(prompts);
  const first = judge(tasks, firstAnswers, writer);
  const again = first.flatMap((outcome, i) => (outcome.kind === 'failed' ? [i] : []));
  const secondAnswers = ask(again.flatMap((i) => repeat(prompts[i], first[i])));
  const second = judge(
    again.flatMap((i) => tasks[i] ?? []),
    secondAnswers,
    writer,
  );
  const outcomes = first.map((outcome, i) => second[again.indexOf(i)] ?? outcome);
  const tokens = tasks.map((_, i) =>
    sumOf([firstAnswers[i], secondAnswers[again.indexOf(i)]].map(tokensOf)),
  );
  return { ...settle(services, tasks, outcomes), tokens };
}

export interface DraftOptions {
  wishes: Wishes;
  /** Why no writer is asked although there could be one; said with each letter. */
  instead?: string | undefined;
  deadline: Instant;
}

const NO_TOKENS: Tokens = { input: 0, output: 0 };

function tokensOf(answer: WriterAnswer | undefined): Tokens {
  return (answer !== undefined && 'tokens' in answer ? answer.tokens : undefined) ?? NO_TOKENS;
}

function sumOf(all: Tokens[]): Tokens {
  return {
    input: all.reduce((sum, { input }) => sum + input, 0),
    output: all.reduce((sum, { output }) => sum + output, 0),
  };
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
  return tasks.map((task, i): Outcome => {
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
        return judgeAnswer(answer.json, task, writer);
    }
  });
}

function judgeAnswer(json: unknown, { facts, around }: DraftTask, writer: Writer): Outcome {
  const draft = readDraft(json);
  const text = JSON.stringify(json);
  if (draft === undefined) {
    return {
      kind: 'failed',
      draft: text,
      failures: ['It needs a subject and a body, both texts.'],
    };
  }
  const { passed, failures } = judgeDraft(draft, facts, around);
  if (failures.length > 0) return { kind: 'failed', draft: text, failures };
  return { kind: 'good', drafted: { draft, writer: writer.title, notes: [], passed } };
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
): Omit<Drafting, 'tokens'> {
  const closed = outcomes.find((outcome) => outcome.kind === 'closed')?.why;
  const busy = outcomes.find((outcome) => outcome.kind === 'busy')?.why;
  const since = Number(state.get(STATE.busySince) ?? clock.now());
  const waits = busy !== undefined && clock.now() - since <= PATIENCE_MS;
  const isAsked = outcomes.some(({ kind }) => kind !== 'late');
  if (busy === undefined && isAsked) state.remove(STATE.busySince);
  const drafted = outcomes.map((outcome, i) => {
    const task = tasks[i];
    if (task === undefined) return undefined;
    switch (outcome.kind) {
      case 'good':
        return outcome.drafted;
      case 'failed':
        return plain(task, [
          `Written without AI, for its draft failed twice: ${outcome.failures.join(' ')}`,
        ]);
      case 'closed':
        return plain(task, [`Written without AI: ${outcome.why}`]);
      case 'busy':
        return waits
          ? undefined
          : plain(task, [`Written without AI, for it was busy all day: ${outcome.why}.`]);
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

function plain({ facts, around }: DraftTask, notes: string[]): Drafted {
  const draft = plainDraft(facts);
  return { draft, writer: PLAIN, notes, passed: judgeDraft(draft, facts, around).passed };
}
