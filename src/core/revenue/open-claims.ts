import { DAY_MS, dayOf, type Instant } from '../calendar';
import { derivedId } from '../identity';
import { showMoney } from '../money';
import { visitsIn } from '../referrals/click';
import { subIdOf } from '../referrals/sub-id';
import type { Patch } from '../schema/writing';
import type { ClaimRow, claims, Click, Commission, Product } from '../workbook';
import { many } from '../words/count';
import { BY_HOOK, BY_POSTBACK } from './commission';

/** What the list of claims is made from. */
export interface ClaimSources {
  commissions: Commission[];
  clicks: Click[];
  products: Product[];
  zone: string;
}

/** How long a network's report takes, until enough of its rows say otherwise; a guess. */
const USUAL_LAG_DAYS = 45;
const LEAST_LAG_DAYS = 14;
const ENOUGH_ROWS = 5;
/** So many taps without a sale are odd: at five sales in a hundred it happens once in about three times. */
const MANY_TAPS = 20;
const MOST_SHOWN = 5;

/**
 * What is worth asking a network about: sales it told of by postback and never reported, taps that
 * never led to any row, and money whose sub-id no link explains; each with the words to send.
 */
export function openClaims(sources: ClaimSources, now: Instant): ClaimRow[] {
  const lag = lags(sources.commissions);
  return [
    ...unreported(sources, lag, now),
    ...unknownMarks(sources, now),
    ...silentProducts(sources, lag, now),
  ];
}

/** New rows to add, and those that are settled because their reason went away. */
export function claimChanges(
  found: ClaimRow[],
  known: ClaimRow[],
): { added: ClaimRow[]; settled: Patch<typeof claims.columns>[] } {
  const before = new Set(known.map(({ id }) => id));
  const now = new Set(found.map(({ id }) => id));
  return {
    added: found.filter(({ id }) => !before.has(id)),
    settled: known
      .filter(({ id, state }) => state !== 'settled' && !now.has(id))
      .map(({ id, state }) => ({ id, expect: { state }, set: { state: 'settled' as const } })),
  };
}

function unreported(
  { commissions, zone }: ClaimSources,
  lag: (network: string) => number,
  now: Instant,
): ClaimRow[] {
  return commissions.flatMap((row) => {
    const { at, network, externalId, commission, subId } = row;
    const isWaiting = row.source === BY_POSTBACK && row.status === 'pending' && at !== null;
    if (!isWaiting || now - at < lag(network)) return [];
    const day = dayOf(at, zone);
    const worth = commission === null ? '' : ` (${showMoney(commission, 'en')})`;
    return [
      claimRow('postback', row.id, {
        network,
        productId: row.productId,
        clientId: row.clientId,
        since: at,
        what: `${network} told of a sale on ${day}${worth}, and no report has shown it since.`,
        ask: `On ${day} your postback told us of transaction ${externalId}${worth}, sub-id ${subId}. Our reports do not show it. Was it declined, or is it still to come?`,
        noted: now,
      }),
    ];
  });
}

/** One for each sub-id: a freelancer's other links may bring many rows with the same. */
function unknownMarks({ commissions, zone }: ClaimSources, now: Instant): ClaimRow[] {
  const byMark = new Map<string, { row: Commission; at: Instant; cases: number }>();
  for (const row of commissions) {
    const { network, subId, clientId, status, at } = row;
    if (subId === '' || clientId !== '' || status === 'reversed' || at === null) continue;
    const key = `${network} ${subId}`;
    const before = byMark.get(key);
    if (before === undefined) byMark.set(key, { row, at, cases: 1 });
    else before.cases++;
  }
  return [...byMark].map(([key, { row, at, cases }]) => {
    const { network, externalId, subId, productId } = row;
    const day = dayOf(at, zone);
    return claimRow('sub-id', key, {
      network,
      productId,
      clientId: '',
      since: at,
      what: `${many(cases, 'commission')} since ${day} with the sub-id “${subId}”, which no link explains. If it is of a link of yours elsewhere, settle this.`,
      ask: `Transaction ${externalId} of ${day} is reported with the sub-id “${subId}”. Which link and which click does it come from?`,
      noted: now,
    });
  });
}

function silentProducts(
  { commissions, clicks, products, zone }: ClaimSources,
  lag: (network: string) => number,
  now: Instant,
): ClaimRow[] {
  const paid = new Set(commissions.map(({ productId }) => productId));
  const taps = new Map<string, (Click & { at: Instant })[]>();
  for (const click of clicks) {
    if (!click.counted || click.at === null) continue;
    const seen = taps.get(click.productId) ?? [];
    if (seen.length === 0) taps.set(click.productId, seen);
    seen.push({ ...click, at: click.at });
  }
  return products.flatMap(({ id, name, network }) => {
    const old = (taps.get(id) ?? [])
      .filter(({ at }) => now - at >= lag(network))
      .sort((a, b) => a.at - b.at);
    const [first] = old;
    const visitors = visitsIn(old);
    if (paid.has(id) || first === undefined || visitors < MANY_TAPS) return [];
    const last = old[old.length - 1] ?? first;
    const days = `from ${dayOf(first.at, zone)} to ${dayOf(last.at, zone)}`;
    const shown = old
      .filter(({ visit }) => visit !== '')
      .slice(-MOST_SHOWN)
      .map(({ code, visit, at }) => `${subIdOf(code, visit)} (${dayOf(at, zone)})`)
      .join(', ');
    return [
      claimRow('taps', id, {
        network,
        productId: id,
        clientId: '',
        since: first.at,
        what: `${visitors} people went on to ${name} ${days}, and ${network} has reported nothing.`,
        ask: `Between ${dayOf(first.at, zone)} and ${dayOf(last.at, zone)} we sent ${visitors} visitors to ${name}; no transaction is reported. Do you see these clicks, and is tracking in order? The latest sub-ids: ${shown}.`,
        noted: now,
      }),
    ];
  });
}

/** How long each network takes from a sale to its report: nine in ten of its rows were there by then. */
function lags(commissions: Commission[]): (network: string) => number {
  const seen = new Map<string, number[]>();
  for (const { network, at, firstSeen, source } of commissions) {
    if (at === null || firstSeen === null) continue;
    if (source === BY_POSTBACK || source.startsWith(BY_HOOK)) continue;
    const took = seen.get(network) ?? [];
    if (took.length === 0) seen.set(network, took);
    took.push(firstSeen - at);
  }
  const known = new Map(
    [...seen]
      .filter(([, took]) => took.length >= ENOUGH_ROWS)
      .map(([network, took]) => {
        took.sort((a, b) => a - b);
        return [network, took[Math.ceil(took.length * 0.9) - 1] ?? 0];
      }),
  );
  return (network) =>
    Math.max(LEAST_LAG_DAYS * DAY_MS, known.get(network) ?? USUAL_LAG_DAYS * DAY_MS);
}

function claimRow(
  kind: Exclude<ClaimRow['kind'], ''>,
  subject: string,
  rest: Omit<ClaimRow, 'id' | 'kind' | 'state'>,
): ClaimRow {
  return { id: derivedId('Q', kind, subject), kind, state: 'open', ...rest };
}
