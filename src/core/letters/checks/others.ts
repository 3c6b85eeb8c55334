import { cut } from '../../problem';
import type { Client } from '../../workbook';
import { asSeen } from '../addresses';
import { check, ownNames, textOf } from './check';

/** A client's or company's name, made ready to be looked for. */
export interface KnownName {
  clientId: string;
  /** As it is written. */
  name: string;
  /** What is looked for: one word as it is written, for “Light” is a name and “light” is none. */
  wanted: string;
  isOneWord: boolean;
  isLatin: boolean;
}

/** No other client, and no other client's company, is named. */
export const others = check({
  title: 'other clients',
  failures: (draft, facts, { others: names }) => {
    const own = [...ownNames(facts), ...facts.products.map((one) => one.facts)].join('\n');
    const allowed = new Set(namesIn(own, names));
    return namesIn(textOf(draft), names)
      .filter((name) => !allowed.has(name))
      .map((name) => `“${cut(name)}” is another client’s name.`);
  },
});

/** Shorter ones may well be words. */
const LEAST = { latin: 4, others: 3 };
/** What a company may be called without. */
const LEGAL_FORM =
  /[\s,]+(?:gmbh(?: & co\.? kg)?|ag|kg|ug|e\.?k\.?|inc\.?|ltd\.?|llc|co\.?|corp\.?|s\.?a\.?)$/i;

/** The names of all clients, to be looked for in letters to the others. */
export function knownNames(clients: Iterable<Client>): KnownName[] {
  return [...clients].flatMap(({ id, name, company }) =>
    [name, company, company.replace(LEGAL_FORM, '')].flatMap((said) => readyName(id, said)),
  );
}

function readyName(clientId: string, said: string): KnownName[] {
  const name = asSeen(said).trim();
  const isLatin = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}\s]+$/u.test(name);
  if (Array.from(name).length < (isLatin ? LEAST.latin : LEAST.others)) return [];
  const isOneWord = isLatin && !/\s/.test(name);
  const wanted = isOneWord ? name : name.toLowerCase();
  return [{ clientId, name, wanted, isOneWord, isLatin }];
}

/** The names that a text holds, each as words of its own. */
export function namesIn(text: string, names: readonly KnownName[]): string[] {
  const seen = asSeen(text);
  const lower = seen.toLowerCase();
  const found = names.filter(({ wanted, isOneWord, isLatin }) => {
    const where = isOneWord ? seen : lower;
    return isLatin ? standsAlone(where, wanted) : where.includes(wanted);
  });
  return [...new Set(found.map(({ name }) => name))];
}

function standsAlone(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const isPart =
      /[\p{Script=Latin}\p{N}]$/u.test(text.slice(0, at).slice(-1)) ||
      /^[\p{Script=Latin}\p{N}]/u.test(text.charAt(at + wanted.length));
    if (!isPart) return true;
  }
  return false;
}
