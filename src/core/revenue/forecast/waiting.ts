import type { Instant } from '../../calendar';
import type { Chance } from '../../statistics/chance';
import type { PaidRow } from '../value/subscription';
import { drawLag, type Inflow, monthAhead } from './inflow';

/** A commission that is booked and not paid yet; money in minor units at home. */
export interface Waiting {
  at: Instant;
  minor: number;
  lags: readonly number[];
}

/** What waits in one status. */
export function waitingRows(
  rows: readonly PaidRow[],
  status: 'pending' | 'approved',
  home: string,
  { lags }: Inflow,
): Waiting[] {
  return rows.flatMap((row) =>
    row.status === status && row.at !== null && row.homeAmount?.currency === home
      ? [{ at: row.at, minor: row.homeAmount.minor, lags: lags(row.productId) }]
      : [],
  );
}

/** What of it comes in each of so many months, in one future in which a share is kept. */
export function simulateWaiting(
  waiting: readonly Waiting[],
  kept: number,
  now: Instant,
  months: number,
  chance: Chance,
): number[] {
  const cash = Array<number>(months).fill(0);
  for (const { at, minor, lags } of waiting) {
    if (kept < 1 && chance() >= kept) continue;
    const month = monthAhead(at + drawLag(lags, now - at, chance), now);
    if (month < months) cash[month] = (cash[month] ?? 0) + minor;
  }
  return cash;
}
