import { DAY_MS, type Instant } from '../../calendar';
import type { Chance } from '../../statistics/chance';
import { drawBeta, drawCount, drawGamma } from '../../statistics/draws';
import { believe, noTrials } from '../../statistics/pooling';
import type { Product } from '../../workbook';
import type { SaleWorth } from '../value/sale-worth';
import { mostPayments } from '../value/subscription';
import type { Trial } from '../value/trial';
import type { BetaGeometric } from '../value/beta-geometric';
import { drawLag, type Inflow, MONTH_MS } from './inflow';
import { type Models, payOn } from './recurring';

/** A product as letters to come will recommend it. */
export interface PlannedOffer {
  productId: string;
  /** Of all recommendations. */
  share: number;
  /** What is believed of the rate at which it sells. */
  alpha: number;
  beta: number;
  /** One payment in minor units, and how sales' payments stood to their mean so far. */
  amount: number;
  spread: readonly number[];
  /** Months between payments; undefined where there is only one. */
  every?: number;
  most: number;
  /** How long payments take to become cash, and letters to sell, in ms, rising. */
  lags: readonly number[];
  waits: readonly number[];
}

/** Recommendations that letters will make, falling due so many months from now. */
export interface PlannedTurn {
  ahead: number;
  recommendations: number;
}

interface PlannedInput {
  products: readonly Product[];
  worths: ReadonlyMap<string, SaleWorth>;
  trials: readonly Trial[];
  now: Instant;
}

const YEAR = 365 * DAY_MS;
/** A letter leaves up to so long after it fell due, for a person approves it. */
const LATEST = 14 * DAY_MS;
/** From a letter to a sale, where the ledger does not tell. */
const USUAL_WAIT = 14 * DAY_MS;

/** What letters will recommend: the same as those of the last year, or all alike where there were none. */
export function offersToCome(
  { products, worths, trials, now }: PlannedInput,
  { lags, spread }: Inflow,
): PlannedOffer[] {
  const active = products.filter(
    (product) => product.active && (worths.get(product.id)?.payment ?? null) !== null,
  );
  const places = new Map(active.map(({ id }, place) => [id, place]));
  const told = noTrials(1, active.length);
  const recent = active.map(() => 0);
  for (const { productId, sold, sent } of trials) {
    const place = places.get(productId);
    if (place === undefined) continue;
    told.cases[place] = (told.cases[place] ?? 0) + 1;
    if (sold) told.sales[place] = (told.sales[place] ?? 0) + 1;
    if (now - sent <= YEAR) recent[place] = (recent[place] ?? 0) + 1;
  }
  const all = recent.reduce((sum, count) => sum + count, 0);
  const { alpha, beta } = believe(told);
  const waits = trials.flatMap(({ sold, wait }) => (sold ? [wait] : [])).sort((a, b) => a - b);
  return active.map((product, place) => ({
    productId: product.id,
    share: all === 0 ? 1 / active.length : (recent[place] ?? 0) / all,
    alpha: alpha[place] ?? 1,
    beta: beta[place] ?? 1,
    amount: worths.get(product.id)?.payment ?? 0,
    most: product.months === null ? Infinity : mostPayments(product),
    lags: lags(product.id),
    spread: spread(product.id),
    waits: waits.length === 0 ? [USUAL_WAIT] : waits,
    ...(product.pays === 'monthly' ? { every: 1 } : {}),
    ...(product.pays === 'yearly' ? { every: 12 } : {}),
  }));
}

/**
 * What the letters' sales pay in each of the coming months, in one future; they fall due when their
 * month begins. The rates share their uncertainty, for what is believed of one rests on all `sold` sales.
 */
export function simulatePlanned(
  offers: readonly PlannedOffer[],
  planned: readonly PlannedTurn[],
  models: Models,
  { nth, sold, kept, months }: { nth: number; sold: number; kept: number; months: number },
  chance: Chance,
): number[] {
  const cash = Array<number>(months).fill(0);
  const luck = drawGamma(sold, chance) / sold;
  const turns = planned.map(({ ahead, recommendations }) => {
    return { recommendations, leaves: ahead + (chance() * LATEST) / MONTH_MS };
  });
  for (const offer of offers) {
    const rate = Math.min(1, drawBeta(offer.alpha, offer.beta, chance) * luck);
    const model = models.get(offer.productId)?.[nth];
    for (const { recommendations, leaves } of turns) {
      const tries = Math.floor(recommendations * offer.share + chance());
      const sales = drawCount(tries, rate, chance);
      for (let sale = 0; sale < sales; sale++) sell(cash, offer, leaves, { model, kept }, chance);
    }
  }
  return cash;
}

/** Adds one sale's payments to the months. */
function sell(
  cash: number[],
  { productId, amount: usual, spread, every, most, lags, waits }: PlannedOffer,
  leaves: number,
  { model, kept }: { model: BetaGeometric | undefined; kept: number },
  chance: Chance,
): void {
  const amount = usual * (spread[Math.floor(chance() * spread.length)] ?? 1);
  const at = leaves + drawLag(waits, 0, chance) / MONTH_MS;
  const paid = Math.floor(at + drawLag(lags, 0, chance) / MONTH_MS);
  if (paid < cash.length && chance() < kept) cash[paid] = (cash[paid] ?? 0) + amount;
  if (every === undefined || model === undefined) return;
  const cohort = { productId, count: 1, payments: 1, most, due: at + every, every, amount, lags };
  payOn(cash, cohort, model, kept, chance);
}
