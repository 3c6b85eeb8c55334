import { dayOf, showDay } from '../calendar';
import { showMoney } from '../money';
import type { Client, Commission, Letter, Product } from '../workbook';
import { isGuess } from './guess/guess';

/** What a sentence about a row names. */
export interface Named {
  client: Pick<Client, 'name'> | undefined;
  product: Pick<Product, 'name'> | undefined;
  letter: Pick<Letter, 'subject' | 'sent'> | undefined;
  zone: string;
}

/** Why a row of the ledger is the freelancer's, and whose: what it is, how it was matched, who told of it. */
export function whyMine(row: Commission, named: Named): string {
  return [whatItIs(row, named), howMatched(row, named), whoTold(row)].join(' ');
}

function whatItIs(row: Commission, { product, zone }: Named): string {
  const amount = row.commission === null ? 'An amount not known' : showMoney(row.commission, 'en');
  const what = product?.name ?? row.programme;
  const on = row.at === null ? '' : ` of ${showDay(dayOf(row.at, zone), 'en')}`;
  const about = what === '' ? '' : ` for ${what}`;
  return `${amount}${about}${on}, ${row.status || 'pending'}, from ${row.network}.`;
}

function howMatched(row: Commission, { client, letter, zone }: Named): string {
  const who = client?.name ?? row.clientId;
  const sent =
    letter === undefined || letter.sent === null
      ? ''
      : ` of ${showDay(dayOf(letter.sent, zone), 'en')}`;
  const which = letter === undefined ? 'a letter' : `the letter “${letter.subject}”${sent}`;
  if (row.clientId === '') {
    return row.subId === ''
      ? 'No mark came back with it, and nobody’s taps explain it: it is yours, and whose is not known.'
      : `It carries the sub-id “${row.subId}”, which no link of yours explains.`;
  }
  if (row.matchedBy === 'sub-id') {
    return `It came through ${which} to ${who}: the network gave back the sub-id “${row.subId}” of that link.`;
  }
  if (row.matchedBy === 'own address') {
    return `It came through the address that is ${who}’s alone, “${row.subId}”.`;
  }
  if (row.matchedBy === 'hand' || row.matchedBy === '') return `You said that it is ${who}’s.`;
  if (!isGuess(row)) return `It is ${who}’s, as a ${row.matchedBy}.`;
  const reason = row.matchedBy.replace(/^guess[^:]*: /, '');
  const chance = row.chance === null ? '' : `, right with ${Math.round(row.chance * 100)} %`;
  return `That it is ${who}’s is a guess${chance}: ${reason}.`;
}

function whoTold({ source, reported }: Commission): string {
  if (source === '') return 'You wrote the row yourself.';
  return reported === '' ? `Source: ${source}.` : `Source: ${source}. It said: ${reported}.`;
}
