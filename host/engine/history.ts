import type { Part } from '../store/store';
import type { ExecutionRecord } from './execution';

const kept = 2000;

/** The executions that have been, the latest last; the oldest are forgotten. */
export class History implements Part<ExecutionRecord> {
  readonly name = 'executions';
  private records: ExecutionRecord[] = [];
  private last = 0;
  /** The public functions of each project, as its latest execution found them. */
  readonly functions = new Map<string, string[]>();

  nextNumber(): number {
    this.last += 1;
    return this.last;
  }

  after(n: number): ExecutionRecord[] {
    return this.records.filter((record) => record.n > n).sort((a, b) => a.n - b.n);
  }

  apply(record: ExecutionRecord): void {
    this.records.push(record);
    this.last = Math.max(this.last, record.n);
    if (this.records.length > 2 * kept) this.records = this.records.slice(-kept);
  }

  snapshot(): unknown {
    return { records: this.records.slice(-kept), last: this.last };
  }

  restore(saved: unknown): void {
    Object.assign(this, saved);
  }
}
