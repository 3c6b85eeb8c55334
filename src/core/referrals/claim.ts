import { DAY_MS, type Instant, parseInstant } from '../calendar';
import { fingerprint } from '../identity';
import { currencyCode, fromMajor, type Money } from '../money';
import { cut, Problem } from '../problem';
import { postbackOf } from './postbacks';
import type { Said } from './postbacks/postback';
import { readSubId } from './sub-id';

/** What a postback claims: a sale that a report has yet to confirm. */
export interface Claim {
  network: string;
  externalId: string;
  at: Instant;
  /** A claim is pending until a report says more, unless it says itself that the sale fell through. */
  status: 'pending' | 'reversed';
  sale: Money | null;
  commission: Money;
  subId: string;
}

export interface ClaimContext {
  /** The currency where the postback names none: that of the link's product, else the home one. */
  currencyOf: (subId: string) => string;
  /** The time zone of times that name none. */
  zone: string;
  /** When the postback came. */
  arrived: Instant;
}

/** A sale told of this much later is not believed to be of then. */
const OLDEST_MS = 400 * DAY_MS;

/**
 * What a network's postback claims; the same postback again, whenever it comes, claims the same.
 * Throws a `Problem` for one that cannot be booked.
 */
export function readClaim(
  network: string,
  fields: Record<string, string>,
  context: ClaimContext,
): Claim {
  const said = postbackOf(network).read(fields);
  const subId = said.marks.find((mark) => readSubId(mark) !== undefined) ?? said.marks[0] ?? '';
  const currency = said.currency === '' ? context.currencyOf(subId) : currencyCode(said.currency);
  const commission = amountOf(said, currency);
  return {
    network,
    externalId: said.id === '' ? withoutId(network, subId, commission) : said.id,
    at: timeOf(said.at, context),
    status: /revers|declin|reject|cancel|refund|delet/i.test(said.status) ? 'reversed' : 'pending',
    sale: said.sale === '' ? null : amountFrom(said.sale, currency),
    commission,
    subId,
  };
}

function amountOf({ amount, cents }: Said, currency: string): Money {
  if (amount === '' && /^\d{1,14}$/.test(cents)) return { minor: Number(cents), currency };
  return amountFrom(amount || cents, currency);
}

/** `12.50`, `12,50`, `$1,234.50` and `1.234,56` alike, rounded to what the currency knows. */
function amountFrom(text: string, currency: string): Money {
  const bare = text.replace(/^[^\d-]+|[^\d]+$/g, '');
  const hasDecimalComma = /^-?\d{1,3}(\.\d{3})*,\d{1,2}$|^-?\d+,\d{1,2}$/.test(bare);
  const plain = hasDecimalComma
    ? bare.replace(/\./g, '').replace(',', '.')
    : bare.replace(/,/g, '');
  if (/^\d{1,12}(\.\d+)?$/.test(plain)) return fromMajor(Number(plain), currency);
  throw new Problem({
    code: 'claim-amount',
    sentence: `A postback named the amount “${cut(text)}”, which is none.`,
    remedy: 'Look whether its macros are filled in where you entered the address.',
  });
}

/** A sale without a number of its own: one for each mark and amount. */
function withoutId(network: string, subId: string, { minor, currency }: Money): string {
  if (subId !== '') return `${subId} ${minor} ${currency}`;
  throw new Problem({
    code: 'claim-nameless',
    sentence: `A postback of ${cut(network)} named neither a sale nor a sub-id.`,
    remedy: 'Look whether its macros are filled in where you entered the address.',
  });
}

/** Seconds or milliseconds since 1970, or a date; when it came where neither can be believed. */
function timeOf(said: string, { zone, arrived }: ClaimContext): Instant {
  const at = tryTime(said, zone);
  return at === undefined || at > arrived + DAY_MS || at < arrived - OLDEST_MS ? arrived : at;
}

function tryTime(said: string, zone: string): Instant | undefined {
  if (/^\d{10}$/.test(said)) return Number(said) * 1000;
  if (/^\d{13}$/.test(said)) return Number(said);
  try {
    return said === '' ? undefined : parseInstant(said, zone);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** The address that a network is told to call, with its own macros in it. */
export function postbackAddress(gate: string, secret: string, network: string): string {
  return `${gate}?p=${secret}&${postbackOf(network).query}`;
}

/** Whose secret a fingerprint is of, a network's or an automation's; undefined for nobody's. */
export function senderOfKey(secrets: Record<string, string>, key: unknown): string | undefined {
  return Object.entries(secrets).find(([, secret]) => fingerprint(secret) === key)?.[0];
}
