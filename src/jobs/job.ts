import type { Instant } from '../core/calendar';
import { Problem, tell } from '../core/problem';
import type { Settings } from '../core/settings';
import type { Services } from '../services';
import { STATE } from './state';

/** What a job did, in words for the Activity tab; blank where there was nothing to do. */
export interface JobResult {
  done: string;
  /** Something that a person should look at, although the rest went on. */
  problem?: string;
  /** There is more to do than fitted into this run. */
  unfinished?: boolean;
  /** When there will be something to do again, where the job knows. */
  lookAgainAt?: Instant;
}

export type JobServices = Pick<Services, 'sheets' | 'state' | 'lease' | 'clock' | 'progress'>;

/** Characters of a job's problems that the sidebar shows. */
const MOST_REMEMBERED = 1500;
/** Work stops here, so that an execution ends before Google ends it, and before the next beat. */
export const LONGEST_MS = 270_000;

/**
 * Runs a job that a person asked for, under the lease, and notes it in Activity. Throws a `Problem`
 * where another execution is at work.
 */
export function runNow(
  name: string,
  services: JobServices,
  work: (deadline: Instant) => JobResult,
): JobResult {
  const result = services.lease.hold(() =>
    noted(name, services, () => work(services.clock.now() + LONGEST_MS)),
  );
  if (result !== undefined) {
    // What it did may be for others to go on with: receivers that want to be told of it, say.
    if (result.done !== '') services.state.set(STATE.look, 'ran');
    return result;
  }
  throw new Problem({
    code: 'busy',
    sentence: 'Perennial is at work in another run.',
    remedy: 'Wait until it is done, a few minutes at most, and try again.',
  });
}

/** Throws a `Problem` while the freelancer has paused everything. */
export function assertNotPaused(settings: Settings): void {
  if (!settings.paused) return;
  throw new Problem({
    code: 'paused',
    tab: 'Settings',
    sentence: 'Perennial is paused, so nothing is written, sent or collected.',
    remedy: 'Set Paused to no in the Settings tab or in the sidebar.',
  });
}

/** Runs work and notes it in Activity, if it did anything or went wrong; errors are passed on. */
export function noted(
  name: string,
  services: Pick<JobServices, 'sheets' | 'state' | 'clock' | 'progress'>,
  work: () => JobResult,
): JobResult {
  const { sheets, clock, state, progress } = services;
  const start = clock.now();
  const log = (
    outcome: 'done' | 'paused' | 'problem' | 'failed',
    done: string,
    problem: string,
  ): void => {
    sheets.log({
      at: start,
      job: name,
      outcome,
      done,
      took: (clock.now() - start) / 1000,
      problem,
    });
    remember(state, name, problem);
  };
  try {
    const result = work();
    const outcome = result.problem ? 'problem' : result.unfinished ? 'paused' : 'done';
    if (result.done !== '' || result.problem) log(outcome, result.done, result.problem ?? '');
    else remember(state, name, '');
    if (result.unfinished) state.set(STATE.look, 'unfinished');
    lookSooner(state, result.lookAgainAt);
    return result;
  } catch (error) {
    logQuietly(() => log(error instanceof Problem ? 'problem' : 'failed', '', tell(error)));
    throw error;
  } finally {
    progress.show(undefined);
  }
}

/** The last problem of each job that has not run well since. */
export function openProblems(remembered: string | undefined): Record<string, string> {
  return JSON.parse(remembered ?? '{}') as Record<string, string>;
}

/** Brings the next look forward, where a job knows of something before it. */
function lookSooner(state: JobServices['state'], at: Instant | undefined): void {
  if (at === undefined) return;
  const planned = Number(state.get(STATE.nextLook) ?? Infinity);
  if (at < planned) state.set(STATE.nextLook, String(at));
}

function remember(state: JobServices['state'], name: string, problem: string): void {
  const before = state.get(STATE.problems);
  const others = Object.entries(openProblems(before)).filter(([job]) => job !== name);
  const own = problem === '' ? [] : [[name, problem.slice(0, MOST_REMEMBERED)]];
  const now = JSON.stringify(Object.fromEntries([...others, ...own]));
  if (now !== (before ?? '{}')) state.set(STATE.problems, now);
}

/** A workbook without an Activity tab must not hide what went wrong. */
function logQuietly(log: () => void): void {
  try {
    log();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
