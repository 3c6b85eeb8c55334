import type { LetterFacts } from '../facts';
import type { Draft } from '../draft';
import type { KnownName } from './others';

/** What a check knows beside the letter's own facts. */
export interface Around {
  /** What the freelancer noted of the client: for the writer's eyes, not to be repeated. */
  notes: string;
  /** Names of the other clients and their companies. */
  others: readonly KnownName[];
}

export const NOTHING_AROUND: Around = { notes: '', others: [] };

/** One thing that is looked at in a writer's draft. */
export interface Check {
  /** As the list of checks passed names it. */
  title: string;
  /** What is wrong, each in a sentence that a writer can act on; empty where it may stand. */
  failures: (draft: Draft, facts: LetterFacts, around: Around) => string[];
}

/** A check; its words stand beside its logic. */
export function check(given: Check): Check {
  return given;
}

/** All that a draft says, without the marks where links and the report go. */
export function textOf({ subject, body }: Draft): string {
  return `${subject}\n${body}`.replace(/\[\[[^\]]*\]\]/g, ' ');
}

/** The names in which an address may stand: the client's site and company, the sender, the products. */
export function ownNames({ site, client, sender, products }: LetterFacts): string[] {
  return [site, client.company, client.name, sender, ...products.map(({ name }) => name)];
}
