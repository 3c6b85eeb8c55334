import type { StoreName } from '../../shared/calls';
import { call } from '../bridge';
import { asText } from '../../shared/text';
import { exception } from '../exception';
import type { Thing } from '../facade';

/** CacheService: texts that may vanish at any time. */
export class CacheService implements Thing {
  readonly kind = 'Cache.CacheService';

  constructor(private readonly bound: boolean) {}

  getScriptCache(): Cache {
    return new Cache('script');
  }

  getUserCache(): Cache {
    return new Cache('user');
  }

  getDocumentCache(): Cache | null {
    return this.bound ? new Cache('document') : null;
  }
}

const defaultSeconds = 600;
const longestSeconds = 21_600;

class Cache implements Thing {
  readonly kind = 'Cache.Cache';

  constructor(private readonly store: StoreName) {}

  get(key: string): string | null {
    return this.getAll([key])[key] ?? null;
  }

  getAll(keys: string[]): Record<string, string> {
    keys.forEach(checkKey);
    return call('cache.get', { store: this.store, keys });
  }

  put(key: string, value: string, seconds = defaultSeconds): void {
    this.putAll({ [key]: value }, seconds);
  }

  putAll(values: Record<string, unknown>, seconds = defaultSeconds): void {
    const texts: Record<string, string> = {};
    for (const [key, value] of Object.entries(values)) {
      checkKey(key);
      if (value === null || value === undefined) throw exception('Invalid argument: value');
      texts[key] = asText(value);
      if (texts[key].length > 100 * 1024) throw exception('Argument too large: value');
    }
    const lasting = Math.min(Math.max(seconds, 1), longestSeconds);
    call('cache.put', { store: this.store, values: texts, seconds: lasting });
  }

  remove(key: string): void {
    this.removeAll([key]);
  }

  removeAll(keys: string[]): void {
    call('cache.remove', { store: this.store, keys });
  }
}

function checkKey(key: string | null): void {
  if (key === null) throw exception('Invalid argument: key');
  if (key.length > 250) throw exception('Argument too large: key');
}
