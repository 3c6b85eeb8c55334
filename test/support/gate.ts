import { answerGet, answerPost } from '../../src/gate/answers';
import type { GateReply, GateServices } from '../../src/gate/services';
import { ALPHABET } from '../../src/core/identity';
import { NOW } from './rows';

/** A gate in memory: the real answers on a store and a cache that count what they are asked. */
export class TestGate {
  readonly store = new Map<string, string>();
  readonly cache = new Map<string, string>();
  readonly operations = { store: 0, cache: 0 };
  now = NOW;
  agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36';
  /** Makes every write to the store fail, as where a day's quota is used up. */
  isFull = false;
  private drawn = 0;

  private readonly services: GateServices = {
    store: {
      all: () => {
        this.operations.store++;
        return Object.fromEntries(this.store);
      },
      set: (name, value) => this.write({ [name]: value }),
      setAll: (values) => this.write(values),
      remove: (name) => {
        this.operations.store++;
        this.store.delete(name);
      },
    },
    cache: {
      get: (names) => {
        this.operations.cache++;
        return Object.fromEntries(
          names.flatMap((name) => {
            const value = this.cache.get(name);
            return value === undefined ? [] : [[name, value]];
          }),
        );
      },
      put: (values) => {
        for (const [name, value] of Object.entries(values)) this.cache.set(name, value);
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

  private write(values: Record<string, string>): void {
    this.operations.store++;
    if (this.isFull) throw new Error('Service invoked too many times for one day: properties.');
    for (const [name, value] of Object.entries(values)) {
      if (value.length > 9 * 1024) throw new Error('Argument too large: value');
      this.store.set(name, value);
    }
  }
}
