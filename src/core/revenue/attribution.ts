import type { OwnAddress, OwnAddresses } from '../referrals/own-address';
import { readSubId } from '../referrals/sub-id';
import type { Patch } from '../schema/writing';
import type { Touch } from '../settings';
import type { Click, Commission, commissions, Link, Product } from '../workbook';
import { guesser, isGuess } from './guess/guess';
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
 * mark came back, by who tapped before it, which is marked as a guess with its chance. What a person
 * filled in stays, and is marked so; guesses are made anew with all that is known by now.
 */
export function attribute(ledger: Commission[], traces: Traces): CommissionPatch[] {
  const certain = exactFinder(traces);
  const productOf = productFinder(traces.products);
  const reader = new Map(traces.links.map(({ letterId, clientId }) => [letterId, clientId]));
  const settled = ledger.map((row): Commission => {
    const isSure = row.matchedBy !== '' && !isGuess(row) && row.chance === null;
    if (isSure) return row;
    if (isByHand(row, reader)) return { ...row, matchedBy: 'hand', chance: null };
    const exact = certain(row);
    if (exact !== undefined) return { ...row, ...exact, chance: null };
    // A guess that a person has had a hand in stays; the others are made anew by what is known now.
    if (row.matchedBy !== '' && reader.get(row.letterId) !== row.clientId) return row;
    return { ...row, ...UNKNOWN, productId: row.productId || productOf(row) };
  });
  const renewed = renewalFinder(settled);
  const guess = guesser(settled, traces);
  const inOrder = settled.map((row, place) => ({ row, place }));
  inOrder.sort((a, b) => (a.row.at ?? 0) - (b.row.at ?? 0));
  for (const { row, place } of inOrder) {
    const whose = row.matchedBy === '' ? (renewed.of(row) ?? guess.of(row)) : undefined;
    const now = { ...row, ...whose };
    renewed.note(now);
    guess.note(now);
    settled[place] = now;
  }
  return ledger.flatMap((row, place) => patchOf(row, settled[place] ?? row));
}

/** Before anybody is found. */
const UNKNOWN = { clientId: '', letterId: '', matchedBy: '', chance: null };

const FOUND = ['clientId', 'productId', 'letterId', 'matchedBy', 'chance'] as const;

function patchOf(row: Commission, now: Commission): CommissionPatch[] {
  const changed = FOUND.filter((name) => row[name] !== now[name]);
  if (changed.length === 0) return [];
  return [{ id: row.id, set: Object.fromEntries(changed.map((name) => [name, now[name]])) }];
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
