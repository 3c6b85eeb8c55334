import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../src/core/calendar';
import { ALPHABET } from '../../src/core/identity';
import { fromMajor, type Money, times } from '../../src/core/money';
import type { Click, Link, Product } from '../../src/core/workbook';
import { type Chance, chance } from '../random';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** A payment that the network reports. */
export interface Action {
  actionId: string;
  campaignId: string;
  campaign: string;
  tracker: 'Online Sale' | 'Renewal';
  subId: string;
  at: Instant;
  sale: Money;
  payout: Money;
}

/** A payment that a link of ours earned, and whose it is. */
export interface OwnAction extends Action {
  code: string;
  visit: string;
  clientId: string;
  productId: string;
  letterId: string;
}

/** A visit in which a person went on to the product. */
export interface Tap extends Click {
  at: Instant;
}

/**
 * What a tap leads to, if it leads to a sale: one payment, or one for each month or year that the
 * product pays, up to the end.
 */
export function ownActions(
  { code, clientId, productId, letterId }: Link,
  { at: tappedAt, visit }: Tap,
  product: Product,
  seed: string,
  until: Instant,
): OwnAction[] {
  const draw = chance(seed, 'sale', code);
  const soldAt = wholeSeconds(tappedAt + draw.whole(HOUR / 2, 9 * DAY));
  const paid = amountsOf(product, draw);
  if (paid === undefined) return [];
  const campaignId = String(chance(seed, 'campaign', productId).whole(10_000, 99_999));
  return paymentDays(product, soldAt, until).map((at, nth) => ({
    actionId: `${campaignId}.${1001 + nth}.${numberOf(seed, code, nth)}`,
    campaignId,
    campaign: product.name,
    tracker: nth === 0 ? 'Online Sale' : 'Renewal',
    subId: code + visit,
    at,
    ...paid,
    code,
    visit,
    clientId,
    productId,
    letterId,
  }));
}

/** A few payments that came through somebody else's links, in the days after the first tap. */
export function foreignActions(seed: string, currency: string, firstTap: Instant): Action[] {
  const draw = chance(seed, 'foreign');
  // Spelled like one of ours, but no link of ours.
  const lookalike = Array.from({ length: 13 }, () => draw.pick(Array.from(ALPHABET))).join('');
  return ['spring-mail', '', lookalike].map((subId, nth) => {
    const sale = fromMajor(draw.whole(20, 200), currency);
    return {
      actionId: `4711.1001.${numberOf(seed, 'foreign', nth)}`,
      campaignId: '4711',
      campaign: 'Elsewhere & Sons',
      tracker: 'Online Sale',
      subId,
      at: wholeSeconds(firstTap + draw.whole(HOUR, 3 * DAY)),
      sale,
      payout: times(sale, draw.whole(5, 40) / 100),
    };
  });
}

/** What the customer pays and what we get each time; undefined where the product does not say. */
function amountsOf(
  { pays, amount, currency }: Product,
  draw: Chance,
): { sale: Money; payout: Money } | undefined {
  if (pays === '' || amount === null) return undefined;
  if (pays === 'percent') {
    const sale = fromMajor(draw.whole(20, 200), currency);
    return { sale, payout: times(sale, amount / 100) };
  }
  const payout = fromMajor(amount, currency);
  return { sale: times(payout, draw.pick([3.5, 4, 5, 6.25])), payout };
}

/** When a product that was sold pays, up to the end. */
function paymentDays({ pays, months }: Product, soldAt: Instant, until: Instant): Instant[] {
  const step = pays === 'monthly' ? 1 : pays === 'yearly' ? 12 : Infinity;
  const most = pays === 'monthly' ? (months ?? Infinity) : Infinity;
  const days: Instant[] = [];
  for (let nth = 0, at = soldAt; nth < most && at <= until; nth++) {
    days.push(at);
    if (step === Infinity) break;
    at = monthsLater(soldAt, (nth + 1) * step);
  }
  return days;
}

function monthsLater(at: Instant, months: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').add({ months })
    .epochMilliseconds;
}

/** The last part of an action's number: the same for the same payment in every report. */
function numberOf(seed: string, ...payment: (string | number)[]): number {
  return chance(seed, 'action', ...payment).whole(100_000_000, 999_999_999);
}

function wholeSeconds(at: Instant): Instant {
  return Math.ceil(at / SECOND) * SECOND;
}
