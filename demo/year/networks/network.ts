import type { Payment, Standing } from '../market';

/** One network's way of reporting. */
export interface YearNetwork {
  title: 'Awin' | 'CJ' | 'Rakuten' | 'Dub';
  /** What its amounts are in. */
  currency: string;
  /** How long it takes until a report shows what happened. */
  lagDays: number;
  /** The report's header, in the network's words. */
  header: readonly string[];
  /** The lines in which a report of a day tells of a payment, each with when it happened. */
  lines: (payment: Payment, day: number) => ReportLine[];
  /** What it calls a payment of that standing. */
  status: (standing: Standing) => Standing['status'];
  /** Whether the sub-id stands with every payment of a subscription, or with the first alone. */
  repeatsMark: boolean;
}

export interface ReportLine {
  at: number;
  cells: Record<string, string>;
}

/** `12.34` for 1234. */
export function decimal(minor: number): string {
  return (minor / 100).toFixed(2);
}

/** The mark as the network shows it with a payment. */
export function markOf(
  { repeatsMark }: Pick<YearNetwork, 'repeatsMark'>,
  payment: Payment,
): string {
  return payment.nth === 0 || repeatsMark ? payment.sale.mark : '';
}

/** An instant as the clocks of Taipei show it, which keep no summer time: `2026-08-03T12:00:00.000`. */
export function inTaipei(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, -1);
}
