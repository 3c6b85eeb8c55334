import { DAY_MS, type Instant } from '../calendar';
import { groupedBy } from '../group';
import { knownNetwork } from '../referrals/networks';
import { readSubId } from '../referrals/sub-id';
import type { Touch } from '../settings';
import type { Click, Commission } from '../workbook';

type Found = Pick<Commission, 'clientId' | 'letterId' | 'matchedBy' | 'chance'>;

/** Days after a tap in which a sale may be its, where the network says nothing else. */
const USUAL_DAYS = 30;
/** Days from a tap to its sale, on average, until our own say otherwise; as if seen so many times. */
const USUAL_DELAY = { days: 7, cases: 10 };
/** Of sales without a mark, those that none of our taps led to, until our own say otherwise. */
const USUAL_OTHERS = { share: 0.1, cases: 10 };
/** A payment each month or year, give or take what months differ. */
const CYCLES = [
  { days: 30.4, give: 3 },
  { days: 365.25, give: 4 },
];

/** Whether a row's client is a guess of ours. */
export function isGuess({ matchedBy }: Pick<Commission, 'matchedBy'>): boolean {
  return matchedBy.startsWith('guess');
}

/**
 * Guesses whose a sale is that carries no mark. Who tapped within the programme's days may have
 * bought, the likelier the closer (exponentially, by the delays of the sales that we know of); a
 * payment that comes a month or a year after one of the same amount follows that one. Nothing is
 * guessed where a mark would have come back.
 */
export function guesser(
  ledger: Commission[],
  { clicks, touch }: { clicks: Click[]; touch: Touch },
): (row: Commission) => Found | undefined {
  const taps = tapsByProduct(clicks);
  const marked = new Set(ledger.filter(({ subId }) => subId !== '').map(titleOf));
  const delay = meanDelay(ledger, clicks);
  const chains = chainsOf(ledger);
  const open = ledger.filter(
    (row) =>
      isMarkless(row, marked) &&
      (row.matchedBy === '' || isGuess(row)) &&
      byChain(row, chains, 0) === undefined,
  );
  const without = open.filter((row) => nearTaps(row, taps).length === 0).length;
  const others =
    (without + USUAL_OTHERS.share * USUAL_OTHERS.cases) / (open.length + USUAL_OTHERS.cases);
  return (row) => {
    if (!isMarkless(row, marked)) return undefined;
    return (
      byChain(row, chains, others) ?? byTaps(row, nearTaps(row, taps), { delay, others, touch })
    );
  };
}

/** Whether no mark of ours could have come back: there is no place for one, or no row there has any. */
function isMarkless(row: Commission, marked: ReadonlySet<string>): boolean {
  const network = knownNetwork(row.network);
  if (row.at === null || row.productId === '' || network === undefined || row.subId !== '')
    return false;
  return network.slot === undefined || (row.source !== '' && !marked.has(titleOf(row)));
}

/** The report that a row is from, whatever its files are called. */
function titleOf({ source }: Commission): string {
  return source.split(':')[0] ?? '';
}

function byTaps(
  row: Commission,
  near: Click[],
  { delay, others, touch }: { delay: number; others: number; touch: Touch },
): Found | undefined {
  const chosen = touch === 'last' ? near[near.length - 1] : near[0];
  if (chosen === undefined) return undefined;
  const weights = new Map<string, number>();
  for (const { clientId, at } of near) {
    weights.set(clientId, Math.exp(-((row.at ?? 0) - (at ?? 0)) / (delay * DAY_MS)));
  }
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const chance = rounded(((weights.get(chosen.clientId) ?? 0) / all) * (1 - others));
  const among = weights.size === 1 ? 'only one' : `${touch} of ${weights.size}`;
  const matchedBy = `guess ${percent(chance)}: ${among} who tapped within ${daysOf(row)} days`;
  return { clientId: chosen.clientId, letterId: chosen.letterId, matchedBy, chance };
}

/** Taps on the row's product by a client in the days before it, oldest first. */
function nearTaps({ at, productId, network }: Commission, taps: Map<string, Click[]>): Click[] {
  return at === null
    ? []
    : between(taps.get(productId) ?? [], at - daysOf({ network }) * DAY_MS, at);
}

/** Of rows in order of time, those from one instant to another, both included. */
function between<T extends { at: Instant | null }>(rows: T[], from: Instant, to: Instant): T[] {
  const place = (isBefore: (at: Instant) => boolean): number => {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(rows[middle]?.at ?? 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return rows.slice(
    place((at) => at < from),
    place((at) => at <= to),
  );
}

function daysOf({ network }: Pick<Commission, 'network'>): number {
  return knownNetwork(network)?.token?.days ?? USUAL_DAYS;
}

/** A payment of the same amount for the same product, one cycle before. */
function byChain(
  row: Commission,
  chains: Map<string, Commission[]>,
  others: number,
): Found | undefined {
  const at = row.at ?? 0;
  const payments = chains.get(chainKey(row)) ?? [];
  const before = CYCLES.flatMap(({ days, give }) =>
    between(payments, at - (days + give) * DAY_MS, at - (days - give) * DAY_MS).map((earlier) => ({
      earlier,
      off: Math.abs((at - (earlier.at ?? 0)) / DAY_MS - days),
    })),
  );
  const [best] = before.sort((a, b) => a.off - b.off);
  if (best === undefined) return undefined;
  const { clientId, letterId, externalId, chance: first } = best.earlier;
  const clients = new Set(before.map(({ earlier }) => earlier.clientId)).size;
  const chance = rounded(((first ?? 1) * (1 - others)) / clients);
  return {
    clientId,
    letterId,
    matchedBy: `guess ${percent(chance)}: renewal of ${externalId}`,
    chance,
  };
}

function chainsOf(ledger: Commission[]): Map<string, Commission[]> {
  const known = ledger.filter(
    ({ clientId, productId, status }) =>
      clientId !== '' && productId !== '' && status !== 'reversed',
  );
  known.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return groupedBy(known, chainKey);
}

function chainKey({ network, productId, commission }: Commission): string {
  return JSON.stringify([network.toLowerCase(), productId, commission]);
}

/** Days from a tap to the sale that carries its visit's mark, on average. */
function meanDelay(ledger: Commission[], clicks: Click[]): number {
  const byVisit = new Map(clicks.map((click) => [`${click.code} ${click.visit}`, click.at]));
  let days = USUAL_DELAY.days * USUAL_DELAY.cases;
  let cases = USUAL_DELAY.cases;
  for (const { subId, at } of ledger) {
    const mark = readSubId(subId);
    const tapped = mark === undefined ? null : (byVisit.get(`${mark.code} ${mark.visit}`) ?? null);
    if (tapped === null || at === null || at < tapped || at - tapped > USUAL_DAYS * DAY_MS)
      continue;
    days += (at - tapped) / DAY_MS;
    cases++;
  }
  return days / cases;
}

/** Counted taps of each product, oldest first. */
function tapsByProduct(clicks: Click[]): Map<string, Click[]> {
  const counted = clicks.filter((click) => click.counted);
  counted.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return groupedBy(counted, ({ productId }) => productId);
}

const rounded = (chance: number): number => Math.round(chance * 100) / 100;
const percent = (chance: number): string => `${Math.round(chance * 100)} %`;
