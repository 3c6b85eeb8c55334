import { LISTED_FIELDS, type ListedField } from '../clients/cells';
import { fingerprint } from '../identity';
import { type Client, clients } from '../workbook';

/** What came last of each column, as its cell would hold it; what is long is told by its digest. */
export type Base = Partial<Record<ListedField, string>>;

/** What differs because it was changed both here and there: what stands there. */
export type Conflicts = Partial<Record<ListedField, string>>;

export interface Merge {
  /** What comes in. */
  set: Partial<Client>;
  /** What came last, from now on. */
  base: Base;
  conflicts: Conflicts;
}

/**
 * Merges what stands there into a client, column by column. What was changed here since it came last
 * stays; what was changed there comes in; what was changed in both places is a conflict and stays.
 */
export function mergeClient(base: Base, theirs: Partial<Client>, ours: Client): Merge {
  const merge: Merge = { set: {}, base: { ...base }, conflicts: {} };
  const told = LISTED_FIELDS.filter((name) => theirs[name] !== undefined);
  for (const name of told.filter((one) => !CONSENT.includes(one))) {
    carryOut(merge, name, verdictOn(name, base, theirs, ours), theirs);
  }
  mergeConsent(merge, base, theirs, ours);
  return merge;
}

/** How a value stands in the base. */
export function marked<Name extends ListedField>(name: Name, value: Client[Name]): string {
  const said = shown(name, value);
  return said.length > LONGEST_KEPT ? `#${fingerprint(said)}` : said;
}

const LONGEST_KEPT = 200;
const CONSENT: readonly ListedField[] = ['consent', 'consentBasis', 'consentDate'];

/** `known`: nothing to do but to remember it; `left`: not even that. */
type Verdict = 'known' | 'left' | 'comes in' | 'conflict';

function verdictOn(name: ListedField, base: Base, theirs: Partial<Client>, ours: Client): Verdict {
  const there = marked(name, theirs[name] ?? '');
  const here = marked(name, ours[name]);
  const last = base[name];
  if (same(name, there, here)) return 'known';
  // What did not change there is left, and an address is never taken away.
  if (there === last || (name === 'email' && there === '')) return 'left';
  if (last === undefined && there === '') return 'known';
  // What never came may fill a blank.
  const isAsItCame = last === undefined ? here === '' : same(name, last, here);
  return isAsItCame ? 'comes in' : 'conflict';
}

function carryOut(
  merge: Merge,
  name: ListedField,
  verdict: Verdict,
  theirs: Partial<Client>,
): void {
  const there = theirs[name] ?? '';
  if (verdict === 'conflict') merge.conflicts[name] = shown(name, there);
  if (verdict === 'comes in') Object.assign(merge.set, { [name]: there });
  if (verdict === 'known' || verdict === 'comes in') merge.base[name] = marked(name, there);
}

/**
 * Consent, its basis and its date go together: where one of them is a conflict, none comes in. Who
 * unsubscribed here stays so; no “yes” comes in over grounds that were changed here; and an end comes in whatever was changed here, for nobody is written
 * to against their word.
 */
function mergeConsent(merge: Merge, base: Base, theirs: Partial<Client>, ours: Client): void {
  if (ours.consent === 'unsubscribed') return;
  const told = CONSENT.filter((name) => theirs[name] !== undefined);
  if (theirs.consent === 'unsubscribed') {
    const isNew = base.consent !== 'unsubscribed';
    const coming = told.filter((name) => name === 'consent' || theirs[name] !== '');
    for (const name of isNew ? coming : []) carryOut(merge, name, 'comes in', theirs);
    return;
  }
  const verdicts = told.map((name) => verdictOn(name, base, theirs, ours));
  const comes = verdicts[told.indexOf('consent')] === 'comes in' && theirs.consent === 'yes';
  const isConflict = verdicts.includes('conflict') || (comes && verdicts.includes('left'));
  told.forEach((name, i) => {
    const verdict = verdicts[i] ?? 'left';
    carryOut(merge, name, isConflict && verdict === 'comes in' ? 'conflict' : verdict, theirs);
  });
}

/** A column's cell for a value. */
function shown(name: ListedField, value: Client[ListedField]): string {
  const column = clients.columns[name] as { encode: (value: Client[ListedField]) => unknown };
  return String(column.encode(value));
}

/** Mail addresses are the same in any case. */
function same(name: ListedField, a: string, b: string): boolean {
  return name === 'email' ? a.toLowerCase() === b.toLowerCase() : a === b;
}
