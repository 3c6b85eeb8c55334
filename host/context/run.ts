import type { EventSpec, Job, Outcome } from '../shared/job';
import { describeThrown } from './exception';
import { eventObject } from './events';
import { forClient, forCaller } from './results';
import { webAnswer } from './services/web-answer';

let outcome: Outcome = { ok: true, result: null };

/** Starts the function of a job. Promises that it leaves settle before the outcome is taken. */
export function runJob(job: Job): void {
  try {
    if (job.answer === 'client' && job.function.endsWith('_')) throw notFound(job.function);
    const result = callFunction(job.function, job.event, job.values);
    if (result instanceof Promise) {
      outcome = { ok: true, result: null };
      result.then(
        (value: unknown) => settle(job, value),
        (thrown: unknown) => fail(thrown),
      );
    } else settle(job, result);
  } catch (thrown) {
    fail(thrown);
  }
}

export const takeOutcome = (): Outcome => outcome;

/** The functions that menus, triggers and pages may name: real globals not ending in `_`. */
export function publicFunctions(): string[] {
  return Object.keys(globalThis).filter(
    (name) => !name.endsWith('_') && typeof Reflect.get(globalThis, name) === 'function',
  );
}

function callFunction(name: string, event: EventSpec | null, values: unknown[]): unknown {
  const found: unknown = Object.hasOwn(globalThis, name) ? Reflect.get(globalThis, name) : null;
  if (typeof found !== 'function' || !Object.keys(globalThis).includes(name)) {
    throw notFound(name);
  }
  return Reflect.apply(found, undefined, event ? [eventObject(event)] : values) as unknown;
}

const notFound = (name: string): Error => new ReferenceError(`Script function not found: ${name}`);

function settle(job: Job, value: unknown): void {
  try {
    outcome = { ok: true, result: answerOf(job, value) };
  } catch (thrown) {
    fail(thrown);
  }
}

function answerOf(job: Job, value: unknown): unknown {
  if (job.answer === 'web') return webAnswer(value, job.function);
  return job.answer === 'client' ? forClient(value) : forCaller(value);
}

function fail(thrown: unknown): void {
  outcome = { ok: false, error: describeThrown(thrown) };
}
