import { toAsk } from './ask';
import { toPause } from './pause';
import type { Step, StepInput } from './step';
import { toWriteKind, toWritePlan } from './write';

const KINDS: readonly ((input: StepInput) => Step[])[] = [toPause, toAsk, toWriteKind, toWritePlan];
const MOST = 5;

/** What to do next: at most five steps, those with most at stake first; those in `done` are left out. */
export function nextSteps(input: StepInput, done: ReadonlySet<string> = new Set()): Step[] {
  return KINDS.flatMap((kind) => kind(input))
    .filter(({ id }) => !done.has(id))
    .sort((a, b) => b.stake - a.stake)
    .slice(0, MOST);
}
