import { ALPHABET } from '../../src/core/identity';
import { answerGet, answerPost } from '../../src/gate/answers';
import type { GateReply, GateServices } from '../../src/gate/services';
import { NOW } from './rows';

const LONGEST_VALUE = 9 * 1024;
const LARGEST_STORE = 500 * 1024;
const LONGEST_CACHE_KEY = 250;
const LONGEST_CACHE_VALUE = 100 * 1024;

/** A gate in memory: the real answers on a store and a cache that count what they are asked. */
export class TestGate {
  readonly store = new Map<string, string>();
  readonly cache = new Map<string, string>();
  readonly operations = { store: 0, cacheReads: 0 };
  now = NOW;
  agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36';
  /** The day's property operations are used up: none succeeds. */
  isExhausted = false;
  /** Reads of properties go on, but no write does. */
  isFull = false;
  private readonly ends = new Map<string, number>();
  private drawn = 0;

  private readonly services: GateServices = {
    store: {
      all: () => {
        this.use();
        return Object.fromEntries(this.store);
      },
      set: (name, value) => this.write({ [name]: value }),
      setAll: (values) => this.write(values),
      remove: (name) => {
        this.use();
        this.store.delete(name);
      },
    },
    cache: {
      get: (names) => {
        this.operations.cacheReads++;
        return Object.fromEntries(
          names.flatMap((name) => {
            const value = this.cached(name);
            return value === undefined ? [] : [[name, value]];
          }),
        );
      },
      put: (values, seconds) => {
        for (const [name, value] of Object.entries(values)) {
          checkCacheKey(name);
          if (value.length > LONGEST_CACHE_VALUE) throw new Error('Argument too large: value');
          this.cache.set(name, value);
          this.ends.set(name, this.now + seconds * 1000);
        }
      },
      remove: (names) => {
        for (const name of names) this.cache.delete(name);
      },
    },
    now: () => this.now++,
    agent: () => this.agent,
    random: (length) => {
      const serial = this.drawn++;
      return Array.from({ length }, (_, i) => ALPHABET[Math.floor(serial / 31 ** i) % 31]).join('');
    },
  };

  get(parameter: Record<string, string>): GateReply {
    return answerGet(this.services, { parameter, body: '' });
  }

  post(body: unknown, parameter: Record<string, string> = {}): GateReply {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return answerPost(this.services, { parameter, body: text });
  }

  /** The JSON of an owner's call, or undefined where the gate answered as to a stranger. */
  ask(call: object): Record<string, unknown> | undefined {
    const reply = this.post(call);
    return 'json' in reply ? (reply.json as Record<string, unknown>) : undefined;
  }

  private cached(name: string): string | undefined {
    checkCacheKey(name);
    return (this.ends.get(name) ?? 0) > this.now ? this.cache.get(name) : undefined;
  }

  private use(): void {
    this.operations.store++;
    if (this.isExhausted)
      throw new Error('Service invoked too many times for one day: properties.');
  }

  private write(values: Record<string, string>): void {
    this.use();
    if (this.isFull) throw new Error('You have exceeded the property storage quota.');
    for (const value of Object.values(values)) {
      if (Buffer.byteLength(value) > LONGEST_VALUE) throw new Error('Argument too large: value');
    }
    const after = Object.entries({ ...Object.fromEntries(this.store), ...values });
    const size = after.reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);
    if (size > LARGEST_STORE) throw new Error('You have exceeded the property storage quota.');
    for (const [name, value] of Object.entries(values)) this.store.set(name, value);
  }
}

function checkCacheKey(name: string): void {
  if (name.length > LONGEST_CACHE_KEY) throw new Error('Argument too large: key');
}
