import { type Chance, chance } from '../random';
import { type Good, GOODS } from './goods';

/**
 * What clients really buy, and what becomes of it: the truth behind the networks' reports. It knows
 * nothing of how the ledger is made; amounts are whole minor units, times are ms since 1970.
 */

/** A client goes on to a product; the ids are the workbook's. */
export interface Tap {
  good: Good;
  at: number;
  code: string;
  visit: string;
  clientId: string;
  productId: string;
  letterId: string;
}

/** Somebody buys: after a tap, or led by something that no letter knows of. */
export interface Sale {
  good: Good;
  tap: Tap | undefined;
  /** The sub-id that the network kept: the tap's, another link's, or none. */
  mark: string;
  order: string;
  customer: string;
  payments: Payment[];
}

export interface Payment {
  sale: Sale;
  nth: number;
  /** The network's number. */
  number: string;
  at: number;
  /** What the customer paid, and what of it is ours. */
  price: number;
  share: number;
  /** When the network approves it, and when it pays. */
  settles: number;
  paid: number;
  /** What is taken back, and when. */
  taken: { at: number; price: number; share: number } | undefined;
}

/** What a payment has come to by a day. */
export interface Standing {
  status: 'pending' | 'approved' | 'paid' | 'reversed';
  share: number;
  price: number;
}

/** How people and networks are in one world; each world has its own. */
export interface Habits {
  /** Of the people who go on, those who buy. */
  buys: number;
  /** Days until they do, on average. */
  days: number;
  /** Of sales, those whose sub-id a network loses. */
  loses: number;
  /** Sales a year and product that come from elsewhere. */
  elsewhere: number;
  /** Of subscribers, those who leave before the next month. */
  leaves: number;
}

export interface Market {
  /** Somebody goes on to a product, and perhaps buys. */
  tap: (tap: Tap) => void;
  /** All sales so far, those from elsewhere among them. */
  sales: Sale[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Networks credit a sale to a tap for so long. */
const COOKIE_DAYS = 30;
/** Of payments: those that come some days late, are taken back, or in part. */
const CHARGED_AGAIN = 0.1;
const TAKEN_BACK = 0.1;
const TAKEN_IN_PART = 0.05;

export function habitsOf(seed: string): Habits {
  const draw = chance(seed, 'habits');
  const between = (least: number, most: number): number => least + (most - least) * draw.next();
  return {
    buys: between(0.1, 0.4),
    days: between(0.5, 8),
    loses: between(0.05, 0.6),
    elsewhere: between(0, 6),
    leaves: between(0.02, 0.15),
  };
}

/** Opens the market from one instant until another; later payments are not told of. */
export function openMarket(seed: string, from: number, until: number): Market {
  const habits = habitsOf(seed);
  const sales = GOODS.flatMap((good) => salesFromElsewhere(seed, good, habits, from, until));
  const bought = new Set<string>();
  return {
    sales,
    tap: (tap) => {
      const { good, clientId, code, visit } = tap;
      const draw = chance(seed, 'tap', code, visit);
      const own = `${clientId} ${good.name}`;
      if (bought.has(own) || !draw.happens(habits.buys)) return;
      const days = -Math.log(1 - draw.next()) * habits.days;
      const at = wholeSeconds(tap.at + HOUR / 4 + days * DAY);
      if (days > COOKIE_DAYS || at > until) return;
      bought.add(own);
      const isLost = good.network === 'Dub' || draw.happens(habits.loses);
      const sale = { good, tap, mark: isLost ? '' : code + visit };
      sales.push(sell(sale, at, until, habits, draw));
    },
  };
}

function salesFromElsewhere(
  seed: string,
  good: Good,
  habits: Habits,
  from: number,
  until: number,
): Sale[] {
  const draw = chance(seed, 'elsewhere', good.name);
  const sales: Sale[] = [];
  const pause = (365 * DAY) / Math.max(habits.elsewhere, 1e-9);
  for (let at = from; ;) {
    at += -Math.log(1 - draw.next()) * pause;
    if (at > until) return sales;
    const mark = good.network !== 'Dub' && draw.happens(0.2) ? 'my-blog' : '';
    sales.push(sell({ good, tap: undefined, mark }, wholeSeconds(at), until, habits, draw));
  }
}

function sell(
  { good, tap, mark }: Pick<Sale, 'good' | 'tap' | 'mark'>,
  at: number,
  until: number,
  { leaves }: Habits,
  draw: Chance,
): Sale {
  const serial = (): string => String(draw.whole(100_000_000_000, 999_999_999_999));
  const sale: Sale = {
    good,
    tap,
    mark,
    order: serial(),
    customer: `cus_${serial()}`,
    payments: [],
  };
  const { price, share } = amountsOf(good, draw);
  const step = good.pays === 'monthly' ? 1 : good.pays === 'yearly' ? 12 : Infinity;
  for (let nth = 0, due = at; due <= until; due = monthsLater(at, ++nth * step)) {
    // Within the hour; where a card was refused, some days later.
    const minutes = nth === 0 ? 0 : draw.whole(0, 50);
    const days = nth > 0 && draw.happens(CHARGED_AGAIN) ? draw.whole(1, 3) : 0;
    const on = due + days * DAY + minutes * 60_000;
    const settles = on + draw.whole(10 * 24, 35 * 24) * HOUR;
    const payment: Payment = {
      sale,
      nth,
      number: serial(),
      at: on,
      price,
      share,
      settles,
      paid: settles + 15 * DAY,
      taken: takenOf({ at: on, price, share }, draw),
    };
    sale.payments.push(payment);
    // Whoever gets their money back does not pay again.
    if (step === Infinity || payment.taken?.share === share || draw.happens(leaves * step)) break;
  }
  return sale;
}

function amountsOf({ pays, plans }: Good, draw: Chance): { price: number; share: number } {
  const plan = draw.pick(plans);
  if (pays !== 'percent') return { price: Math.round(plan * draw.pick([3.5, 4, 5])), share: plan };
  const price = draw.whole(1900, 30_000);
  return { price, share: Math.round((price * plan) / 100) };
}

/** All of it, or the part for which something was sent back. */
function takenOf(
  { at, price, share }: { at: number; price: number; share: number },
  draw: Chance,
): Payment['taken'] {
  const luck = draw.next();
  const on = at + draw.whole(3 * 24, 40 * 24) * HOUR;
  if (luck < TAKEN_BACK) return { at: on, price, share };
  if (luck >= TAKEN_BACK + TAKEN_IN_PART) return undefined;
  return { at: on, price: Math.floor(price / 3), share: Math.floor(share / 3) };
}

/** What a payment has come to by a day; of what was taken back whole, what it was. */
export function standingOf({ price, share, settles, paid, taken }: Payment, day: number): Standing {
  const isTaken = taken !== undefined && taken.at <= day;
  if (isTaken && taken.share === share) return { status: 'reversed', price, share };
  const status = paid <= day ? 'paid' : settles <= day ? 'approved' : 'pending';
  if (!isTaken) return { status, price, share };
  return { status, price: price - taken.price, share: share - taken.share };
}

function wholeSeconds(at: number): number {
  return Math.ceil(at / 1000) * 1000;
}

/** The same day so many months later, or the month's last. */
function monthsLater(at: number, months: number): number {
  if (months === Infinity) return Infinity;
  const on = new Date(at);
  const day = on.getUTCDate();
  on.setUTCDate(1);
  on.setUTCMonth(on.getUTCMonth() + months);
  const last = new Date(Date.UTC(on.getUTCFullYear(), on.getUTCMonth() + 1, 0)).getUTCDate();
  on.setUTCDate(Math.min(day, last));
  return on.getTime();
}
