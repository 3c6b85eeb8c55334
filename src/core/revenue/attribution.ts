import type { OwnAddress, OwnAddresses } from '../referrals/own-address';
import { readSubId } from '../referrals/sub-id';
import type { Patch } from '../schema/writing';
import type { Touch } from '../settings';
import type { Click, Commission, commissions, Link, Product } from '../workbook';
import { guesser, isGuess } from './guess';
import { productFinder } from './programme';
import { renewalFinder } from './renewal';

type CommissionPatch = Patch<typeof commissions.columns>;
type Found = Partial<Commission>;

/** What attribution goes by, beside the ledger. */
export interface Traces {
  links: Link[];
  clicks: Click[];
  products: Product[];
  own: OwnAddresses;
  /** Which of several taps a sale is taken to come from. */
  touch: Touch;
}

/**
 * Client, product and letter of the ledger's rows that have none yet: by the sub-id that our link
 * carried, by the client's own affiliate address, by the sale that a renewal follows, or, where no
 * mark comes back, by who tapped before it, which is marked as a guess with its chance. What a person
 * filled in stays, and is marked so; a guess gives way to what is certain.
 */
export function attribute(ledger: Commission[], traces: Traces): CommissionPatch[] {
  const certain = exactFinder(traces);
  const productOf = productFinder(traces.products);
  const reader = new Map(traces.links.map(({ letterId, clientId }) => [letterId, clientId]));
  const patches = new Map<string, Found>();
  const settle = (row: Commission, set: Found): Commission => {
    const wanted = Object.entries(set).filter(
      ([name, value]) => row[name as keyof Found] !== value,
    );
    if (wanted.length > 0) {
      patches.set(row.id, { ...patches.get(row.id), ...Object.fromEntries(wanted) });
    }
    return { ...row, ...set };
  };
  const settled = ledger.map((row): Commission => {
    if (row.matchedBy !== '' && !isGuess(row)) return row;
    if (isByHand(row, reader)) return settle(row, { matchedBy: 'hand', chance: null });
    const exact = certain(row);
    if (exact !== undefined) return settle(row, { ...exact, chance: null });
    return row.productId === '' ? settle(row, { productId: productOf(row) }) : row;
  });
  const renewed = renewalFinder(settled);
  const inOrder = [...settled].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  for (const row of inOrder.filter(({ matchedBy }) => matchedBy === '')) {
    const first = renewed.of(row);
    if (first !== undefined) renewed.note(settle(row, first));
  }
  const open = inOrder.filter(
    ({ id, matchedBy }) => matchedBy === '' && !patches.get(id)?.matchedBy,
  );
  const guess = guesser(settled, traces);
  for (const row of open) {
    const found = guess(row);
    if (found !== undefined) settle(row, found);
  }
  return [...patches].map(([id, set]) => ({ id, set }));
}

/** A client that no guess of ours put there; `reader` says whose each letter is. */
function isByHand(row: Commission, reader: ReadonlyMap<string, string>): boolean {
  if (row.clientId === '' || row.matchedBy === '') return row.clientId !== '';
  const guessed = row.letterId === '' ? undefined : reader.get(row.letterId);
  return guessed !== undefined && guessed !== row.clientId;
}

function exactFinder({ links, products, own }: Traces): (row: Commission) => Found | undefined {
  const byCode = new Map(links.map((link) => [link.code, link]));
  const byToken = ownersByToken(products, own);
  return (row) => {
    const link = byCode.get(readSubId(row.subId)?.code ?? '');
    if (link !== undefined) {
      const { clientId, letterId } = link;
      const productId = row.productId || link.productId;
      return { clientId, productId, letterId, matchedBy: 'sub-id' };
    }
    const owner = byToken.get(tokenKey(row.network, row.subId));
    if (owner === undefined) return undefined;
    const { clientId, productId } = owner;
    return { clientId, productId, matchedBy: 'own address' };
  };
}

function ownersByToken(products: Product[], own: OwnAddresses): Map<string, OwnAddress> {
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
