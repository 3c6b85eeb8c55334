import { fieldNamed, LISTED_FIELDS, type ListedField } from '../clients/cells';
import { cut, Problem } from '../problem';
import { clients } from '../workbook';
import type { BackColumn, Matching, OutsideField } from './list';

/** Consent is filled from outside only where a person chose the column for it. */
const BY_HAND_ONLY: readonly ListedField[] = ['consent', 'consentBasis', 'consentDate'];

/** Which outside column most likely fills each of ours, by its name or, for the address, its kind. */
export function guessMatching(fields: OutsideField[]): Matching {
  const matching: Matching = {};
  for (const { id, name } of fields.filter(({ isReadable }) => isReadable)) {
    const field = fieldNamed(name);
    if (field !== undefined && !BY_HAND_ONLY.includes(field)) matching[field] ??= id;
  }
  const address = fields.find(({ type }) => type === 'email');
  if (address !== undefined) matching.email ??= address.id;
  return matching;
}

/** Throws a `Problem` where clients could not be pulled by this matching, or not safely. */
export function checkMatching(
  matching: Matching,
  back: BackColumn[],
  fields: OutsideField[],
): void {
  const known = new Map(fields.map((field) => [field.id, field]));
  if (matching.email === undefined) throw noAddress();
  for (const name of LISTED_FIELDS) {
    const id = matching[name];
    if (id !== undefined && known.get(id)?.isReadable !== true) {
      throw gone(clients.columns[name].header);
    }
  }
  const pulled = new Set(Object.values(matching));
  const named = new Set<string>();
  for (const { field: id, share } of back) {
    const field = known.get(id);
    if (field === undefined) throw gone(share);
    if (!field.isWritable) throw readOnly(field);
    if (pulled.has(id) || named.has(id)) throw twoUses(field);
    named.add(id);
  }
}

function noAddress(): Problem {
  return new Problem({
    code: 'no-email-column',
    sentence: 'No column is chosen for Email, and clients are told apart by it.',
    remedy: 'Choose the column that holds the mail addresses.',
  });
}

function gone(what: string): Problem {
  return new Problem({
    code: 'list-column-gone',
    value: what,
    sentence: `The column chosen for ${cut(what)} is no longer there, or cannot be read.`,
    remedy: 'Choose the columns again.',
  });
}

function readOnly({ name, type }: OutsideField): Problem {
  return new Problem({
    code: 'list-column-read-only',
    value: name,
    sentence: `Nothing can be written into “${cut(name)}” (${type}).`,
    remedy: 'Choose a column for text, a number, a date or a selection.',
  });
}

function twoUses({ name }: OutsideField): Problem {
  return new Problem({
    code: 'list-column-twice',
    value: name,
    sentence: `“${cut(name)}” is chosen twice.`,
    remedy: 'What is written back needs a column of its own, from which nothing is read.',
  });
}
