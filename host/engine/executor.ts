import type { CallName, CallArgs, CallResult } from '../shared/calls';
import type { Boot, EventSpec, Failure, Job, Outcome } from '../shared/job';
import type { Clock } from '../time/clock';
import type { Store } from '../store/store';
import { Execution, type Cause, type ExecutionRecord, type Who } from './execution';
import type { History } from './history';
import type { Faults, Plan } from './faults';
import type { CallAnswer, CallMessage, Done } from './messages';
import type { Pool } from './pool';
import type { Project } from './project';
import { ScriptError } from './script-error';

/** How the machine's side answers each call of a script. */
export type Handlers = {
  [Name in CallName]: (
    args: CallArgs<Name>,
    execution: Execution,
  ) => CallResult<Name> | Promise<CallResult<Name>>;
};

/** What to run, and on whose behalf. */
export interface Request {
  project: Project;
  function: string;
  cause: Cause;
  who?: Who;
  values?: unknown[];
  event?: EventSpec;
  answer?: Job['answer'];
  /** Whether an installed trigger sets it off. */
  triggered?: boolean;
  authMode?: Boot['authMode'];
  userAgent?: string;
}

export interface Result {
  outcome: Outcome;
  record: ExecutionRecord;
  /** The counted calls in their order. */
  trace: string[];
}

/** What every execution is told, apart from what follows from its request. */
export interface Surroundings {
  owner: string;
  serviceUrl(project: Project): string;
  scriptId(project: Project): string;
  locale(): string;
  /** Why an execution may not start now, in Google's words; null when it may. */
  refusal(execution: Execution): Failure | null;
  /** Called when an execution is over, however it ended: releases its locks, shows its writes. */
  over(execution: Execution, keepWaiting: boolean): void;
  /** A person's edit, planned to happen before some call. */
  edit(plan: NonNullable<Plan['edit']>): void;
}

type AnswerRest = { value: unknown } | { error: ScriptError['failure'] };

const atOnce = 30;
const minute = 60_000;

/** Runs functions of projects, each in a thread of its own, within Google's limits. */
export class Executor {
  private readonly running = new Set<Execution>();
  private readonly waitingForIdle: (() => void)[] = [];

  constructor(
    private readonly pool: Pool,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly faults: Faults,
    private readonly history: History,
    private readonly handlers: Handlers,
    private readonly surroundings: Surroundings,
  ) {}

  async run(request: Request): Promise<Result> {
    const { project, who = 'owner', cause, triggered = false } = request;
    const plan = this.faults.planFor(project.name, request.function);
    const boot = this.bootFor(request, plan);
    const execution = new Execution(
      this.history.nextNumber(),
      project,
      request.function,
      cause,
      who,
      boot,
      this.clock.now(),
      triggered,
    );
    const refusal = this.running.size >= atOnce ? tooMany : this.surroundings.refusal(execution);
    if (refusal) return this.finish(execution, { ok: false, error: refusal });
    this.running.add(execution);
    const outcome = await this.inThread(execution, request, plan);
    this.running.delete(execution);
    this.catchUp(execution);
    const result = this.finish(execution, outcome);
    if (!this.running.size) for (const resolve of this.waitingForIdle.splice(0)) resolve();
    return result;
  }

  /** Waits until nothing runs. */
  async idle(): Promise<void> {
    while (this.running.size) {
      await new Promise<void>((resolve) => this.waitingForIdle.push(resolve));
    }
  }

  private finish(execution: Execution, outcome: Outcome): Result {
    const record = execution.record(outcome.ok ? null : outcome.error);
    this.store.record(this.history, record);
    return { outcome, record, trace: execution.trace };
  }

  private bootFor(request: Request, plan: Plan): Boot {
    const { project, who = 'owner', authMode = 'FULL', userAgent = '' } = request;
    const { stops, fail, latency } = plan;
    const { owner } = this.surroundings;
    const limit = authMode === 'FULL' ? 6 * minute : minute / 2;
    return {
      manifest: project.read().manifest,
      timeZone: project.timeZone(),
      scriptId: this.surroundings.scriptId(project),
      serviceUrl: this.surroundings.serviceUrl(project),
      owner,
      activeUser: who === 'owner' ? owner : '',
      locale: this.surroundings.locale(),
      userAgent,
      bound: project.bound,
      hasUi: project.bound && !['web', 'clock'].includes(request.cause),
      authMode,
      ahead: this.clock.ahead,
      limit,
      left: limit,
      faults: { stops, fail, latency },
    };
  }

  /** Runs it in a thread until it ends by itself or is ended. */
  private inThread(execution: Execution, request: Request, plan: Plan): Promise<Outcome> {
    const runner = this.pool.take();
    const files = execution.project.read();
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      let watched = -1;
      let ended = false;
      const end = (outcome: Outcome, keepWaiting: boolean): void => {
        ended = true;
        clearTimeout(timer);
        this.surroundings.over(execution, keepWaiting);
        resolve(outcome);
      };
      const cutOff = (reason: Failure): void => {
        this.pool.discard(runner);
        end({ ok: false, error: reason }, true);
      };
      /** Sets the time limit anew where virtual time has brought it nearer. */
      const watch = (): void => {
        if (ended || watched === execution.elapsed) return;
        watched = execution.elapsed;
        clearTimeout(timer);
        timer = setTimeout(() => cutOff(outOfTime), execution.left);
      };
      runner.onDone = (done: Done) => {
        execution.note(done.notes);
        this.history.functions.set(execution.project.name, done.functions);
        this.pool.giveBack(runner);
        end(done.outcome, true);
      };
      runner.onCrash = (reason) => cutOff(crash(reason));
      runner.onCall = (message) => {
        execution.note(message[1]);
        if (isKill(message, plan)) {
          this.pool.abandon(runner);
          const lost = plan.lose ? execution.waiting.length : 0;
          end({ ok: false, error: killed(callNumber(message[2]), lost) }, !plan.lose);
          return;
        }
        watch();
        void this.answer(execution, message, plan).then((answer) => {
          watch();
          if (!ended && execution.left > 0) runner.answer(answer);
        });
      };
      watch();
      runner.start(
        { version: files.version, files, boot: execution.boot, job: jobOf(request) },
        files,
      );
    });
  }

  /** What a call is answered with; what goes wrong in it is thrown in the script. */
  private async answer(
    execution: Execution,
    [name, , args]: CallMessage,
    plan: Plan,
  ): Promise<CallAnswer> {
    const answered = (rest: AnswerRest): CallAnswer => {
      return { ahead: this.clock.ahead + execution.ahead, left: execution.left, ...rest };
    };
    try {
      if (name === 'engine.fault' && plan.edit?.n === callNumber(args)) {
        this.surroundings.edit(plan.edit);
      }
      const handler = this.handlers[name as CallName] as (
        args: unknown,
        execution: Execution,
      ) => unknown;
      const value = await handler(args, execution);
      return answered({ value: value ?? null });
    } catch (thrown) {
      if (thrown instanceof ScriptError) return answered({ error: thrown.failure });
      console.error(`The host failed at ${name}:`, thrown);
      const message = `We're sorry, a server error occurred. (${String(thrown)})`;
      return answered({ error: { name: 'Exception', message } });
    }
  }

  /** The clock of all moves on to where this execution's own time got. */
  private catchUp(execution: Execution): void {
    const { ahead } = execution;
    if (ahead <= 0) return;
    this.store.record(this.clock, this.clock.setTo(this.clock.now() + ahead));
    for (const other of this.running) other.ahead = Math.max(0, other.ahead - ahead);
  }
}

function jobOf(request: Request): Job {
  return {
    function: request.function,
    values: request.values ?? [],
    event: request.event ?? null,
    answer: request.answer ?? 'value',
  };
}

/** Whether an execution has come to the call before which it is to be ended. */
const isKill = ([name, , args]: CallMessage, { killAt }: Plan): boolean =>
  name === 'engine.fault' && killAt === callNumber(args);

/** Which call a fault stopped before. */
const callNumber = (args: unknown): number => (args as { call: number }).call;

const outOfTime: Failure = { name: 'Exception', message: 'Exceeded maximum execution time' };

const killed = (call: number, lost: number): Failure => ({
  name: 'Exception',
  message:
    `The execution was ended before call ${call}, as a fault asked.` +
    (lost ? ` Unflushed writes that were lost: ${lost}.` : ''),
});

const tooMany: Failure = {
  name: 'Exception',
  message: 'There are too many scripts running simultaneously for this Google user account.',
};

function crash(reason: Error & { code?: string }): Failure {
  const outOfMemory = reason.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return {
    name: 'Exception',
    message: outOfMemory
      ? 'Out of memory error.'
      : `The script's thread crashed: ${String(reason)}`,
  };
}
