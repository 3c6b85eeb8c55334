import { groupedBy } from '../../group';
import type { Entry } from './entry';
import { CLAIMED, OWN_NUMBERS, type SourceRow } from './source-row';

/** One sale as every source that knows it tells it; the one that is believed most comes first. */
export interface Told {
  best: Entry;
  others: { entry: Entry; why: string }[];
}

const HOUR_MS = 3600 * 1000;
/** Sources date a sale by its click, its order or its booking: so far apart it may still be one. */
const SAME_MARK_MS = 72 * HOUR_MS;
/** Without a mark only what lies closer counts: time zones, and days without an hour. */
const SAME_AMOUNT_MS = 36 * HOUR_MS;

/** How sure it is that two sources mean one sale; the surer pairs are made first. */
const REASONS = [
  'same number',
  'same sub-id and amount',
  'same amount within a day and a half',
] as const;

/**
 * Sales that several sources of one network tell of, each once. Two rows of one source are never
 * one sale.
 */
export function joinTwins(entries: Entry[]): Told[] {
  const families = groupedBy(entries, ({ family }) => family);
  const order = [...families.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const told: Told[] = [];
  for (const family of order) {
    const own = families.get(family) ?? [];
    const free = new Set(own);
    for (const { at, entry, why } of pairs(told, own)) {
      at.others.push({ entry, why });
      free.delete(entry);
    }
    told.push(...own.filter((entry) => free.has(entry)).map((best) => ({ best, others: [] })));
  }
  return told;
}

function rank(family: string): number {
  return family === OWN_NUMBERS ? 0 : family === CLAIMED ? 2 : 1;
}

interface Pair {
  at: Told;
  entry: Entry;
  reason: number;
  isSameAmount: boolean;
  apart: number;
}

/** Which of a family's entries are sales that are told of already; each taken once, surest first. */
function pairs(told: Told[], own: Entry[]): { at: Told; entry: Entry; why: string }[] {
  const byNumber = new Map<string, Told[]>();
  const byAmount = new Map<string, Told[]>();
  for (const at of told) {
    for (const { parts } of [at.best, ...at.others.map(({ entry }) => entry)]) {
      for (const number of new Set(parts.flatMap(numbersOf))) put(byNumber, number, at);
    }
    for (const amount of amountsOf(at.best)) put(byAmount, amount, at);
  }
  for (const found of byAmount.values()) found.sort((a, b) => a.best.first.at - b.best.first.at);
  const found = own.flatMap((entry): Pair[] => [
    ...[...new Set(entry.parts.flatMap(numbersOf))]
      .flatMap((number) => byNumber.get(number) ?? [])
      .map((at) => pairOf(at, entry, 0)),
    ...amountsOf(entry)
      .flatMap((amount) => near(byAmount.get(amount) ?? [], entry.first.at))
      .flatMap((at) => {
        const reason = likeness(at.best.first, entry.first);
        return reason === undefined ? [] : [pairOf(at, entry, reason)];
      }),
  ]);
  const taken = new Set<Told | Entry>();
  return found.sort(surestFirst).flatMap(({ at, entry, reason }) => {
    if (taken.has(at) || taken.has(entry)) return [];
    taken.add(at).add(entry);
    return [{ at, entry, why: REASONS[reason] ?? '' }];
  });
}

function put(map: Map<string, Told[]>, key: string, at: Told): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [at]);
  else found.push(at);
}

function pairOf(at: Told, entry: Entry, reason: number): Pair {
  const amounts = new Set(amountsOf(at.best));
  return {
    at,
    entry,
    reason,
    isSameAmount: amountsOf(entry).some((amount) => amounts.has(amount)),
    apart: Math.abs(at.best.first.at - entry.first.at),
  };
}

function surestFirst(a: Pair, b: Pair): number {
  return (
    a.reason - b.reason ||
    Number(b.isSameAmount) - Number(a.isSameAmount) ||
    a.apart - b.apart ||
    compare(a.at.best.first.externalId, b.at.best.first.externalId) ||
    compare(a.at.best.family, b.at.best.family) ||
    compare(a.entry.first.externalId, b.entry.first.externalId)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Why two rows of the same amount may be one sale, as a place among the reasons. */
function likeness(a: SourceRow, b: SourceRow): number | undefined {
  const apart = Math.abs(a.at - b.at);
  const [one, other] = [a.subId.toLowerCase(), b.subId.toLowerCase()];
  if (one !== '' && other !== '') return one === other && apart <= SAME_MARK_MS ? 1 : undefined;
  const isOther =
    a.programme !== '' &&
    b.programme !== '' &&
    a.programme.toLowerCase() !== b.programme.toLowerCase();
  const ever = new Set(a.everSaid.map(({ commission }) => commission));
  const isSameCommission = b.everSaid.some(({ commission }) => ever.has(commission));
  return isOther || !isSameCommission || apart > SAME_AMOUNT_MS ? undefined : 2;
}

/** Its own number and its order's. */
function numbersOf({ externalId, order, family }: SourceRow): string[] {
  // A made-up key is nobody else's number.
  const own = family === OWN_NUMBERS || family === CLAIMED ? [externalId] : [];
  return [...own, order].filter((number) => number !== '');
}

/** What was ever said that it brings, or that was paid, with the currency. */
function amountsOf({ first }: Entry): string[] {
  const { currency } = first.commission;
  return [
    ...new Set(
      first.everSaid.flatMap(({ commission, sale }) => [
        `commission ${commission} ${currency}`,
        ...(sale === null || sale === 0 ? [] : [`sale ${sale} ${currency}`]),
      ]),
    ),
  ];
}

/** Of entries in order of time, those near enough to an instant. */
function near(sorted: Told[], at: number): Told[] {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle]?.best.first.at ?? 0) < at - SAME_MARK_MS) from = middle + 1;
    else to = middle;
  }
  const found: Told[] = [];
  for (let i = from; (sorted[i]?.best.first.at ?? Infinity) <= at + SAME_MARK_MS; i++) {
    const next = sorted[i];
    if (next !== undefined) found.push(next);
  }
  return found;
}
