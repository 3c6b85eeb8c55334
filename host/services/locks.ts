import type { StoreName } from '../shared/calls';
import type { Execution } from '../engine/execution';
import type { Handlers } from '../engine/executor';
import { storeKey } from './properties';

interface Waiter {
  execution: Execution;
  take(got: boolean): void;
}

/** The locks of all projects; whoever waits longest comes next. */
export class Locks {
  private readonly holders = new Map<string, Execution>();
  private readonly waiters = new Map<string, Waiter[]>();

  held(lock: string, execution: Execution): boolean {
    return this.holders.get(lock) === execution;
  }

  take(lock: string, execution: Execution, milliseconds: number): Promise<boolean> {
    const holder = this.holders.get(lock);
    if (!holder || holder === execution) {
      this.holders.set(lock, execution);
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const waiter: Waiter = {
        execution,
        take: (got) => {
          clearTimeout(timer);
          this.forget(lock, waiter);
          resolve(got);
        },
      };
      const timer = setTimeout(() => waiter.take(false), Math.max(0, milliseconds));
      this.waiters.set(lock, [...(this.waiters.get(lock) ?? []), waiter]);
    });
  }

  release(lock: string, execution: Execution): void {
    if (!this.held(lock, execution)) return;
    this.holders.delete(lock);
    const [next] = this.waiters.get(lock) ?? [];
    if (!next) return;
    this.holders.set(lock, next.execution);
    next.take(true);
  }

  /** An execution is over: its locks are free, and it waits for none. */
  over(execution: Execution): void {
    for (const [lock, waiting] of this.waiters) {
      this.waiters.set(
        lock,
        waiting.filter((waiter) => waiter.execution !== execution),
      );
    }
    for (const lock of [...this.holders.keys()]) this.release(lock, execution);
  }

  private forget(lock: string, waiter: Waiter): void {
    const rest = (this.waiters.get(lock) ?? []).filter((other) => other !== waiter);
    this.waiters.set(lock, rest);
  }
}

/** How scripts use locks. A script's writes are not shown when it releases one: it must flush. */
export function lockHandlers(locks: Locks): Pick<Handlers, `lock.${'take' | 'release' | 'held'}`> {
  const own = ({ project }: Execution, lock: StoreName): string => storeKey(project.name, lock);
  return {
    'lock.take': ({ lock, milliseconds }, execution) =>
      locks.take(own(execution, lock), execution, milliseconds),
    'lock.release': ({ lock }, execution) => {
      locks.release(own(execution, lock), execution);
      return null;
    },
    'lock.held': ({ lock }, execution) => locks.held(own(execution, lock), execution),
  };
}
