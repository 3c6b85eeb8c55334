import type { StoreName } from '../shared/calls';
import type { Execution } from '../engine/execution';
import type { Handlers } from '../engine/executor';
import type { Quotas } from '../engine/quotas';
import { ScriptError } from '../engine/script-error';
import type { Part, Store } from '../store/store';
import type { Clock } from '../time/clock';

type Values = Record<string, string>;

/** A store's new values; with `alone` they replace all others. Null takes a key away. */
interface Change {
  store: string;
  values: Record<string, string | null>;
  alone: boolean;
}

const longestValue = 9 * 1024;
const largestStore = 500 * 1024;

/** The properties of all projects. */
export class Properties implements Part<Change> {
  readonly name = 'properties';
  private stores = new Map<string, Values>();

  of(project: string, store: StoreName): Values {
    return this.stores.get(storeKey(project, store)) ?? {};
  }

  apply({ store, values, alone }: Change): void {
    const next: Values = alone ? {} : { ...this.stores.get(store) };
    for (const [key, value] of Object.entries(values)) {
      if (value === null) Reflect.deleteProperty(next, key);
      else next[key] = value;
    }
    this.stores.set(store, next);
  }

  snapshot(): unknown {
    return Object.fromEntries(this.stores);
  }

  restore(saved: unknown): void {
    this.stores = new Map(Object.entries(saved as Record<string, Values>));
  }
}

/** Where a project's store is kept; even a document's store belongs to one project alone. */
export function storeKey(project: string, store: StoreName): string {
  return `${project}/${store}`;
}

/** How scripts use their properties. */
export function propertyHandlers(
  properties: Properties,
  store: Store,
  quotas: Quotas,
  clock: Clock,
): Pick<Handlers, `properties.${'all' | 'get' | 'set' | 'delete' | 'clear'}`> {
  const use = (times: number): void => {
    quotas.use('properties', times, clock.now());
  };
  const change = (execution: Execution, name: StoreName, rest: Omit<Change, 'store'>): null => {
    const key = storeKey(execution.project.name, name);
    store.record(properties, { store: key, ...rest });
    return null;
  };

  return {
    'properties.all': (args, { project }) => {
      use(1);
      return properties.of(project.name, args.store);
    },
    'properties.get': (args, { project }) => {
      use(1);
      const values = properties.of(project.name, args.store);
      return Object.hasOwn(values, args.key) ? (values[args.key] ?? null) : null;
    },
    'properties.set': ({ store: name, values, alone }, execution) => {
      use(Object.keys(values).length);
      checkSizes(properties.of(execution.project.name, name), values, alone);
      return change(execution, name, { values, alone });
    },
    'properties.delete': ({ store: name, key }, execution) => {
      use(1);
      return change(execution, name, { values: { [key]: null }, alone: false });
    },
    'properties.clear': ({ store: name }, execution) => {
      use(1);
      return change(execution, name, { values: {}, alone: true });
    },
  };
}

function checkSizes(present: Values, values: Values, alone: boolean): void {
  for (const value of Object.values(values)) {
    if (Buffer.byteLength(value) > longestValue) throw new ScriptError('Argument too large: value');
  }
  const all = alone ? values : { ...present, ...values };
  let size = 0;
  for (const [key, value] of Object.entries(all)) {
    size += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (size > largestStore) {
    throw new ScriptError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
}
