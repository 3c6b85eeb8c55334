import type { Boot, Failure, Job, Notes, Outcome } from '../shared/job';
import type { ProjectFiles } from './project';

/** What a worker is made with. */
export interface WorkerSetup {
  port: MessagePort;
  signal: SharedArrayBuffer;
  contextCode: string;
  signaturesFolder: string;
}

/** An execution for a worker; the files are left out when it has this version already. */
export interface Start {
  version: string;
  files: ProjectFiles | null;
  boot: Boot;
  job: Job;
}

/** How an execution ended, as its worker tells it. */
export interface Done {
  outcome: Outcome;
  notes: Notes;
  functions: string[];
}

/** A call on its way from a script to the machine's side, and the answer. */
export type CallMessage = [name: string, notes: Notes, args: unknown];
export type CallAnswer = { ahead: number; left: number } & (
  { value: unknown } | { error: Failure & { details?: unknown } }
);

/** The answer to an execution that has been ended: nothing that it asks is answered any more. */
export interface Over {
  over: true;
}
