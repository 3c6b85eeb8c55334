import { DAY_MS, type Instant } from '../../calendar';
import type { Commission, Product } from '../../workbook';

/** An earlier payment that a row may follow. */
export interface Earlier {
  payment: Commission;
  /** How many such renewals a day are to be expected of it just now. */
  perDay: number;
}

/** What is paid again and again, in order of time. */
export interface Cycles {
  /** The payments of the same amount for the same product that a row may be the next of. */
  before: (row: Commission) => Earlier[];
  /** Takes a row in; the payment before it that is its client's has been followed by that. */
  note: (row: Commission) => void;
}

/** How many months each cycle has, and how many in a hundred go on to the next; usual figures. */
const MONTHLY = { months: 1, goOn: 0.9 };
const YEARLY = { months: 12, goOn: 0.7 };
/** Most payments come to the hour, others that day, some are charged again a few days later. */
const LATENESS = [
  { share: 0.6, days: 1 / 24 },
  { share: 0.25, days: 0.75 },
  { share: 0.15, days: 4 },
];
const LATEST_DAYS = 4;
/** No more payments are looked at on either side of the day. */
const MOST = 20;

export function cyclesOf(ledger: readonly Commission[], products: readonly Product[]): Cycles {
  const fits = fitting(ledger);
  const paysOf = new Map(products.map(({ id, pays }) => [id, pays]));
  const chains = new Map<string, Commission[]>();
  const followed = new Set<string>();
  const before = (row: Commission): Earlier[] => {
    const chain = chains.get(chainKey(row)) ?? [];
    const { at } = row;
    if (at === null) return [];
    return cyclesFor(paysOf.get(row.productId) ?? '').flatMap(({ months, goOn }) =>
      around(chain, monthsEarlier(at, months)).flatMap((payment): Earlier[] => {
        const off = Math.abs(at - monthsLater(payment.at ?? 0, months)) / DAY_MS;
        if (off > LATEST_DAYS || followed.has(payment.id)) return [];
        return [{ payment, perDay: goOn * densityAt(off) * fits(payment, row) }];
      }),
    );
  };
  return {
    before,
    note: (row) => {
      if (row.productId === '' || row.at === null || row.status === 'reversed') return;
      const [earlier] = before(row)
        .filter(({ payment }) => payment.clientId === row.clientId)
        .sort((a, b) => b.perDay - a.perDay);
      if (earlier !== undefined) followed.add(earlier.payment.id);
      const key = chainKey(row);
      const chain = chains.get(key);
      if (chain === undefined) chains.set(key, [row]);
      else chain.push(row);
    },
  };
}

/**
 * How likely it is that a payment's next one comes without its mark: the less, the more often the
 * product's rows bore one again. Another customer's it is not, where customers come again at all.
 */
function fitting(ledger: readonly Commission[]): (payment: Commission, next: Commission) => number {
  const marks = repeats(ledger, ({ subId }) => subId.toLowerCase());
  const customers = repeats(ledger, ({ customer }) => customer);
  return (payment, next) => {
    const isOther =
      payment.customer !== '' && next.customer !== '' && payment.customer !== next.customer;
    if (isOther && customers(payment) > 0) return 0;
    const isUnmarked = payment.subId !== '' && next.subId === '';
    return isUnmarked ? 1 / (1 + marks(payment)) : 1;
  };
}

/** How many of a product's rows bear again what an earlier one bore. */
function repeats(
  ledger: readonly Commission[],
  of: (row: Commission) => string,
): (row: Commission) => number {
  const productOf = ({ network, productId }: Commission): string =>
    JSON.stringify([network.toLowerCase(), productId]);
  const found = new Map<string, number>();
  const seen = new Set<string>();
  for (const row of ledger) {
    if (of(row) === '') continue;
    const product = productOf(row);
    const key = `${product} ${of(row)}`;
    if (seen.has(key)) found.set(product, (found.get(product) ?? 0) + 1);
    seen.add(key);
  }
  return (row) => found.get(productOf(row)) ?? 0;
}

function cyclesFor(pays: Product['pays']): { months: number; goOn: number }[] {
  if (pays === 'monthly') return [MONTHLY];
  if (pays === 'yearly') return [YEARLY];
  return pays === 'once' ? [] : [MONTHLY, YEARLY];
}

/** The part of payments that come so many days off, by the day. */
function densityAt(off: number): number {
  return LATENESS.filter(({ days }) => off <= days).reduce(
    (sum, { share, days }) => sum + share / (2 * days),
    0,
  );
}

/** Of payments in order of time, those nearest to an instant on both sides. */
function around(chain: Commission[], at: Instant): Commission[] {
  let [low, high] = [0, chain.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chain[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return chain.slice(Math.max(0, low - MOST), low + MOST);
}

function chainKey({ network, productId, commission }: Commission): string {
  return JSON.stringify([network.toLowerCase(), productId, commission]);
}

const monthsEarlier = (at: Instant, months: number): Instant => monthsLater(at, -months);

/** The same day and hour so many months later, or the month's last day. */
function monthsLater(at: Instant, months: number): Instant {
  const from = new Date(at);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), last);
  return first.getTime() + (day - 1) * DAY_MS + (at % DAY_MS);
}
