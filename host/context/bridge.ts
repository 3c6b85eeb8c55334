import type { CallArgs, CallName, CallResult } from '../shared/calls';
import type { Boot, Failure, Notes } from '../shared/job';
import { exception } from './exception';

/** What the worker lends to the scripts' side. Only text crosses, and none of it ever throws. */
export interface Worker {
  /** Sends `[name, notes, arguments]` to the machine's side and waits for the answer's text. */
  send(message: string): string;
  /** The signatures of a namespace. */
  signatures(namespace: string): string;
  /** An html file of the project, or null. */
  file(name: string): string | null;
  /** Work on texts and bytes that needs the machine's libraries; null for what cannot be done. */
  craft(name: string, args: string[]): string | null;
  /** The value of an expression evaluated in this context, or the text of what is wrong in it. */
  compile(code: string, name: string): unknown;
}

type Answer =
  | { over: true }
  | ({ ahead: number; left: number } & (
      { value: unknown } | { error: Failure & { details?: unknown } }
    ));

let worker: Worker;
let information: Boot;
let notes: Notes = { calls: [], log: [], elapsed: 0 };
let over = false;

/** Connects this side with its worker; the first thing that happens in a context. */
export function connect(lent: Worker, boot: Boot): void {
  worker = lent;
  information = boot;
}

/** Throws when this execution has been ended: its script may still unwind, but reaches nothing. */
export function assertRunning(): void {
  if (over) throw ended();
}

const ended = (): Error => exception('The execution is over.');

export const lent = (): Worker => worker;
export const boot = (): Boot => information;
export const noted = (): Notes => notes;

/** Hands over what was noted since the last message. */
export function takeNotes(): Notes {
  const taken = notes;
  notes = { calls: [], log: [], elapsed: 0 };
  return taken;
}

/** Asks the machine's side and waits; what it refuses is thrown as Google would throw it. */
export function call<Name extends CallName>(name: Name, args: CallArgs<Name>): CallResult<Name> {
  assertRunning();
  const answer = JSON.parse(worker.send(JSON.stringify([name, takeNotes(), args]))) as Answer;
  if ('over' in answer) {
    over = true;
    throw ended();
  }
  information.ahead = answer.ahead;
  information.left = answer.left;
  if ('error' in answer) throw exception(answer.error);
  return answer.value as CallResult<Name>;
}
