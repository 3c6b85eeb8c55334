import fs from 'node:fs';
import path from 'node:path';
import { KeptStates } from './kept-states';

const largestLog = 48 * 1024 * 1024;
const syncDelay = 200;
/** Stands in the log where a part's name would, before the name of a state that was put back. */
const everything = '*';

type Saved = Record<string, unknown>;

/**
 * A piece of the host's state. It changes only through `apply`, so that the same changes give the
 * same state again when the log is read back.
 */
export interface Part<Change> {
  readonly name: string;
  apply(change: Change): void;
  snapshot(): unknown;
  restore(saved: unknown): void;
  /** A quicker way than a snapshot to keep the state in memory; what it returns puts it back. */
  keep?(): () => void;
}

/**
 * Keeps all state in one folder: a snapshot, and a log with one line for each change since. A line
 * that was cut short when the machine was killed is dropped: nobody had been told that it is kept.
 */
export class Store {
  private readonly parts = new Map<string, Part<never>>();
  private log = -1;
  private generation = 0;
  private logSize = 0;
  private readonly kept: KeptStates;
  private syncTimer: NodeJS.Timeout | undefined;
  /** Called after each change with the name of the part; pages show it. */
  onRecord: (part: string) => void = () => undefined;

  constructor(private readonly folder: string) {
    fs.mkdirSync(folder, { recursive: true });
    this.kept = new KeptStates(folder);
  }

  add(part: Part<never>): void {
    this.parts.set(part.name, part);
  }

  /** Reads everything back; called once, when all parts have been added. */
  open(): void {
    this.generation = this.latestGeneration();
    if (this.generation > 0) this.restoreSnapshot();
    this.openLog();
    if (this.generation === 0 || this.logSize > 0) this.compact();
    this.kept.forget();
  }

  /**
   * Makes a change and hands it to the system at once, so that it outlives this process whatever
   * ends it. The disk follows within moments; only a power cut could lose those.
   */
  record<Change>(part: Part<Change>, change: Change): void {
    part.apply(change);
    this.append(JSON.stringify([part.name, change]));
    this.onRecord(part.name);
  }

  /** Keeps all state under a name until the store is opened again. */
  keep(name: string): void {
    this.kept.keep(name, this.parts.values(), this.text());
  }

  /** Puts all state back, as durably as any change; false for a name under which nothing is kept. */
  putBack(name: string): boolean {
    if (!this.kept.putBack(name)) return false;
    this.append(JSON.stringify([everything, name]));
    for (const part of this.parts.keys()) this.onRecord(part);
    return true;
  }

  close(): void {
    if (this.log < 0) return;
    clearTimeout(this.syncTimer);
    this.compact();
    this.kept.forget();
    fs.closeSync(this.log);
    this.log = -1;
  }

  /** Writes one line of the log. */
  private append(text: string): void {
    const line = Buffer.from(`${text}\n`);
    fs.writeSync(this.log, line);
    this.logSize += line.length;
    if (this.logSize > largestLog) this.compact();
    this.syncTimer ??= setTimeout(() => this.sync(), syncDelay).unref();
  }

  private sync(): void {
    this.syncTimer = undefined;
    fs.fdatasync(this.log, () => undefined);
  }

  private file(kind: 'snapshot' | 'log', generation = this.generation): string {
    return path.join(this.folder, `${kind}-${generation}.json`);
  }

  private latestGeneration(): number {
    const generations = fs
      .readdirSync(this.folder)
      .map((name) => Number(/^snapshot-(\d+)\.json$/.exec(name)?.[1] ?? 0));
    return Math.max(0, ...generations);
  }

  private restoreSnapshot(): void {
    this.restore(JSON.parse(fs.readFileSync(this.file('snapshot'), 'utf8')) as Saved);
  }

  /** All state as one text. */
  private text(): string {
    const saved = [...this.parts].map(([name, part]) => [name, part.snapshot()]);
    return JSON.stringify(Object.fromEntries(saved));
  }

  private restore(saved: Saved): void {
    for (const [name, part] of this.parts) {
      if (name in saved) part.restore(saved[name]);
    }
  }

  private openLog(): void {
    const file = this.file('log');
    const content = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
    const complete = content.lastIndexOf('\n') + 1;
    for (const line of content.subarray(0, complete).toString('utf8').split('\n')) {
      if (line) this.replay(line);
    }
    this.log = fs.openSync(file, 'a');
    if (complete < content.length) fs.ftruncateSync(this.log, complete);
    this.logSize = complete;
  }

  private replay(line: string): void {
    const [name, change] = JSON.parse(line) as [string, never];
    if (name === everything) this.restore(JSON.parse(this.kept.read(change)) as Saved);
    else this.parts.get(name)?.apply(change);
  }

  /** Writes a new snapshot; the rename is the moment from which it counts. */
  private compact(): void {
    const before = this.generation;
    this.generation += 1;
    const log = fs.openSync(this.file('log'), 'w');
    const temporary = `${this.file('snapshot')}.new`;
    fs.writeFileSync(temporary, this.text(), { flush: true });
    fs.renameSync(temporary, this.file('snapshot'));
    fs.closeSync(this.log);
    this.log = log;
    this.logSize = 0;
    fs.rmSync(this.file('snapshot', before), { force: true });
    fs.rmSync(this.file('log', before), { force: true });
  }
}
