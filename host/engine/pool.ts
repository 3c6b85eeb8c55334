import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { CallAnswer, CallMessage, Done, Over, Start, WorkerSetup } from './messages';
import type { ProjectFiles } from './project';

const idleWanted = 3;
const patience = 10_000;
const runsPerWorker = 200;
/** So long an ended script may take to unwind before its thread is thrown away. */
const unwinding = 200;

/** A thread that runs one execution at a time, each in a context of its own. */
export class Runner {
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private readonly versions = new Set<string>();
  private runs = 0;
  /** Called for each call of the script; answered by `answer`. */
  onCall: (message: CallMessage) => void = () => undefined;
  onDone: (done: Done) => void = () => undefined;
  onCrash: (reason: Error) => void = () => undefined;

  constructor(program: string, setup: Omit<WorkerSetup, 'port' | 'signal'>) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = new Worker(program, {
      workerData: { ...setup, port: port2, signal: this.signal.buffer },
      transferList: [port2],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
    });
    this.port.on('message', (text: string) => this.onCall(JSON.parse(text) as CallMessage));
    this.worker.on('message', (done: Done) => this.onDone(done));
    this.worker.on('error', (reason) => this.onCrash(reason));
    this.worker.unref();
    this.port.unref();
  }

  /** Whether it may run again: a worn-out worker is replaced, in case something has piled up. */
  get fresh(): boolean {
    return this.runs < runsPerWorker;
  }

  start(start: Start, files: ProjectFiles): void {
    this.runs += 1;
    const known = this.versions.has(start.version);
    this.versions.add(start.version);
    this.worker.postMessage({ ...start, files: known ? null : files } satisfies Start);
  }

  answer(answer: CallAnswer | Over): void {
    this.port.postMessage(JSON.stringify(answer));
    Atomics.store(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }

  /** Listens to nothing that it still says. */
  ignore(): void {
    this.onCall = this.onDone = this.onCrash = () => undefined;
  }

  /** Ends it at once, whatever the script is doing. */
  async end(): Promise<void> {
    this.ignore();
    await this.worker.terminate();
    this.port.close();
  }
}

/** Threads at the ready. One is used again only after an execution that ended by itself. */
export class Pool {
  private idle: Runner[] = [];
  private shrinking: NodeJS.Timeout | undefined;
  private readonly program: string;
  private readonly setup: Omit<WorkerSetup, 'port' | 'signal'>;

  constructor(folder: string) {
    this.program = path.join(folder, 'worker.js');
    this.setup = {
      contextCode: fs.readFileSync(path.join(folder, 'context.js'), 'utf8'),
      signaturesFolder: path.join(folder, 'signatures'),
    };
    for (let count = 0; count < idleWanted; count += 1) this.idle.push(this.make());
  }

  take(): Runner {
    return this.idle.pop() ?? this.make();
  }

  giveBack(runner: Runner): void {
    runner.ignore();
    runner.onCrash = () => this.discard(runner);
    if (runner.fresh) this.idle.push(runner);
    else void runner.end();
    if (this.idle.length > idleWanted) {
      this.shrinking ??= setTimeout(() => this.shrink(), patience).unref();
    }
  }

  /** After a rush the threads that nobody needs any more are ended. */
  private shrink(): void {
    this.shrinking = undefined;
    const surplus = this.idle.slice(0, -idleWanted);
    this.idle = this.idle.slice(-idleWanted);
    for (const runner of surplus) void runner.end();
  }

  /**
   * Takes a runner from an execution that was ended while it waited for an answer. Its script cannot
   * reach anything from now on; once it has unwound, the thread may be used again.
   */
  abandon(runner: Runner): void {
    const timer = setTimeout(() => this.discard(runner), unwinding).unref();
    runner.onCall = () => runner.answer({ over: true });
    runner.onCrash = () => this.discard(runner);
    runner.onDone = () => {
      clearTimeout(timer);
      this.giveBack(runner);
    };
    runner.answer({ over: true });
  }

  /** Ends a runner whose execution was cut off and makes sure that another is ready. */
  discard(runner: Runner): void {
    this.idle = this.idle.filter((other) => other !== runner);
    void runner.end();
    if (this.idle.length < idleWanted) this.idle.push(this.make());
  }

  private make(): Runner {
    return new Runner(this.program, this.setup);
  }
}
