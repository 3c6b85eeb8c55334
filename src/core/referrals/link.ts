import type { Instant } from '../calendar';
import { mac } from '../identity';
import type { LinkWay } from '../settings';
import type { Letter, Link, RouteRow } from '../workbook';
import { CODE_LENGTH, ROUTE_LENGTH, SUBID, subIdOf } from './sub-id';

/**
 * The link of a letter for one product: the one that exists, or a new one whose serial is drawn
 * from letter and product, again where the code is taken.
 */
export function linkFor(
  letter: Pick<Letter, 'id' | 'clientId' | 'channel'>,
  productId: string,
  route: RouteRow,
  known: Map<string, Link>,
  key: string,
  now: Instant,
): Link {
  for (let draw = 0; ; draw++) {
    const serial = mac(key, CODE_LENGTH - ROUTE_LENGTH, letter.id, productId, String(draw));
    const code = route.route + serial;
    const there = known.get(code);
    if (there === undefined) {
      return {
        code,
        clientId: letter.clientId,
        productId,
        letterId: letter.id,
        channel: letter.channel,
        created: now,
        short: '',
        taps: 0,
        earned: null,
      };
    }
    if (there.letterId === letter.id && there.productId === productId) return there;
  }
}

/** Where a letter's link points: the gate's page for the code, or straight to the marked address. */
export function addressOf(
  code: string,
  way: LinkWay,
  gateAddress: string,
  markedDestination: string,
): string {
  if (way === 'straight') return markedDestination.replace(SUBID, subIdOf(code));
  return `${gateAddress}?l=${code}`;
}
