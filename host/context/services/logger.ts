import { write } from '../console';
import type { Thing } from '../facade';

/** Logger: the older of the two logs; both go to the same place. */
export class Logger implements Thing {
  readonly kind = 'Base.Logger';
  private lines: string[] = [];

  log(...values: unknown[]): this {
    this.lines.push(write('INFO', values));
    return this;
  }

  getLog(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.lines = [];
  }
}
