import { knownNetwork } from '../../referrals/networks';
import type { Commission } from '../../workbook';

/** Days after a tap in which a sale may be its, where the network says nothing else. */
export const USUAL_DAYS = 30;

/** What tells whether a row has a mark. */
export const MARK_COLUMNS = ['id', 'network', 'at', 'productId', 'subId', 'source'] as const;

/** Whether a client may be looked for although no mark came back. */
export function isMarkless(row: Pick<Commission, (typeof MARK_COLUMNS)[number]>): boolean {
  const network = knownNetwork(row.network);
  const isKnown = row.at !== null && row.productId !== '' && network !== undefined;
  // Whoever writes a row by hand knows whose it is, or has its mark.
  return isKnown && row.subId === '' && (network.slot === undefined || row.source !== '');
}

/** The report that a row is from, whatever its files are called. */
export function titleOf({ network, source }: Commission): string {
  return `${network.toLowerCase()} ${source.split(':')[0] ?? ''}`;
}

/** The product of a report that a row is about: those sell alike. */
export function groupOf(row: Commission): string {
  return JSON.stringify([titleOf(row), row.productId]);
}

/** Days after a tap in which the network counts a sale as its. */
export function longestDelay({ network }: Pick<Commission, 'network'>): number {
  return knownNetwork(network)?.token?.days ?? USUAL_DAYS;
}
