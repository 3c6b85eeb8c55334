import { reach } from '../clients/client';
import { cut, Problem } from '../problem';
import { ruleAgainst } from '../referrals/policy';
import { linkable } from '../referrals/route';
import type { Client, Letter, LetterStatus, Product } from '../workbook';
import { checkPlaces } from './checks/places';
import { PLACES } from './occasion';
import { productMark } from './prompt';

/** The moves that a person may make; every other change of status is the system's. */
const MOVES: Record<LetterStatus, readonly LetterStatus[]> = {
  drafting: ['skipped'],
  drafted: ['approved', 'skipped', 'drafting'],
  approved: ['drafted', 'skipped'],
  sending: [],
  sent: [],
  held: ['approved', 'skipped'],
  skipped: ['drafting', 'drafted'],
  failed: ['approved', 'skipped', 'drafting'],
};

/** Throws a `Problem` where a person may not move a letter so. */
export function assertMove(letter: Letter, to: LetterStatus): void {
  if (letter.status !== '' && MOVES[letter.status].includes(to)) return;
  throw new Problem({
    code: 'move-not-allowed',
    tab: 'Letters',
    column: 'Status',
    value: letter.status,
    sentence: `The letter “${cut(letter.subject || letter.id)}” is ${letter.status || 'without a status'} and cannot become ${to}.`,
    remedy: letter.status === 'sent' ? 'It has left already.' : 'Reload the queue and look again.',
  });
}

/** What sending looks up of other tabs: a row that is there but cannot be read whole is not gone. */
export interface Records<R> {
  rows: ReadonlyMap<string, R>;
  /** Ids of rows that are there and cannot be read whole. */
  unread: ReadonlySet<string>;
}

/** What keeps an approved letter, and what becomes of it; one that stays `approved` waits. */
export interface Objection {
  becomes: 'approved' | 'drafting' | 'held' | 'skipped';
  why: string;
  /** It waits for its client's sake, or for LINE to take more, not for a person to put something right. */
  rests?: true | 'LINE';
}

/**
 * Why an approved letter does not go after all, or undefined where it may: the client's consent and
 * the products' state are looked at again when it is sent. What a person may only have mistyped
 * keeps the letter waiting; what was decided skips it.
 */
export function whyNotSend(
  letter: Letter,
  clients: Records<Client>,
  products: Records<Product>,
  hasLink: (productId: string) => boolean,
): Objection | undefined {
  if (letter.body.trim() === '') {
    return { becomes: 'drafting', why: 'The letter was empty, so it is written again.' };
  }
  if (letter.subject.trim() === '') {
    return { becomes: 'held', why: 'The letter has no subject. Give it one and approve it again.' };
  }
  return (
    whyNotTo(letter, clients) ?? whyNotWith(letter, products, hasLink) ?? whyNotAsItStands(letter)
  );
}

/** A link that a person's edit lost would go out without its disclosure, or not at all. */
function whyNotAsItStands(letter: Letter): Objection | undefined {
  const places = letter.products.map((_, i) => productMark(PLACES[i] ?? ''));
  const [failure] = checkPlaces(letter, places);
  if (failure === undefined) return undefined;
  return { becomes: 'held', why: `${failure} Put it right and approve it again.` };
}

/** What may keep a letter from its client. */
function whyNotTo(letter: Letter, { rows, unread }: Records<Client>): Objection | undefined {
  const client = rows.get(letter.clientId);
  if (client === undefined) {
    return unread.has(letter.clientId)
      ? waits('the client’s row in the Clients tab')
      : skips('The client is no longer in the Clients tab, or shares another row’s mail address.');
  }
  const may = reach(client);
  if (may.letters === 'none') return skips(`The client ${may.why}.`);
  if (may.letters === 'report only' && letter.products.length > 0) {
    return skips('The client agreed to reports without recommendations, and this letter has some.');
  }
  return undefined;
}

/** What may keep a letter from going with the products it recommends. */
function whyNotWith(
  letter: Letter,
  { rows, unread }: Records<Product>,
  hasLink: (productId: string) => boolean,
): Objection | undefined {
  const name = (id: string): string => rows.get(id)?.name ?? id;
  const resting = letter.products.find((id) => rows.get(id)?.active !== true && !unread.has(id));
  if (resting !== undefined) return skips(`The product ${name(resting)} is not active any more.`);
  const channel = letter.channel || 'email';
  const used = letter.products.flatMap((id) => {
    const product = rows.get(id);
    return product !== undefined && ruleAgainst(product, channel) === undefined ? [product] : [];
  });
  const [unusable] = linkable(used).problems;
  if (unusable !== undefined) {
    return { becomes: 'approved', why: `Waits. ${unusable.sentence} ${unusable.remedy}` };
  }
  const unlinked = letter.products.find((id) => !hasLink(id));
  if (unlinked !== undefined) {
    return skips(
      `Its link for ${name(unlinked)} is no longer in the Links tab; have the letter written again.`,
    );
  }
  const misread = letter.products.find((id) => !rows.has(id));
  return misread === undefined ? undefined : waits(`the row of ${misread} in the Products tab`);
}

function skips(why: string): Objection {
  return { becomes: 'skipped', why };
}

function waits(where: string): Objection {
  return { becomes: 'approved', why: `Waits, for ${where} holds something that cannot be read.` };
}
