import type { Instant } from '../../calendar';
import { chanceFrom } from '../../statistics/chance';
import { drawBeta } from '../../statistics/draws';
import { middle80, type Range } from '../../statistics/interval';
import type { Product } from '../../workbook';
import type { SaleWorth } from '../value/sale-worth';
import type { PaidRow, Subscription } from '../value/subscription';
import type { Trial } from '../value/trial';
import { inflowOf } from './inflow';
import { offersToCome, type PlannedTurn, simulatePlanned } from './planned';
import { cohortsOf, modelsOf, simulateRecurring } from './recurring';
import { simulateWaiting, waitingRows } from './waiting';

export const MONTHS = 12;
const FUTURES = 400;

export interface ForecastInput {
  rows: readonly PaidRow[];
  products: readonly Product[];
  subscriptions: readonly Subscription[];
  worths: ReadonlyMap<string, SaleWorth>;
  trials: readonly Trial[];
  /** The recommendations that letters will make. */
  planned: readonly PlannedTurn[];
  home: string;
  now: Instant;
}

/** Where the cash of a month, or of all, comes from: means in minor units at home. */
export interface Sources {
  /** Approved, and waiting to be paid. */
  locking: number;
  pending: number;
  /** Further payments of subscriptions that go on. */
  recurring: number;
  /** Sales of letters that are still to be written, with their renewals. */
  letters: number;
}

/** Cash to be expected, with the range in which it lies in 80 of 100 futures; minor units at home. */
export interface Outlook extends Range {
  expected: number;
  sources: Sources;
}

export interface Forecast {
  /** Twelve months of thirty days and a half, from now on. */
  months: Outlook[];
  total: Outlook;
}

type Source = keyof Sources;
const SOURCES = ['locking', 'pending', 'recurring', 'letters'] as const;

/**
 * The cash of the next twelve months: four hundred futures are drawn from what the ledger allows
 * (approvals, renewals, rates of sale), always the same ones for the same ledger.
 */
export function forecast(input: ForecastInput): Forecast {
  const chance = chanceFrom('forecast', input.home);
  const inflow = inflowOf(input.rows);
  const { home, now } = input;
  const locking = waitingRows(input.rows, 'approved', home, inflow);
  const pending = waitingRows(input.rows, 'pending', home, inflow);
  const models = modelsOf(input.products, input.worths, FUTURES, chance);
  const cohorts = cohortsOf(input, inflow);
  const offers = offersToCome(input, inflow);
  const sold = 1 + input.trials.filter((trial) => trial.sold).length;
  const futures = Array.from({ length: FUTURES }, (_, nth): Future => {
    const kept = drawBeta(inflow.approved, inflow.reversed, chance);
    const future = { nth, kept, months: MONTHS };
    return {
      locking: simulateWaiting(locking, 1, now, MONTHS, chance),
      pending: simulateWaiting(pending, kept, now, MONTHS, chance),
      recurring: simulateRecurring(cohorts, models, future, chance),
      letters: simulatePlanned(offers, input.planned, models, { ...future, sold }, chance),
    };
  });
  return {
    months: Array.from({ length: MONTHS }, (_, month) =>
      outlook(futures, (cash) => cash[month] ?? 0),
    ),
    total: outlook(futures, (cash) => cash.reduce((sum, value) => sum + value, 0)),
  };
}

type Future = Record<Source, number[]>;

function outlook(futures: Future[], pick: (cash: number[]) => number): Outlook {
  const mean = (values: number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const sums = futures.map((future) =>
    SOURCES.reduce((sum, source) => sum + pick(future[source]), 0),
  );
  const source = (name: Source): number => mean(futures.map((future) => pick(future[name])));
  return {
    expected: mean(sums),
    ...middle80(sums),
    sources: {
      locking: source('locking'),
      pending: source('pending'),
      recurring: source('recurring'),
      letters: source('letters'),
    },
  };
}
