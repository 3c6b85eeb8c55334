import { EnumValue } from './enums';
import { kindOf, reveal } from './facade';
import { spokenName } from './signatures';

/** Whether a list of arguments matches one of a method's parameter lists. */
export function fitsAny(args: readonly unknown[], overloads: readonly string[][]): boolean {
  return overloads.some((parameters) => fits(args, parameters));
}

function fits(args: readonly unknown[], parameters: readonly string[]): boolean {
  const rest = parameters.at(-1)?.startsWith('...');
  const needed = parameters.filter((tag) => !tag.endsWith('?') && !tag.startsWith('...')).length;
  if (args.length < needed || (!rest && args.length > parameters.length)) return false;
  return args.every((value, at) => {
    const tag = parameters[at] ?? '';
    if (at >= parameters.length || tag.startsWith('...')) return true;
    const type = tag.endsWith('?') ? tag.slice(0, -1) : tag;
    return (tag.endsWith('?') && value === undefined) || isOf(value, type);
  });
}

/**
 * Numbers and booleans must be just that; where Google takes an object or a text, null and
 * undefined pass too, and the method deals with them (unverified for each single method).
 */
function isOf(value: unknown, tag: string): boolean {
  if (tag.endsWith('[]')) {
    const element = tag.slice(0, -2).replace(/^\((.*)\)$/, '$1');
    return Array.isArray(value) && (element === 'any' || isOf(value[0] ?? null, loose(element)));
  }
  const options = alternatives(tag);
  if (options.length > 1) return options.some((option) => isOf(value, option));
  if (tag === 'any') return true;
  if (tag === 'number' || tag === 'boolean') return typeof value === tag;
  if (value === null || value === undefined) return true;
  if (tag === 'null') return false;
  if (tag === 'string') return typeof value === 'string';
  if (tag === 'Date') return value instanceof Date;
  if (tag.startsWith('#')) return value instanceof EnumValue && isEnum(value, tag);
  if (tag.startsWith('@')) return isKind(value, tag.slice(1));
  return typeof value === 'object' || typeof value === 'function';
}

/** An empty array fits an array of anything: its first element is taken to be null. */
const loose = (element: string): string => `${element}|null`;

/** The parts of `a|b`, leaving alone a bar inside brackets. */
function alternatives(tag: string): string[] {
  return tag.includes('(') ? [tag] : tag.split('|');
}

const isEnum = (value: EnumValue, tag: string): boolean => EnumValue.kindOf(value) === tag.slice(1);

function isKind(value: unknown, kind: string): boolean {
  const own = kindOf(value);
  if (own === undefined) return false;
  if (kind === 'Base.BlobSource')
    return typeof Reflect.get(reveal(value), 'getBlob') === 'function';
  return own === kind;
}

/** The arguments as Google's message lists them: `String,number,(class)`. */
export function describeArguments(args: readonly unknown[]): string {
  return args.map(describe).join(',');
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return `${value.length ? describe(value[0]) : 'Object'}[]`;
  if (value instanceof EnumValue) return spokenName(EnumValue.kindOf(value));
  const kind = kindOf(value);
  return kind === undefined ? '(class)' : spokenName(kind);
}
