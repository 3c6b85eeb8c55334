import type { Boot, Job } from '../shared/job';
import { connect, takeNotes, type Worker } from './bridge';
import { installDate } from './date';
import { installGlobals } from './globals';
import { publicFunctions, runJob, takeOutcome } from './run';

/** What the worker holds of a context. Only text goes in and out. */
export interface Context {
  run(job: string): void;
  /** The outcome, once all promises have settled. */
  outcome(): string;
  functions(): string;
  notes(): string;
}

/** Makes a bare context into an Apps Script one. */
export function install(worker: Worker, boot: string): Context {
  connect(worker, JSON.parse(boot) as Boot);
  installDate();
  installGlobals();
  return {
    run: (job) => runJob(JSON.parse(job) as Job),
    outcome: () => JSON.stringify(takeOutcome()),
    functions: () => JSON.stringify(publicFunctions()),
    notes: () => JSON.stringify(takeNotes()),
  };
}
