import { randomUUID } from 'node:crypto';
import type { Caches } from '../services/cache';
import type { Clock } from '../time/clock';
import type { Store } from './store';

interface Snapshot {
  caches: string;
  now: number;
}

/**
 * The host's whole state as it was at some moments, so that a test can go back to one many times.
 * They are kept in memory until the host ends.
 */
export class Snapshots {
  private readonly taken = new Map<string, Snapshot>();

  constructor(
    private readonly store: Store,
    private readonly caches: Caches,
    private readonly clock: Clock,
  ) {}

  /** Keeps everything as it is now; gives the snapshot's id. */
  take(): string {
    const id = randomUUID();
    const { store, caches, clock } = this;
    store.keep(id);
    this.taken.set(id, { caches: caches.save(), now: clock.now() });
    return id;
  }

  /** Puts everything back, the clock too; false for a snapshot that there is not. */
  restore(id: string): boolean {
    const snapshot = this.taken.get(id);
    if (!snapshot || !this.store.putBack(id)) return false;
    this.caches.load(snapshot.caches);
    this.store.record(this.clock, this.clock.setTo(snapshot.now));
    return true;
  }
}
