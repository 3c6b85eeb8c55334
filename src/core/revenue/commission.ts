import type { Instant } from '../calendar';
import type { Money } from '../money';
import type { COMMISSION_STATUSES } from '../workbook';

export type CommissionStatus = (typeof COMMISSION_STATUSES)[number];

/** One row of money as a network's report, its API, a postback or a person states it. */
export interface Statement {
  network: string;
  /** The row's own number there; the same number is the same row. */
  externalId: string;
  /**
   * Whose numbers `externalId` is from: blank for the network's own, which its API tells as well;
   * else a name for numbers that nothing else uses, such as an importer's id for keys made up from
   * the row's contents. Rows whose numbers are of one kind and differ are never taken for one sale.
   */
  numbers?: string;
  at: Instant;
  status: CommissionStatus;
  sale: Money | null;
  /** Below zero where the network books what it takes back as a row of its own. */
  commission: Money;
  subId: string;
  /**
   * The number of the row that this one adds to or takes from, where the network books changes as
   * rows of their own; blank for a first row. What is booked is the sum.
   */
  corrects?: string;
  /** The merchant's order number. A row below zero without `corrects` takes from its order. */
  order?: string;
  /** The network's mark for the customer or subscription; renewals share it. */
  customer?: string;
  /** What was bought, or whose programme it is, in the network's words. */
  programme?: string;
  /** Amounts as the source writes them, where they are finer than their currency; blank where not. */
  exact?: { commission: string; sale: string };
  /** When the network last changed what the row says; the latest is believed. */
  asOf?: Instant;
}

/** The source of rows that only a postback told of: claims, until a report confirms them. */
export const BY_POSTBACK = 'by postback';

/** The source of rows that only an automation told of, with the sender's name behind. */
export const BY_HOOK = 'hook ';
