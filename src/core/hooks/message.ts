import type { Instant } from '../calendar';
import { derivedId } from '../identity';
import { tryObject } from '../json';
import { cut, Problem } from '../problem';

/** Everything that a hook may ask for; each is one file here. */
export const DEEDS = ['save_client', 'move_stage', 'start_occasion', 'add_commission'] as const;
export type DeedName = (typeof DEEDS)[number];

/** What Make, Zapier and the like sent to a sender's address. */
export interface HookMessage {
  sender: string;
  /** Stands for sender and the id that it gave; blank where it gave none. */
  id: string;
  at: Instant;
  does: DeedName;
  /** Everything else by name, as text without spaces around; what is empty is left out. */
  fields: Readonly<Record<string, string>>;
}

/**
 * What was posted: a flat JSON object, or form fields. Throws a `Problem` for what is neither, for
 * values that are no text or number, and where it does not say what to do.
 */
export function readMessage(
  sender: string,
  { fields: typed, body, cut: isCut }: Record<string, unknown>,
  at: Instant,
): HookMessage {
  const posted = typeof body === 'string' ? body.trim() : '';
  const json = posted.startsWith('{') ? tryObject(posted) : {};
  if (json === undefined) throw notJson(isCut === true);
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...objectOf(typed), ...json })) {
    const text = textOf(name, value);
    if (text !== '') fields[name.trim().toLowerCase()] = text;
  }
  const { id = '', do: said = '', ...others } = fields;
  const does = DEEDS.find((deed) => deed === said.toLowerCase());
  if (does === undefined) throw unknownDeed(said);
  return { sender, id: id === '' ? '' : derivedId('H', sender, id), at, does, fields: others };
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Lists of words come as text with commas, or as JSON lists. */
function textOf(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => plainText(name, one)).join(', ');
  return plainText(name, value);
}

function plainText(name: string, value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Problem({
    code: 'hook-nested',
    column: name,
    value: name,
    sentence: `The field “${cut(name)}” holds further fields.`,
    remedy: 'Send each of them beside the others, with a plain value.',
  });
}

function notJson(isCut: boolean): Problem {
  return new Problem({
    code: 'hook-unreadable',
    sentence: isCut
      ? 'It is longer than 9,000 bytes, so its end is missing.'
      : 'Its body begins like JSON and is none.',
    remedy: isCut ? 'Send fewer or shorter fields.' : 'Send a flat JSON object.',
  });
}

function unknownDeed(said: string): Problem {
  return new Problem({
    code: 'hook-deed-unknown',
    column: 'do',
    value: said,
    sentence:
      said === '' ? 'It does not say what to do.' : `“${cut(said)}” is nothing that can be done.`,
    remedy: `Give the field “do” one of these: ${DEEDS.join(', ')}.`,
  });
}
