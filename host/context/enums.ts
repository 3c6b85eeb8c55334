import { enumLabels } from './signatures';

/** One value of a Google enum: an object, of which there is only one. */
export class EnumValue {
  readonly #kind: string;
  readonly #label: string;
  readonly #ordinal: number;

  constructor(kind: string, label: string, ordinal: number) {
    this.#kind = kind;
    this.#label = label;
    this.#ordinal = ordinal;
  }

  static kindOf(value: EnumValue): string {
    return value.#kind;
  }

  name(): string {
    return this.#label;
  }

  ordinal(): number {
    return this.#ordinal;
  }

  compareTo(other: EnumValue): number {
    return this.#ordinal - other.ordinal();
  }

  toString(): string {
    return this.#label;
  }

  toJSON(): string {
    return this.#label;
  }
}

const made = new Map<string, Record<string, EnumValue>>();

/** All values of an enum by label, from its qualified name, as in `Spreadsheet.WrapStrategy`. */
export function enumObject(kind: string): Record<string, EnumValue> {
  let values = made.get(kind);
  if (!values) {
    const labels = enumLabels(kind) ?? [];
    const pairs = labels.map((label, at) => [label, new EnumValue(kind, label, at)] as const);
    values = Object.freeze(Object.fromEntries(pairs));
    made.set(kind, values);
  }
  return values;
}

/** The value of an enum with this label; asking for one that is not there is our own mistake. */
export function enumValue(kind: string, label: string): EnumValue {
  const value = enumObject(kind)[label];
  if (!value) throw new Error(`${kind} has no ${label}`);
  return value;
}
