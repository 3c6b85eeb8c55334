import { groupedBy } from '../../group';
import { type Money, sum } from '../../money';
import type { CommissionStatus } from '../commission';
import type { SourceRow } from './source-row';

/** A sale as one source tells it: its first row and those that correct it. */
export interface Entry {
  family: string;
  first: SourceRow;
  /** In the order in which they happened, the first row among them. */
  parts: SourceRow[];
}

/** What an entry comes to. */
export interface Total {
  status: CommissionStatus;
  sale: Money | null;
  commission: Money;
}

/**
 * One source's rows as sales: a row that names the one it corrects belongs to that; one below zero
 * that names none takes from its order, else from what carries the same mark, else from what it
 * undoes exactly; where nothing fits, it stands alone and takes from the sum.
 */
export function entriesOf(rows: SourceRow[]): Entry[] {
  const entries = byFirstRow(rows);
  const takers = entries.filter(({ first }) => first.commission.minor < 0);
  const givers = index(entries.filter(({ first }) => first.commission.minor >= 0));
  const taken = new Set<Entry>();
  for (const taker of takers.sort(byTime)) {
    const giver = giverOf(taker.first, givers);
    if (giver === undefined) continue;
    giver.parts.push(...taker.parts);
    taken.add(taker);
  }
  return entries.filter((entry) => !taken.has(entry));
}

/**
 * The sum of what still stands. A sale of which nothing stands is reversed, at its first amount; none
 * is worth less than nothing, for some sources take back both in place and by a row of its own.
 */
export function totalOf({ first, parts }: Entry): Total {
  const standing = parts.filter(({ status }) => status !== 'reversed');
  const commission = sum(
    standing.map((part) => part.commission),
    first.commission.currency,
  );
  const isTaken = commission.minor <= 0 && first.commission.minor > 0;
  if (standing.length === 0 || isTaken) {
    return { status: 'reversed', sale: first.sale, commission: first.commission };
  }
  const gives = standing.filter((part) => part.commission.minor >= 0);
  const latest = (gives.length > 0 ? gives : standing).reduce((last, part) =>
    compareTime(last, part) > 0 ? last : part,
  );
  const sales = standing.flatMap(({ sale }) => (sale === null ? [] : [sale]));
  return {
    status: latest.status,
    sale: sales.length === 0 ? null : sum(sales, first.commission.currency),
    commission,
  };
}

/** Rows under the first row that they name, over several steps if need be. */
function byFirstRow(rows: SourceRow[]): Entry[] {
  const byId = new Map(rows.map((row) => [row.externalId, row]));
  // Amounts of different currencies cannot be summed up.
  const entries = groupedBy(rows, (row) =>
    JSON.stringify([rootOf(row, byId), row.commission.currency]),
  );
  return [...entries].map(([key, parts]) => {
    parts.sort(compareTime);
    const [root] = JSON.parse(key) as [string];
    const first = parts.find(({ externalId }) => externalId === root) ?? parts[0];
    if (first === undefined) throw new Error('an entry without rows');
    return { family: first.family, first, parts };
  });
}

function rootOf(row: SourceRow, byId: ReadonlyMap<string, SourceRow>): string {
  const seen = new Set<string>();
  let at = row;
  while (at.corrects !== '' && at.corrects !== at.externalId && !seen.has(at.externalId)) {
    seen.add(at.externalId);
    const next = byId.get(at.corrects);
    if (next === undefined) return at.corrects;
    at = next;
  }
  return at.externalId;
}

interface Givers {
  byOrder: Map<string, Entry[]>;
  byMark: Map<string, Entry[]>;
  byAmount: Map<string, Entry[]>;
}

function index(entries: Entry[]): Givers {
  const inOrder = [...entries].sort(byTime);
  const unmarked = inOrder.filter(({ first }) => first.subId === '');
  return {
    byOrder: groupedBy(inOrder, ({ first }) => first.order),
    byMark: groupedBy(inOrder, ({ first }) => first.subId.toLowerCase()),
    byAmount: groupedBy(unmarked, ({ first }) => amountKey(first, first.commission.minor)),
  };
}

/** The sale that a row below zero takes from. */
function giverOf(taker: SourceRow, givers: Givers): Entry | undefined {
  const { order, subId, at } = taker;
  const before = (found: Entry[] = []): Entry[] => found.filter(({ first }) => first.at <= at);
  const inOrder = order === '' ? [] : (givers.byOrder.get(order) ?? []);
  if (inOrder.length > 0) return bestGiver(taker, inOrder);
  if (subId !== '') return bestGiver(taker, before(givers.byMark.get(subId.toLowerCase())));
  const opposite = amountKey(taker, -taker.commission.minor);
  return bestGiver(taker, before(givers.byAmount.get(opposite)));
}

/**
 * Among sales in order of time: one of exactly this amount that is reversed in place, told here a
 * second time; else the latest of exactly this amount; else the latest that is worth as much.
 */
function bestGiver({ commission }: SourceRow, found: Entry[]): Entry | undefined {
  const candidates = found.filter(({ first }) => first.commission.currency === commission.currency);
  const exact = candidates.filter(({ first }) => first.commission.minor === -commission.minor);
  const isToldTwice = ({ first, parts }: Entry): boolean =>
    first.status === 'reversed' && parts.every((part) => part.commission.minor >= 0);
  const isWorthIt = (entry: Entry): boolean => {
    const total = totalOf(entry);
    return total.status !== 'reversed' && total.commission.minor + commission.minor >= 0;
  };
  return (
    exact.filter(isToldTwice).pop() ??
    exact.filter(isWorthIt).pop() ??
    candidates.filter(isWorthIt).pop()
  );
}

function amountKey({ commission, programme }: SourceRow, minor: number): string {
  return JSON.stringify([minor, commission.currency, programme.toLowerCase()]);
}

const byTime = (a: Entry, b: Entry): number => compareTime(a.first, b.first);

function compareTime(a: SourceRow, b: SourceRow): number {
  return a.at - b.at || (a.externalId < b.externalId ? -1 : a.externalId > b.externalId ? 1 : 0);
}
