import { reach } from '../clients/client';
import { cut, Problem } from '../problem';
import type { Client, Letter, LetterStatus, Product } from '../workbook';

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

/**
 * Why an approved letter may not go after all, or undefined where it may: the client's consent and
 * the products' state are looked at again when it is sent.
 */
export function whyNotSend(
  letter: Letter,
  client: Client | undefined,
  products: ReadonlyMap<string, Product>,
  hasLink: (productId: string) => boolean,
): string | undefined {
  if (client === undefined) return 'The client is no longer in the Clients tab.';
  const may = reach(client);
  if (may.letters === 'none') return `The client ${may.why}.`;
  if (may.letters === 'report only' && letter.products.length > 0) {
    return 'The client agreed to reports without recommendations, and this letter has some.';
  }
  const resting = letter.products.find((id) => products.get(id)?.active !== true);
  if (resting !== undefined) {
    return `The product ${products.get(resting)?.name ?? resting} is not active any more.`;
  }
  const unlinked = letter.products.find((id) => !hasLink(id));
  if (unlinked !== undefined) {
    return `Its link for ${products.get(unlinked)?.name ?? unlinked} is no longer in the Links tab; have the letter written again.`;
  }
  if (letter.subject === '' || letter.body === '') return 'The letter is empty.';
  return undefined;
}
