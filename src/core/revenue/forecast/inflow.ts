import { DAY_MS, type Instant } from '../../calendar';
import { groupedBy } from '../../group';
import type { Chance } from '../../statistics/chance';
import type { PaidRow } from '../value/subscription';

/** Days from a sale to its payment, where the ledger does not tell: one of these. */
const USUAL_DAYS = [30, 45, 60, 75, 90];
const LONGEST = 180 * DAY_MS;
/** Paid rows from which a network's habit is learned. */
const ENOUGH = 5;
/** How many of ten commissions are taken to be approved before any was settled. */
const USUAL_APPROVAL = { approved: 9, reversed: 1 };

export const MONTH_MS = (365.25 / 12) * DAY_MS;

/** What the ledger's own past says of how commissions become cash. */
export interface Inflow {
  /** How many were approved, and how many reversed, with the usual guess among them. */
  approved: number;
  reversed: number;
  /** The times in ms that a product's payments took so far, rising. */
  lags: (productId: string) => readonly number[];
  /** How a product's commissions stood to their mean so far; 1 alone where nothing tells. */
  spread: (productId: string) => readonly number[];
}

/** How long payments take, product by product, and how many commissions are reversed before. */
export function inflowOf(
  rows: readonly Pick<PaidRow, 'productId' | 'at' | 'status' | 'changed' | 'homeAmount'>[],
): Inflow {
  const paid = rows.flatMap(({ productId, at, status, changed }) =>
    status === 'paid' && at !== null && changed !== null && changed > at
      ? [{ productId, lag: Math.min(LONGEST, changed - at) }]
      : [],
  );
  const rising = (group: typeof paid): number[] =>
    group.map(({ lag }) => lag).sort((a, b) => a - b);
  const byProduct = new Map(
    [...groupedBy(paid, ({ productId }) => productId)]
      .filter(([, group]) => group.length >= ENOUGH)
      .map(([productId, group]) => [productId, rising(group)]),
  );
  const all = paid.length >= ENOUGH ? rising(paid) : USUAL_DAYS.map((days) => days * DAY_MS);
  return {
    approved: USUAL_APPROVAL.approved + rows.filter(isSettled).length,
    reversed: USUAL_APPROVAL.reversed + rows.filter(({ status }) => status === 'reversed').length,
    lags: (productId) => byProduct.get(productId) ?? all,
    spread: spreadOf(rows),
  };
}

/** A product's own from five commissions on, else that of all products. */
function spreadOf(rows: readonly Pick<PaidRow, 'productId' | 'homeAmount'>[]): Inflow['spread'] {
  const earned = rows.filter(({ homeAmount }) => (homeAmount?.minor ?? 0) > 0);
  const groups = groupedBy(earned, ({ productId }) => productId);
  const ratios = [...groups].map(([productId, group]) => {
    const amounts = group.map(({ homeAmount }) => homeAmount?.minor ?? 0);
    const mean = amounts.reduce((sum, minor) => sum + minor, 0) / amounts.length;
    return [productId, amounts.map((minor) => minor / mean)] as const;
  });
  const own = new Map(ratios.filter(([, some]) => some.length >= ENOUGH));
  const several = ratios.flatMap(([, some]) => (some.length > 1 ? some : []));
  const all = several.length >= ENOUGH ? several : [1];
  return (productId) => own.get(productId) ?? all;
}

/**
 * One of the times that payments took, longer than what has passed already; where none took so long,
 * what has passed: it is overdue.
 */
export function drawLag(lags: readonly number[], passed: number, chance: Chance): number {
  let first = 0;
  while (first < lags.length && (lags[first] ?? 0) <= passed) first++;
  const among = lags.length - first;
  return among === 0 ? passed : (lags[first + Math.floor(chance() * among)] ?? passed);
}

/** In which of the coming months (0 the next) something is that is due then; what is overdue, in the next. */
export function monthAhead(due: Instant, now: Instant): number {
  return Math.max(0, Math.floor((due - now) / MONTH_MS));
}

function isSettled({ status }: Pick<PaidRow, 'status'>): boolean {
  return status === 'approved' || status === 'paid';
}
