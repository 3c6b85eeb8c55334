import type { Instant } from '../../calendar';
import { type Money, toMajor } from '../../money';
import { blankRow } from '../../schema/table';
import type { Patch } from '../../schema/writing';
import { type Commission, commissions, type Fact, type reported } from '../../workbook';
import { BY_HAND } from '../by-hand';
import { factBehind, mergeFacts } from './fact';
import { type Sale, salesOf, toldApart } from './sale';
import { CLAIMED, familyOf } from './source-row';

/** What stands in the workbook. */
export interface Standing {
  facts: Fact[];
  ledger: Commission[];
}

/** What booking would write: facts first, then the rows that follow from them. */
export interface Booking {
  facts: { added: Fact[]; changed: Patch<typeof reported.columns>[] };
  added: Commission[];
  changed: Patch<typeof commissions.columns>[];
  /** Sales that were told of again and are as they were. */
  unchanged: number;
}

/**
 * What facts would do to the ledger. It depends on all that was ever said and not on the order of
 * saying; a cell that a person corrected keeps the correction. A row that a person deleted comes
 * back: whoever wants it in no sum sets it to reversed.
 */
export function book(said: Fact[], standing: Standing, now: Instant): Booking {
  const told = new Set(said.map(({ network }) => nameOf(network)));
  const ledger = standing.ledger.filter(({ network }) => told.has(nameOf(network)));
  const known = standing.facts.filter(({ network }) => told.has(nameOf(network)));
  const { all, added, changed } = mergeFacts(known, [...behindRows(ledger, known), ...said]);
  const booking: Booking = { facts: { added, changed }, added: [], changed: [], unchanged: 0 };
  const touched = numbersIn(said);
  for (const network of told) {
    const isOf = (row: { network: string }): boolean => nameOf(row.network) === network;
    const rows = new Map(ledger.filter(isOf).map((row) => [row.id, row]));
    bookNetwork(booking, { facts: all.filter(isOf), rows, touched, now });
  }
  return booking;
}

interface Desk {
  facts: Fact[];
  rows: ReadonlyMap<string, Commission>;
  /** Numbers that were told of now. */
  touched: ReadonlySet<string>;
  now: Instant;
}

function bookNetwork(booking: Booking, { facts, rows, touched, now }: Desk): void {
  // However it is spelled later, the name is the one that was said first.
  const network = [...rows.values(), ...facts][0]?.network ?? '';
  const sales = salesOf(facts).map((sale) => ({ sale, row: rowOf(sale, network, now) }));
  const taken = new Set(sales.map(({ row }) => row.id));
  const stated = numbersIn(facts);
  const free = new Map(rows);
  for (const { sale, row } of sales) {
    const numbers = [sale.externalId, ...sale.formerIds];
    const [kept] = numbers.flatMap((externalId) => {
      const id = commissions.derive({ ...row, externalId });
      const found = id !== row.id && taken.has(id) ? undefined : free.get(id);
      return found === undefined ? [] : [found];
    });
    if (kept === undefined) {
      if (!isNothing(sale)) booking.added.push({ ...row, changed: row.firstSeen });
      continue;
    }
    free.delete(kept.id);
    const set = changesOf(kept, row);
    if (set !== undefined) booking.changed.push({ id: kept.id, set });
    else if (numbers.some((number) => touched.has(numberIn(network, number)))) booking.unchanged++;
  }
  for (const row of free.values()) {
    const isStale = isStated(row) && stated.has(numberIn(network, row.externalId));
    if (isStale) retire(booking, row, now);
  }
}

/** A sale that fell through before anything was booked is nothing to wait for. */
function isNothing({ family, status }: Sale): boolean {
  return family === CLAIMED && status === 'reversed';
}

/** Whether a row was made from what a source said, and not by a person. */
function isStated({ reported, source }: Commission): boolean {
  return reported !== '' && source !== BY_HAND;
}

const nameOf = (network: string): string => network.toLowerCase();

const numberIn = (network: string, externalId: string): string =>
  JSON.stringify([nameOf(network), externalId]);

/** Every number by which a row of these facts may go. */
function numbersIn(facts: Fact[]): Set<string> {
  return new Set(
    facts.flatMap((fact) =>
      [fact.externalId, fact.corrects, toldApart(familyOf(fact), fact.externalId)].map((number) =>
        numberIn(fact.network, number),
      ),
    ),
  );
}

/** Facts of rows that were booked before facts were kept. */
function behindRows(ledger: Commission[], known: Fact[]): Fact[] {
  const kept = numbersIn(known);
  return ledger.flatMap((row) => {
    if (!isStated(row) || kept.has(numberIn(row.network, row.externalId))) return [];
    const fact = factBehind(row);
    return fact === undefined ? [] : [fact];
  });
}

/** The row of a sale that only one fact tells of. */
export function rowFor(fact: Fact): Commission {
  const [sale] = salesOf([fact]);
  if (sale === undefined) throw new Error('a fact without an amount or a time');
  return rowOf(sale, fact.network, fact.firstSeen ?? 0);
}

function rowOf(sale: Sale, network: string, now: Instant): Commission {
  const { externalId, at, status, commission, subId, source, customer, programme } = sale;
  const row: Commission = {
    ...blankRow(commissions),
    network,
    externalId,
    at,
    status,
    sale: sale.sale,
    commission,
    currency: commission.currency,
    subId,
    source,
    customer,
    programme,
    firstSeen: sale.firstSeen,
    changed: now,
    reported: reportedAs({ ...sale, currency: commission.currency }),
  };
  return { ...row, id: commissions.derive(row) };
}

/** What a row needs to follow its sale; undefined where it does already. */
function changesOf(before: Commission, row: Commission): Partial<Commission> | undefined {
  const named: Partial<Commission> = {};
  for (const name of ['id', 'externalId', 'source', 'customer', 'programme'] as const) {
    if (before[name] !== row[name]) named[name] = row[name];
  }
  if (before.reported === row.reported && Object.keys(named).length === 0) return undefined;
  return { ...named, ...followed(before, row), reported: row.reported, changed: row.changed };
}

/**
 * Cells that still say what was reported before follow the new report; the others are a person's.
 * Sale and commission share one currency: where it changes, both are the report's, and where a person
 * corrected the commission, it stays.
 */
function followed(before: Commission, row: Commission): Partial<Commission> {
  const was = before.reported.split('; ');
  const is = reportedAs(before).split('; ');
  const will = row.reported.split('; ');
  const untouched = (place: number): boolean => was[place] === is[place];
  const set: Partial<Commission> = {};
  if (untouched(0)) set.status = row.status;
  const changes = row.currency !== before.currency;
  if (changes ? untouched(2) : untouched(1)) set.sale = row.sale;
  if (untouched(2)) {
    set.commission = row.commission;
    set.currency = row.currency;
    if (was[2] !== will[2]) {
      set.homeAmount = null;
      set.homeCurrency = '';
    }
  }
  if (untouched(3)) set.subId = row.subId;
  // Rows that were booked before the time was noted hold it as it was reported.
  if (untouched(4) || was.length === 4) set.at = row.at;
  return set;
}

/** A row whose sale goes by another row stays to be read, reversed and in no sum. */
function retire(booking: Booking, row: Commission, now: Instant): void {
  const source = 'told of in another row';
  if (row.status === 'reversed' && row.source === source) return;
  const status = 'reversed' as const;
  const said = reportedAs({ ...row, status });
  const set = { status, source, reported: said, changed: now };
  booking.changed.push({ id: row.id, set });
}

/** `paid; sale 120 USD; commission 12 USD; sub-id abc; at …`: what was said, for people to compare. */
function reportedAs(
  said: Pick<Commission, 'status' | 'sale' | 'commission' | 'currency' | 'subId' | 'at'>,
): string {
  const amount = (money: Money | null): string =>
    money === null ? 'unknown' : `${toMajor(money)} ${money.currency}`;
  const at = said.at === null ? '' : `${new Date(said.at).toISOString().slice(0, 16)}Z`;
  return [
    said.status || 'pending',
    `sale ${amount(said.sale)}`,
    `commission ${amount(said.commission)}`,
    `sub-id ${said.subId}`,
    `at ${at}`,
  ].join('; ');
}
