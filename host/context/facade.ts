import { enumObject } from './enums';
import { exception, notBuilt } from './exception';
import { describeArguments, fitsAny } from './fits';
import { enter } from './meter';
import { demandScope } from './scopes';
import { classSignature, knownGlobals, spokenName, type MethodSignature } from './signatures';
import { isUncounted } from './uncounted';

/**
 * An implementation of one of Google's classes. Scripts never hold it: they hold its facade, which
 * has just the methods that Google documents, checks each call and hides all else.
 */
export interface Thing {
  /** The class it stands for, as in `Spreadsheet.Range`. */
  readonly kind: string;
}

const things = new WeakMap<object, Thing>();
const facades = new WeakMap<Thing, object>();
const prototypes = new Map<string, object>();

/** What a script may hold of a thing; always the same object. */
export function facadeOf(thing: Thing): object {
  let facade = facades.get(thing);
  if (!facade) {
    facade = Object.create(prototypeOf(thing.kind)) as object;
    things.set(facade, thing);
    facades.set(thing, facade);
  }
  return facade;
}

/** The class of a facade, or undefined for anything else. */
export function kindOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? things.get(value)?.kind : undefined;
}

/** The thing behind a facade; other values, and arrays of them, come back as they are. */
export function reveal(value: unknown): object {
  if (Array.isArray(value)) return value.map((element: unknown) => reveal(element));
  const thing = typeof value === 'object' && value !== null ? things.get(value) : undefined;
  return thing ?? (value as object);
}

/** The global object of a service, whether it is built (`root`) or not. */
export function serviceObject(kind: string, root: Thing | undefined): object {
  return facadeOf(root ?? { kind });
}

function prototypeOf(kind: string): object {
  let prototype = prototypes.get(kind);
  if (!prototype) {
    prototype = buildPrototype(kind);
    prototypes.set(kind, prototype);
  }
  return prototype;
}

function buildPrototype(kind: string): object {
  const name = kind.split('.').at(-1) ?? kind;
  const known = classSignature(kind);
  const prototype = {};
  hide(prototype, 'toString', () => name);
  for (const [method, signature] of Object.entries(known?.methods ?? {})) {
    hide(prototype, method, publicMethod(kind, name, method, signature));
  }
  for (const [member, type] of Object.entries(known?.members ?? {})) {
    Object.defineProperty(prototype, member, {
      get: () => memberObject(type),
      enumerable: true,
      configurable: true,
    });
  }
  return prototype;
}

function memberObject(type: string): object {
  const values = enumObject(type);
  const isService = Object.values(knownGlobals().services).includes(type);
  return Object.keys(values).length || !isService ? values : serviceObject(type, undefined);
}

const hide = (target: object, name: string, value: unknown): unknown =>
  Object.defineProperty(target, name, { value, writable: true, configurable: true });

function publicMethod(kind: string, name: string, method: string, signature: MethodSignature) {
  const spoken = `${spokenName(kind)}.${method}`;
  const [givesObjects, overloads] = signature;
  const takesObjects = overloads.some((list) => list.some((tag) => tag.includes('@')));
  const counted = !isUncounted(kind, method);
  return function (this: object, ...args: unknown[]): unknown {
    const thing = things.get(this);
    if (thing?.kind !== kind) throw new TypeError(`${method} was called on something else`);
    const body: unknown = Reflect.get(thing, method);
    if (typeof body !== 'function') throw notBuilt(`${name}.${method}`);
    if (!fitsAny(args, overloads)) {
      const given = describeArguments(args);
      throw exception(`The parameters (${given}) don't match the method signature for ${spoken}.`);
    }
    if (counted) enter(spoken);
    demandScope(kind, method);
    const result: unknown = Reflect.apply(body, thing, takesObjects ? args.map(reveal) : args);
    return givesObjects ? conceal(result) : result;
  };
}

/** Things, in arrays too, become their facades. */
export function conceal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(conceal);
  return isThing(value) ? facadeOf(value) : value;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && 'kind' in value && !things.has(value);
}
