import { DAY_MS } from '../calendar';
import { exchange, type RateTable } from '../money';
import { knownNetwork } from '../referrals/networks';
import type { OwnAddress, OwnAddresses } from '../referrals/own-address';
import { readSubId } from '../referrals/sub-id';
import type { Patch } from '../schema/writing';
import type { Click, Commission, commissions, Link, Product } from '../workbook';

type CommissionPatch = Patch<typeof commissions.columns>;

/** What attribution goes by, beside the ledger. */
export interface Traces {
  links: Link[];
  clicks: Click[];
  products: Product[];
  own: OwnAddresses;
}

/** Days after a tap in which a sale may be its, where the network says nothing else. */
const USUAL_DAYS = 30;

/**
 * Client, product and letter of the ledger's rows that have none yet: by the sub-id that our link
 * carried, by the client's own affiliate address, or, where the network lets no mark come back, by
 * the last counted tap on the product within the programme's days, which is marked as a guess. What
 * a person filled in stays, and is marked so.
 */
export function attribute(ledger: Commission[], traces: Traces): CommissionPatch[] {
  const byCode = new Map(traces.links.map((link) => [link.code, link]));
  const byToken = ownersByToken(traces);
  const taps = tapsByProduct(traces.clicks);
  return ledger.flatMap((row): CommissionPatch[] => {
    if (row.matchedBy !== '') return [];
    if (row.clientId !== '') return [{ id: row.id, set: { matchedBy: 'hand' } }];
    const link = byCode.get(readSubId(row.subId)?.code ?? '');
    if (link !== undefined) {
      const { clientId, letterId } = link;
      const productId = row.productId || link.productId;
      return [{ id: row.id, set: { clientId, productId, letterId, matchedBy: 'sub-id' } }];
    }
    const owner = byToken.get(tokenKey(row.network, row.subId));
    if (owner !== undefined) {
      const { clientId, productId } = owner;
      return [{ id: row.id, set: { clientId, productId, matchedBy: 'own address' } }];
    }
    const guess = guessed(row, taps.get(row.productId) ?? []);
    return guess === undefined ? [] : [{ id: row.id, set: guess }];
  });
}

/** The last counted tap before a sale whose network lets no mark come back. */
function guessed(row: Commission, taps: Click[]): Partial<Commission> | undefined {
  const network = knownNetwork(row.network);
  const { at } = row;
  if (network === undefined || network.slot !== undefined || at === null) return undefined;
  const days = network.token?.days ?? USUAL_DAYS;
  const near = taps.filter((tap) => {
    const since = at - (tap.at ?? Infinity);
    return since >= 0 && since <= days * DAY_MS;
  });
  const last = near[near.length - 1];
  if (last === undefined) return undefined;
  const others = new Set(near.map(({ clientId }) => clientId)).size;
  const among = others === 1 ? 'only one' : `last of ${others}`;
  const { clientId, letterId } = last;
  return { clientId, letterId, matchedBy: `guess: ${among} who tapped within ${days} days` };
}

function ownersByToken({ own, products }: Traces): Map<string, OwnAddress> {
  const networkOf = new Map(products.map(({ id, network }) => [id, network]));
  return new Map(
    [...own.values()]
      .filter(({ token }) => token !== '')
      .map((found) => [tokenKey(networkOf.get(found.productId) ?? '', found.token), found]),
  );
}

function tokenKey(network: string, token: string): string {
  return `${network.trim().toLowerCase()} ${token.trim().toLowerCase()}`;
}

/** Counted taps of each product, oldest first. */
function tapsByProduct(clicks: Click[]): Map<string, Click[]> {
  const found = new Map<string, Click[]>();
  for (const click of clicks.filter(({ counted }) => counted)) {
    const taps = found.get(click.productId);
    if (taps === undefined) found.set(click.productId, [click]);
    else taps.push(click);
  }
  for (const taps of found.values()) taps.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return found;
}

/**
 * What the ledger's rows are worth at home, for those whose rate is known and that have no home
 * amount, or one in another home currency. An amount that a person wrote gets its currency noted.
 */
export function convert(ledger: Commission[], rates: RateTable, home: string): CommissionPatch[] {
  return ledger.flatMap(({ id, commission, homeAmount, homeCurrency }): CommissionPatch[] => {
    if (homeAmount !== null && homeAmount.currency === home) {
      return homeCurrency === '' ? [{ id, set: { homeCurrency: home } }] : [];
    }
    if (commission === null) return [];
    const rate = commission.currency === home ? 1 : rates.get(commission.currency);
    if (rate === undefined) return [];
    return [{ id, set: { homeAmount: exchange(commission, rate, home), homeCurrency: home } }];
  });
}

/** Currencies in the ledger that nobody has given a rate for. */
export function currenciesWithoutRate(
  ledger: Commission[],
  rates: RateTable,
  home: string,
): string[] {
  const missing = ledger.flatMap(({ commission, homeAmount }) =>
    commission === null ||
    homeAmount?.currency === home ||
    commission.currency === home ||
    rates.has(commission.currency)
      ? []
      : [commission.currency],
  );
  return [...new Set(missing)].sort();
}
