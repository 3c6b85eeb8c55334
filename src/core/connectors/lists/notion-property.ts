import * as v from 'valibot';
import type { BackValue } from '../../lists/back';

/** A page's property as it comes: what it holds stands under the name of its type. */
export const Property = v.looseObject({ id: v.string(), type: v.string() });
type Held = Record<string, unknown>;

/** Types that can be read as text; relations name pages, and files have none. */
export const READABLE: readonly string[] = [
  ...['title', 'rich_text', 'email', 'url', 'phone_number', 'select', 'multi_select', 'status'],
  ...['date', 'people', 'checkbox', 'number', 'formula', 'rollup', 'created_time'],
  ...['last_edited_time', 'created_by', 'last_edited_by', 'unique_id'],
];

export const WRITABLE: readonly string[] = ['rich_text', 'number', 'select', 'status', 'date'];

/** What a property says, as text; blank where it is empty. */
export function textOf(property: Held): string {
  const type = String(property.type);
  const held = property[type];
  if (held === null || held === undefined) return '';
  if (type === 'formula' || type === 'rollup') return typedText(held);
  return valueText(type, held);
}

/** The plain words of rich text. */
export function plainText(parts: unknown[]): string {
  return parts
    .map((part) => (isHeld(part) && typeof part.plain_text === 'string' ? part.plain_text : ''))
    .join('');
}

/** A value in the form in which a property of this type is written; blank empties it. */
export function propertyValue(type: string, value: BackValue): Held {
  const said = String(value);
  switch (type) {
    case 'number':
      return { number: typeof value === 'number' ? value : null };
    case 'select':
      return { select: said === '' ? null : { name: said } };
    case 'status':
      return { status: said === '' ? null : { name: said } };
    case 'date':
      return { date: /^\d{4}-\d\d-\d\d$/.test(said) ? { start: said } : null };
    default:
      return { rich_text: said === '' ? [] : [{ type: 'text', text: { content: said } }] };
  }
}

function valueText(type: string, held: unknown): string {
  if (typeof held === 'boolean') return held ? 'yes' : '';
  if (typeof held === 'string') return held;
  if (typeof held === 'number') return String(held);
  if (Array.isArray(held)) {
    if (type === 'title' || type === 'rich_text') return plainText(held);
    return named(held.map((one: unknown) => (isHeld(one) ? labelOf(one) : '')));
  }
  return isHeld(held) ? labelOf(held) : '';
}

/** A formula or rollup holds a value of a type of its own, or a list of them. */
function typedText(held: unknown): string {
  if (!isHeld(held)) return '';
  const type = String(held.type);
  const inner = held[type];
  if (inner === null || inner === undefined) return '';
  if (type === 'array' && Array.isArray(inner)) {
    return named(inner.map((one: unknown) => (isHeld(one) ? textOf(one) : '')));
  }
  return valueText(type, inner);
}

/** The name of a choice or a person, the first day of a span, a number with its prefix. */
function labelOf(held: Held): string {
  if (typeof held.name === 'string') return held.name;
  if (typeof held.start === 'string') return held.start;
  if (typeof held.number === 'number') {
    const prefix = typeof held.prefix === 'string' ? `${held.prefix}-` : '';
    return `${prefix}${held.number}`;
  }
  return '';
}

const named = (said: string[]): string => said.filter((one) => one !== '').join(', ');

function isHeld(value: unknown): value is Held {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
