import type { CallName, CallArgs, CallResult } from '../shared/calls';
import type { Boot, EventSpec, Failure, Job, Outcome } from '../shared/job';
import type { Clock } from '../time/clock';
import type { Store } from '../store/store';
import { Execution, type Cause, type ExecutionRecord, type Who } from './execution';
import type { History } from './history';
import type { Faults, Plan } from './faults';
import type { CallMessage, Done } from './messages';
import type { Pool, Runner } from './pool';
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
  authMode?: Boot['authMode'];
  userAgent?: string;
}

export interface Result {
  outcome: Outcome;
  record: ExecutionRecord;
}

/** What every execution is told, apart from what follows from its request. */
export interface Surroundings {
  owner: string;
  serviceUrl(project: Project): string;
  scriptId(project: Project): string;
  locale(): string;
  /** Called when an execution is over, however it ended: releases its locks, shows its writes. */
  over(execution: Execution, keepWaiting: boolean): void;
  /** A person's edit, planned to happen before some call. */
  edit(plan: NonNullable<Plan['edit']>): void;
}

const atOnce = 30;
const minute = 60_000;

/** Runs functions of projects, each in a thread of its own, within Google's limits. */
export class Executor {
  private readonly running = new Set<Execution>();

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
    const { project, who = 'owner', cause } = request;
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
    );
    if (this.running.size >= atOnce) return this.finish(execution, refusedAsTooMany);
    this.running.add(execution);
    const outcome = await this.inThread(execution, request, plan);
    this.running.delete(execution);
    this.catchUp(execution);
    return this.finish(execution, outcome);
  }

  private finish(execution: Execution, outcome: Outcome): Result {
    const record = execution.record(outcome.ok ? null : outcome.error);
    this.store.record(this.history, record);
    return { outcome, record };
  }

  private bootFor(request: Request, plan: Plan): Boot {
    const { project, who = 'owner', authMode = 'FULL', userAgent = '' } = request;
    const { stops, fail, latency } = plan;
    const { owner } = this.surroundings;
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
      limit: authMode === 'FULL' ? 6 * minute : minute / 2,
      faults: { stops, fail, latency },
    };
  }

  /** Runs it in a thread until it ends by itself or is ended. */
  private inThread(execution: Execution, request: Request, plan: Plan): Promise<Outcome> {
    const runner = this.pool.take();
    const files = execution.project.read();
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const end = (outcome: Outcome, keepWaiting: boolean): void => {
        clearTimeout(timer);
        this.surroundings.over(execution, keepWaiting);
        resolve(outcome);
      };
      const cutOff = (reason: Failure, keepWaiting: boolean): void => {
        this.pool.discard(runner);
        end({ ok: false, error: reason }, keepWaiting);
      };
      const watch = (): void => {
        clearTimeout(timer);
        const left = Math.max(0, execution.boot.limit - execution.ran);
        timer = setTimeout(() => cutOff(outOfTime, true), left);
      };
      runner.onDone = (done: Done) => {
        execution.note(done.notes);
        this.history.functions.set(execution.project.name, done.functions);
        this.pool.giveBack(runner);
        end(done.outcome, true);
      };
      runner.onCrash = (reason) => cutOff(crash(reason), true);
      runner.onCall = (message) => {
        execution.note(message[1]);
        watch();
        if (message[0] === 'engine.timeout') cutOff(outOfTime, true);
        else if (message[0] === 'engine.fault' && plan.killAt === atCall(message)) {
          cutOff(killed(plan.killAt), !plan.lose);
        } else void this.handle(execution, message, plan, runner);
      };
      watch();
      runner.start(
        { version: files.version, files, boot: execution.boot, job: jobOf(request) },
        files,
      );
    });
  }

  private async handle(
    execution: Execution,
    [name, , args]: CallMessage,
    plan: Plan,
    runner: Runner,
  ): Promise<void> {
    const ahead = (): number => this.clock.ahead + execution.ahead;
    try {
      if (name === 'engine.fault' && plan.edit) this.surroundings.edit(plan.edit);
      const handler = this.handlers[name as CallName] as (
        args: unknown,
        execution: Execution,
      ) => unknown;
      const value = await handler(args, execution);
      runner.answer({ ahead: ahead(), value: value ?? null });
    } catch (thrown) {
      if (thrown instanceof ScriptError) {
        runner.answer({ ahead: ahead(), error: thrown.failure });
      } else {
        console.error(`The host failed at ${name}:`, thrown);
        const message = `We're sorry, a server error occurred. (${String(thrown)})`;
        runner.answer({ ahead: ahead(), error: { name: 'Exception', message } });
      }
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

const atCall = ([, , args]: CallMessage): number => (args as { call: number }).call;

const outOfTime: Failure = { name: 'Exception', message: 'Exceeded maximum execution time' };

const killed = (call: number): Failure => ({
  name: 'Exception',
  message: `The execution was ended before call ${call}, as a fault asked.`,
});

const refusedAsTooMany: Outcome = {
  ok: false,
  error: {
    name: 'Exception',
    message: 'There are too many scripts running simultaneously for this Google user account.',
  },
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
