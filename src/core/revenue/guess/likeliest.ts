import type { Touch } from '../../settings';
import type { Click, Commission } from '../../workbook';
import type { Earlier } from './cycles';
import { longestDelay } from './markless';
import type { SaleRates } from './rates';
import { pullAt, pullOf, type TapLine, within } from './tap-line';

/** Whose a row may be, and with what chance. */
export type Found = Pick<Commission, 'clientId' | 'letterId' | 'matchedBy' | 'chance'>;

/** Nobody is named who is less likely than this, and no guess is ever certain. */
const LEAST = 0.2;
const MOST = 0.99;
/** Of the taps before a sale, no more are looked at one by one. */
const MOST_TAPS = 100;

/** Who tapped before a sale. */
export interface Tapped {
  /** The tap that the setting credits. */
  tap: Click | undefined;
  /** How strongly its client's taps pull, and those of everybody. */
  pull: number;
  all: number;
  /** Among whom the client was taken, in words. */
  among: string;
}

/**
 * The client of the last tap, or of the first, among those who tapped within the network's days;
 * `freeOf` says how likely it is that a tap's client has not bought by another sale.
 */
export function whoTapped(
  row: Commission,
  line: TapLine | undefined,
  touch: Touch,
  freeOf: (tap: Click) => number,
): Tapped {
  const at = row.at ?? 0;
  const longest = longestDelay(row);
  if (line === undefined) return { tap: undefined, pull: 0, all: 0, among: '' };
  const { first, end } = within(line, at, longest);
  const near =
    touch === 'last'
      ? line.taps.slice(Math.max(first, end - MOST_TAPS), end).reverse()
      : line.taps.slice(first, Math.min(end, first + MOST_TAPS));
  const pulls = near.map((tap) => ({
    tap,
    pull: pullOf(tap, at, { days: line.days, longest }),
    free: freeOf(tap),
  }));
  const spent = pulls.reduce((sum, { pull, free }) => sum + pull * (1 - free), 0);
  const open = pulls.filter(({ free }) => free > 0);
  const tap = open[0]?.tap;
  const own = open.filter((one) => one.tap.clientId === tap?.clientId);
  const clients = new Set(open.map((one) => one.tap.clientId)).size;
  return {
    tap,
    pull: own.reduce((sum, { pull, free }) => sum + pull * free, 0),
    all: Math.max(0, pullAt(line, at, longest) - spent),
    among: clients === 1 ? 'only one' : `${touch} of ${clients}`,
  };
}

/** Who is likeliest: the tap's client or an earlier payment's, by what is to be expected of each. */
export function likeliest(
  row: Commission,
  tapped: Tapped,
  earlier: Earlier[],
  rates: SaleRates[],
): Found | undefined {
  const chanceOf = chancesOf(tapped, earlier, rates);
  const { tap, among } = tapped;
  const [next] = earlier
    .filter(({ payment }) => payment.clientId !== '')
    .map(({ payment }) => ({ payment, chance: chanceOf(payment.clientId) }))
    .sort((a, b) => b.chance - a.chance);
  const asTapped = tap === undefined ? 0 : chanceOf(tap.clientId);
  const chance = Math.min(MOST, Math.round(Math.max(next?.chance ?? 0, asTapped) * 100) / 100);
  if (chance < LEAST) return undefined;
  const said = `guess ${Math.round(chance * 100)} %`;
  if (next !== undefined && next.chance >= asTapped) {
    const { clientId, letterId, externalId } = next.payment;
    return { clientId, letterId, matchedBy: `${said}: renewal of ${externalId}`, chance };
  }
  if (tap === undefined) return undefined;
  const { clientId, letterId } = tap;
  const matchedBy = `${said}: ${among} who tapped within ${longestDelay(row)} days`;
  return { clientId, letterId, matchedBy, chance };
}

/** A client's part of all that was to be expected on that day, over all rates that are possible. */
function chancesOf(
  { tap, pull, all }: Tapped,
  earlier: Earlier[],
  rates: SaleRates[],
): (clientId: string) => number {
  const renewals = earlier.reduce((sum, { perDay }) => sum + perDay, 0);
  return (clientId) => {
    const asNext = earlier
      .filter(({ payment }) => payment.clientId === clientId)
      .reduce((sum, { payment, perDay }) => sum + perDay * (payment.chance ?? 1), 0);
    const own = tap?.clientId === clientId ? pull : 0;
    return rates.reduce(
      (sum, { likely, perTap, elsewhere }) =>
        sum + (likely * (perTap * own + asNext)) / (perTap * all + renewals + elsewhere),
      0,
    );
  };
}
