import { parameter, parseAddress } from '../address';
import { cut, type ProblemDetails } from '../problem';
import type { LinkWay } from '../settings';
import type { Product, RouteRow } from '../workbook';
import type { Rule } from './network';
import { knownNetwork } from './networks';

/** What a programme's terms make of its links; asked when a product is entered, a link made, a letter sent. */

/** The rule that keeps a product out of letters that travel so, or undefined. */
export function ruleAgainst(
  { network }: Pick<Product, 'network'>,
  channel: RouteRow['channel'],
): Rule | undefined {
  const forbids = knownNetwork(network)?.forbids;
  // A message on LINE goes to one person, as a mail does; whether terms see it so is unverified.
  return forbids?.links ?? (channel === '' ? undefined : forbids?.mail);
}

/** How a product's links lead: as the Settings say, or straight where its programme allows no detour. */
export function wayOf({ network }: Pick<Product, 'network'>, chosen: LinkWay): LinkWay {
  return knownNetwork(network)?.forbids?.detours === undefined ? chosen : 'straight';
}

/** A rule as a problem of a product: what is forbidden, by whom, and what to do. */
export function refusal(product: Pick<Product, 'name' | 'network'>, rule: Rule): ProblemDetails {
  return {
    code: 'policy',
    tab: 'Products',
    column: 'Network',
    value: product.network,
    sentence: `${cut(product.name)}: ${rule.says} (${rule.source}).`,
    remedy: rule.remedy,
  };
}

/** A person's mail address that an affiliate address gives away, or undefined. */
export function personIn(destination: string): string | undefined {
  const { search = '', pathname = '', hash = '' } = parseAddress(destination) ?? {};
  const said = decoded(`${pathname}${search}${hash}`);
  return /[\w.+-]+@[\w-]+(\.[\w-]+)+/.exec(said)?.[0];
}

/** The parameter of somebody's visit that an address carries, or undefined. */
export function visitIn(destination: string, landing: readonly string[]): string | undefined {
  return landing.find((name) => parameter(destination, name) !== undefined);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
