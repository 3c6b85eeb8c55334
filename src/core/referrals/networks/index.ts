import { cut, Problem } from '../../problem';
import type { Network } from '../network';
import { awin } from './awin';
import { direct } from './direct';
import { impact } from './impact';
import { partnerstack } from './partnerstack';

/** In the order in which they are offered and asked whether an address is theirs. */
export const NETWORKS: readonly Network[] = [impact, partnerstack, awin, direct];

/** The network that a Products row names; throws a `Problem` for one that is not known. */
export function networkNamed(name: string): Network {
  const found = NETWORKS.find(({ title }) => title.toLowerCase() === name.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new Problem({
    code: 'network-unknown',
    tab: 'Products',
    column: 'Network',
    value: name,
    sentence: `“${cut(name)}” is not a network that Perennial knows.`,
    remedy: `Pick one of: ${NETWORKS.map(({ title }) => title).join(', ')}.`,
  });
}

/** The network whose address this is, or undefined. */
export function networkOf(destination: string): Network | undefined {
  return NETWORKS.find((network) => network.recognises(destination.trim()));
}
