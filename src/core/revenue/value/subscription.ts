import { DAY_MS, type Instant } from '../../calendar';
import type { Commission, Product } from '../../workbook';
import type { Lifespan } from './renewals';

/** What following a subscription needs of the ledger's rows. */
export type PaidRow = Pick<
  Commission,
  'productId' | 'clientId' | 'network' | 'at' | 'status' | 'homeAmount' | 'firstSeen' | 'changed'
>;

/** A client who pays for a product again and again, as the ledger tells it. */
export interface Subscription extends Lifespan {
  productId: string;
  clientId: string;
  first: Instant;
  /** When the next payment falls due. */
  due: Instant;
  /** Our share of each payment at home in minor units, oldest first. */
  amounts: number[];
  /** It has paid as often as the programme pays for. */
  complete: boolean;
}

type Terms = Pick<Product, 'id' | 'pays' | 'months'>;

const PERIODS = { monthly: (365.25 / 12) * DAY_MS, yearly: 365.25 * DAY_MS } as const;
/** How late a payment may come, where its network has told of others since. */
const LATE = 45 * DAY_MS;
/** How long a network may be silent until its subscriptions are taken to have ended. */
const SILENCE = 180 * DAY_MS;
const HORIZON_MONTHS = 60;

/** The time from one payment to the next in ms; undefined where a product does not pay again. */
export function periodOf({ pays }: Pick<Product, 'pays'>): number | undefined {
  return pays === 'monthly' || pays === 'yearly' ? PERIODS[pays] : undefined;
}

/** The most payments that one sale is counted with: what the programme pays for, five years at most. */
export function mostPayments({ pays, months }: Pick<Product, 'pays' | 'months'>): number {
  const run = Math.min(HORIZON_MONTHS, months ?? HORIZON_MONTHS);
  return pays === 'monthly' ? run : pays === 'yearly' ? Math.max(1, Math.floor(run / 12)) : 1;
}

/**
 * The subscriptions that the ledger's standing rows make: each client's payments for a product that
 * pays monthly or yearly. A payment that is missing between two others counts as made. One has ended
 * where its next payment is 45 days late by what its network told last, or half a year in silence.
 */
export function subscriptionsOf(
  rows: readonly PaidRow[],
  products: readonly Terms[],
  home: string,
  now: Instant,
): Subscription[] {
  const termsOf = new Map(products.map((product) => [product.id, product]));
  const heard = lastNews(rows);
  const chains = new Map<string, { terms: Terms; row: PaidRow; paid: Payment[] }>();
  for (const row of rows) {
    const terms = termsOf.get(row.productId);
    const payment = paymentOf(row, home);
    if (payment === undefined || terms === undefined || periodOf(terms) === undefined) continue;
    if (row.clientId === '') continue;
    const key = `${row.clientId} ${row.productId}`;
    const chain = chains.get(key);
    if (chain === undefined) chains.set(key, { terms, row, paid: [payment] });
    else chain.paid.push(payment);
  }
  return [...chains.values()].map(({ terms, row, paid }) => {
    const news = Math.min(now, heard.get(row.network) ?? 0);
    return follow(row, paid, terms, news, now);
  });
}

interface Payment {
  at: Instant;
  minor: number;
}

function paymentOf({ at, status, homeAmount }: PaidRow, home: string): Payment | undefined {
  if (at === null || status === 'reversed' || homeAmount?.currency !== home) return undefined;
  return homeAmount.minor > 0 ? { at, minor: homeAmount.minor } : undefined;
}

/** When each network last told of anything. */
function lastNews(rows: readonly PaidRow[]): Map<string, Instant> {
  const heard = new Map<string, Instant>();
  for (const { network, at, firstSeen, changed } of rows) {
    const latest = Math.max(at ?? 0, firstSeen ?? 0, changed ?? 0);
    heard.set(network, Math.max(latest, heard.get(network) ?? 0));
  }
  return heard;
}

function follow(
  { clientId, productId }: PaidRow,
  paid: Payment[],
  terms: Terms,
  news: Instant,
  now: Instant,
): Subscription {
  const period = periodOf(terms) ?? Infinity;
  const inOrder = paid.sort((a, b) => a.at - b.at);
  const first = inOrder[0]?.at ?? now;
  const last = inOrder[inOrder.length - 1]?.at ?? now;
  const payments = Math.round((last - first) / period) + 1;
  const due = first + payments * period;
  const complete = payments >= mostPayments(terms) && terms.months !== null;
  const isLate = news > due + LATE || now > due + LATE + SILENCE;
  return {
    productId,
    clientId,
    first,
    due,
    payments,
    amounts: inOrder.map(({ minor }) => minor),
    complete,
    ended: !complete && isLate,
  };
}
