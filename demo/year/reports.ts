import Papa from 'papaparse';
import type { Payment, Sale, Standing } from './market';
import { standingOf } from './market';
import { awin } from './networks/awin';
import { cj } from './networks/cj';
import { dub } from './networks/dub';
import { markOf, type YearNetwork } from './networks/network';
import { rakuten } from './networks/rakuten';

export const NETWORKS: readonly YearNetwork[] = [awin, cj, rakuten, dub];

const DAY = 86_400_000;
/** A report reaches so far back: far enough that one may be forgotten. */
const WINDOW_DAYS = 130;

/** The report that a network gives out on a day; blank where there is nothing to tell. */
export function reportOn(network: YearNetwork, sales: readonly Sale[], day: number): string {
  const known = day - network.lagDays * DAY;
  const lines = paymentsOf(network, sales)
    .filter(({ at }) => at <= known)
    .flatMap((payment) => network.lines(payment, known))
    .filter(({ at }) => at >= day - WINDOW_DAYS * DAY)
    .sort((a, b) => a.at - b.at);
  if (lines.length === 0) return '';
  return Papa.unparse({
    fields: [...network.header],
    data: lines.map(({ cells }) => network.header.map((name) => cells[name] ?? '')),
  });
}

/** What the ledger must say of a payment once a network's report of a day is booked. */
export interface TrueRow extends Standing {
  network: string;
  /** The network's number for it, or for its order where rows have none. */
  number: string;
  currency: string;
  /** As the network shows it. */
  mark: string;
  payment: Payment;
}

export function trueRows(sales: readonly Sale[], day: number): TrueRow[] {
  return NETWORKS.flatMap((network) => {
    const known = day - network.lagDays * DAY;
    return paymentsOf(network, sales)
      .filter(({ at }) => at <= known)
      .map((payment) => {
        const standing = standingOf(payment, known);
        return {
          ...standing,
          status: network.status(standing),
          network: network.title,
          number: network === dub ? `cm_${payment.number}` : payment.number,
          currency: network.currency,
          mark: markOf(network, payment),
          payment,
        };
      });
  });
}

function paymentsOf({ title }: YearNetwork, sales: readonly Sale[]): Payment[] {
  return sales.filter(({ good }) => good.network === title).flatMap(({ payments }) => payments);
}
