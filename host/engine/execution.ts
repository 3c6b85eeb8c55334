import type { Boot, Failure, LogLine, Notes } from '../shared/job';
import type { Operation } from '../shared/operations';
import type { Project } from './project';

/** Who set an execution off, and through what. */
export type Cause = 'run' | 'menu' | 'page' | 'web' | 'clock' | 'edit' | 'change' | 'open';

export type Who = 'owner' | 'stranger';

/** What the host remembers of an execution. */
export interface ExecutionRecord {
  n: number;
  project: string;
  function: string;
  cause: Cause;
  start: string;
  ms: number;
  ok: boolean;
  error?: { name: string; message: string; stack?: string };
  calls: Record<string, number>;
  log: LogLine[];
}

/** An execution while it runs. */
export class Execution {
  readonly calls: Record<string, number> = {};
  readonly log: LogLine[] = [];
  /** The counted calls in their order. */
  readonly trace: string[] = [];
  /** Steps on the spreadsheet that nobody else has seen yet. */
  waiting: Operation[] = [];
  /** How far its own time is ahead of the clock that all share: latency, long sleeps. */
  ahead = 0;
  /** Virtual milliseconds spent so far; they count toward the limit. */
  elapsed = 0;
  /** How much of its sleeping was real. */
  slept = 0;
  readonly startedAt = performance.now();

  constructor(
    readonly n: number,
    readonly project: Project,
    readonly functionName: string,
    readonly cause: Cause,
    readonly who: Who,
    readonly boot: Boot,
    readonly start: number,
    /** Whether an installed trigger set it off, whose time is counted by the day. */
    readonly triggered: boolean,
  ) {}

  note({ calls, log, elapsed }: Notes): void {
    for (const call of calls) this.calls[call] = (this.calls[call] ?? 0) + 1;
    this.trace.push(...calls);
    this.log.push(...log);
    this.spend(elapsed);
  }

  spend(milliseconds: number): void {
    this.ahead += milliseconds;
    this.elapsed += milliseconds;
  }

  /** Milliseconds it has run, virtual ones included. */
  get ran(): number {
    return performance.now() - this.startedAt + this.elapsed;
  }

  /** Milliseconds that it may still run. */
  get left(): number {
    return Math.max(0, this.boot.limit - this.ran);
  }

  record(error: Failure | null): ExecutionRecord {
    return {
      n: this.n,
      project: this.project.name,
      function: this.functionName,
      cause: this.cause,
      start: new Date(this.start).toISOString(),
      ms: Math.round(this.ran),
      ok: error === null,
      ...(error ? { error } : {}),
      calls: this.calls,
      log: this.log,
    };
  }
}
