import { parseAddress } from '../address';
import { cut, Problem } from '../problem';
import type { Product } from '../workbook';

/** Throws a `Problem` where what a product's row says of its addresses and pay cannot be. */
export function assertOffer(product: Product): void {
  const { destination, page, pays, amount, months } = product;
  if (hasCredentials(destination)) {
    throw wrong('Destination', destination, 'carries a name or password', NO_CREDENTIALS);
  }
  if (page !== '' && !isPage(page)) {
    throw wrong('Page', page, 'is not the address of a web page', 'It should start with https://.');
  }
  if (amount !== null && !(amount > 0)) {
    throw wrong('Amount', String(amount), 'is nothing that a sale could pay', ABOVE_ZERO);
  }
  if (pays === 'percent' && amount !== null && amount > 100) {
    throw wrong('Amount', String(amount), 'percent is more than the sale itself', UP_TO_HUNDRED);
  }
  if (months !== null && !(months > 0 && Number.isInteger(months))) {
    throw wrong('Months', String(months), 'is not a number of months', 'Write it like 12.');
  }
}

/** What a product's row leaves open, and what follows from that; empty where nothing. */
export function gapsOf({ category, page, pays, amount, facts }: Product): string[] {
  return [
    pays !== 'percent' && amount === null
      ? 'It has no amount, so products that have one are recommended before it.'
      : '',
    category === '' ? 'It has no category; letters go by it to recommend two different kinds.' : '',
    facts === '' ? 'Nothing is noted that letters may say about it.' : '',
    page === '' ? 'It has no ordinary page, so its links in previews and tests lead nowhere.' : '',
  ].filter((gap) => gap !== '');
}

const NO_CREDENTIALS = 'Take out what stands before the @: every client could read it.';
const ABOVE_ZERO = 'Write a number above 0, or leave it empty while it is not known.';
const UP_TO_HUNDRED = 'Write a number up to 100, or choose once, monthly or yearly.';

function isPage(page: string): boolean {
  return parseAddress(page) !== undefined && !hasCredentials(page);
}

/** Whether an address carries a user's name or password before its host. */
export function hasCredentials(address: string): boolean {
  return /^[a-z]+:\/*[^/?#\\]*@/i.test(address.trim());
}

function wrong(column: string, value: string, what: string, remedy: string): Problem {
  return new Problem({
    code: 'offer-wrong',
    tab: 'Products',
    column,
    value,
    sentence: `${column}: “${cut(value)}” ${what}.`,
    remedy,
  });
}
