import type { Instant } from '../calendar';
import { type Money, toMajor } from '../money';
import { blankRow } from '../schema/table';
import type { Patch } from '../schema/writing';
import { type Commission, type COMMISSION_STATUSES, commissions } from '../workbook';

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
  /** When the network last changed what the row says; the latest is believed. */
  asOf?: Instant;
}

/** The source of rows that only a postback told of: claims, until a report confirms them. */
export const BY_POSTBACK = 'by postback';

export interface Booking {
  added: Commission[];
  changed: Patch<typeof commissions.columns>[];
  unchanged: number;
}

/**
 * What booking statements would do to the ledger. The same statement again changes nothing; a
 * cell that a person corrected since keeps the correction.
 */
export function book(
  statements: Statement[],
  ledger: Commission[],
  source: string,
  now: Instant,
): Booking {
  const known = new Map(ledger.map((row) => [row.id, row]));
  const booking: Booking = { added: [], changed: [], unchanged: 0 };
  for (const statement of statements) {
    const row = rowOf(statement, source, now);
    const before = known.get(row.id);
    if (before === undefined) {
      known.set(row.id, row);
      booking.added.push(row);
    } else if (before.reported === row.reported && !confirms(source, before)) booking.unchanged++;
    else booking.changed.push({ id: row.id, set: update(before, row) });
  }
  return booking;
}

/** Whether a source other than a postback now stands behind a row that only one told of. */
function confirms(source: string, before: Commission): boolean {
  return before.source === BY_POSTBACK && source !== BY_POSTBACK;
}

function rowOf(statement: Statement, source: string, now: Instant): Commission {
  const { network, externalId, at, status, sale, commission, subId } = statement;
  const row: Commission = {
    ...blankRow(commissions),
    network,
    externalId,
    at,
    status,
    sale,
    commission,
    currency: commission.currency,
    subId,
    source,
    firstSeen: now,
    changed: now,
    reported: reportedAs(status, sale, commission, subId),
  };
  return { ...row, id: commissions.derive(row) };
}

/**
 * Cells that still say what was reported before follow the new report; the others are a person's.
 * Sale and commission share one currency: where it changes, both are the report's, and where a person
 * corrected the commission, it stays.
 */
function update(before: Commission, row: Commission): Partial<Commission> {
  const was = before.reported.split('; ');
  const is = reportedAs(
    before.status || 'pending',
    before.sale,
    before.commission ?? row.commission ?? { minor: 0, currency: row.currency },
    before.subId,
  ).split('; ');
  const untouched = (place: number): boolean => was[place] === is[place];
  const { reported, changed, source } = row;
  const set: Partial<Commission> = { reported, changed, source };
  if (untouched(0)) set.status = row.status;
  const changes = row.currency !== before.currency;
  if (changes ? untouched(2) : untouched(1)) set.sale = row.sale;
  if (untouched(2)) {
    set.commission = row.commission;
    set.currency = row.currency;
    if (was[2] !== row.reported.split('; ')[2]) {
      set.homeAmount = null;
      set.homeCurrency = '';
    }
  }
  if (untouched(3)) set.subId = row.subId;
  return set;
}

/** `paid; sale 120 USD; commission 12 USD; sub-id abc`: what the source said, for people to compare. */
function reportedAs(status: string, sale: Money | null, commission: Money, subId: string): string {
  const said = (amount: Money | null): string =>
    amount === null ? 'unknown' : `${toMajor(amount)} ${amount.currency}`;
  return [status, `sale ${said(sale)}`, `commission ${said(commission)}`, `sub-id ${subId}`].join(
    '; ',
  );
}
