import type { StoreName } from '../shared/calls';
import type { Execution } from '../engine/execution';
import type { Handlers } from '../engine/executor';
import type { Clock } from '../time/clock';
import { storeKey } from './properties';

interface Entry {
  value: string;
  until: number;
}

const mostEntries = 1000;

/** The caches of all projects. They are in memory only: what is cached may vanish at any time. */
export class Caches {
  private stores = new Map<string, Map<string, Entry>>();

  constructor(private readonly clock: Clock) {}

  get(store: string, keys: string[]): Record<string, string> {
    const entries = this.stores.get(store);
    const found: Record<string, string> = {};
    for (const key of keys) {
      const entry = entries?.get(key);
      if (entry && entry.until > this.clock.now()) found[key] = entry.value;
    }
    return found;
  }

  put(store: string, values: Record<string, string>, seconds: number): void {
    const entries = this.stores.get(store) ?? new Map<string, Entry>();
    this.stores.set(store, entries);
    const until = this.clock.now() + seconds * 1000;
    for (const [key, value] of Object.entries(values)) {
      entries.delete(key);
      entries.set(key, { value, until });
    }
    const tooMany = Math.max(0, entries.size - mostEntries);
    for (const key of [...entries.keys()].slice(0, tooMany)) entries.delete(key);
  }

  remove(store: string, keys: string[]): void {
    for (const key of keys) this.stores.get(store)?.delete(key);
  }

  /** Loses everything, as Google's cache may. */
  empty(): void {
    this.stores.clear();
  }

  /** All caches as one text, from which `load` puts them back. */
  save(): string {
    return JSON.stringify([...this.stores].map(([store, entries]) => [store, [...entries]]));
  }

  load(saved: string): void {
    const stores = JSON.parse(saved) as [string, [string, Entry][]][];
    this.stores = new Map(stores.map(([store, entries]) => [store, new Map(entries)]));
  }
}

/** How scripts use their caches. */
export function cacheHandlers(caches: Caches): Pick<Handlers, `cache.${'get' | 'put' | 'remove'}`> {
  const own = (execution: Execution, store: StoreName): string =>
    storeKey(execution.project.name, store);
  return {
    'cache.get': ({ store, keys }, execution) => caches.get(own(execution, store), keys),
    'cache.put': ({ store, values, seconds }, execution) => {
      caches.put(own(execution, store), values, seconds);
      return null;
    },
    'cache.remove': ({ store, keys }, execution) => {
      caches.remove(own(execution, store), keys);
      return null;
    },
  };
}
