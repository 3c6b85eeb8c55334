import { DAY_MS, type Instant } from '../../calendar';
import { groupedBy } from '../../group';
import { exchange, fromMajor, type Money, type RateTable } from '../../money';
import { chanceFrom } from '../../statistics/chance';
import { middle80, type Range } from '../../statistics/interval';
import type { Product } from '../../workbook';
import {
  type BetaGeometric,
  type ChurnPrior,
  expectedPayments,
  fit,
  MONTHLY_PRIOR,
  YEARLY_PRIOR,
} from './beta-geometric';
import { type Renewals, renewalsOf } from './renewals';
import { mostPayments, type PaidRow, periodOf, type Subscription } from './subscription';
import { likelyModels } from './uncertainty';

/** What one sale of a product brings, in minor units at home. */
export interface SaleWorth {
  /** In all that it pays, five years at most; null where nobody can tell yet. */
  value: number | null;
  /** Where that most likely lies (80 %), and what it rests on. */
  range: Range | null;
  /** One payment. */
  payment: number | null;
  /** Payments of the last year, or of all time where the last year had none. */
  payments: number;
  /** Only where it pays again and again. */
  lasting?: Lasting;
}

export interface Lasting {
  model: BetaGeometric;
  renewals: Renewals;
  subscriptions: number;
  going: number;
  /** How many payments a sale brings. */
  expected: number;
}

/** Fewer subscriptions than these are shown as a range alone. */
export const FEW_SUBSCRIPTIONS = 10;
/** In how many payments the amount of the Products tab is believed. */
const DECLARED_CASES = 2;
const YEAR = 365 * DAY_MS;
const MODELS = 200;
/** The normal distribution's point that leaves 10 % above it. */
const Z_80 = 1.2815515655446004;

type Offer = Pick<Product, 'id' | 'pays' | 'amount' | 'currency' | 'months'>;

/** What a sale of each product is worth, by its id: from what was paid, and from what its row promises. */
export function saleWorths(
  products: readonly Offer[],
  rows: readonly PaidRow[],
  subscriptions: readonly Subscription[],
  context: { rates: RateTable; home: string; now: Instant },
): Map<string, SaleWorth> {
  const paid = groupedBy(rows, ({ productId }) => productId);
  const lasting = groupedBy(subscriptions, ({ productId }) => productId);
  return new Map(
    products.map((product) => {
      const amounts = recentAmounts(product, paid.get(product.id) ?? [], context);
      const promised = promise(product, context.rates, context.home)?.minor;
      const payment = blend(promised, amounts);
      return [product.id, worth(product, payment, amounts, lasting.get(product.id) ?? [])];
    }),
  );
}

function worth(
  product: Offer,
  payment: number | null,
  amounts: number[],
  subscriptions: Subscription[],
): SaleWorth {
  const base = { payment, payments: amounts.length };
  if (periodOf(product) === undefined) {
    return { ...base, value: payment, range: spread(payment, amounts) };
  }
  const prior = priorOf(product);
  const renewals = renewalsOf(subscriptions);
  const model = fit(renewals, prior);
  const most = mostPayments(product);
  const expected = expectedPayments(model, most);
  const drawn = likelyModels(renewals, prior, MODELS, chanceFrom('worth', product.id)).map(
    (likely) => expectedPayments(likely, most),
  );
  const { low, high } = middle80(drawn);
  return {
    ...base,
    value: payment === null ? null : payment * expected,
    range:
      payment === null
        ? null
        : { low: payment * Math.min(low, expected), high: payment * Math.max(high, expected) },
    lasting: {
      model,
      renewals,
      subscriptions: subscriptions.length,
      going: subscriptions.filter(({ ended, complete }) => !ended && !complete).length,
      expected,
    },
  };
}

/** What is thought of a product's clients leaving before any did. */
export function priorOf({ pays }: Pick<Product, 'pays'>): ChurnPrior {
  return pays === 'yearly' ? YEARLY_PRIOR : MONTHLY_PRIOR;
}

/** What a product's row promises for one payment, at home; undefined where it does not say. */
function promise(
  { pays, amount, currency }: Offer,
  rates: RateTable,
  home: string,
): Money | undefined {
  if (amount === null || pays === '' || pays === 'percent') return undefined;
  const rate = currency === home ? 1 : rates.get(currency);
  return rate === undefined ? undefined : exchange(fromMajor(amount, currency), rate, home);
}

/** Payments of the last year at home; of a percentage, what each client brought in all. */
function recentAmounts(
  { pays }: Offer,
  rows: PaidRow[],
  { home, now }: { home: string; now: Instant },
): number[] {
  const standing = rows.flatMap(({ clientId, at, status, homeAmount }) =>
    at === null || status === 'reversed' || homeAmount?.currency !== home
      ? []
      : [{ clientId, at, minor: homeAmount.minor }],
  );
  const recent = standing.filter(({ at }) => now - at <= YEAR);
  const counted = recent.length > 0 ? recent : standing;
  if (pays !== 'percent') return counted.map(({ minor }) => minor);
  const byClient = groupedBy(counted, ({ clientId }) => clientId);
  return [...byClient.values()].map((all) => all.reduce((sum, { minor }) => sum + minor, 0));
}

function blend(promised: number | undefined, amounts: number[]): number | null {
  const paid = amounts.reduce((sum, minor) => sum + minor, 0);
  if (promised !== undefined) {
    return (promised * DECLARED_CASES + paid) / (DECLARED_CASES + amounts.length);
  }
  return amounts.length === 0 ? null : paid / amounts.length;
}

/** Where the mean of single payments most likely lies; null of fewer than two. */
function spread(mean: number | null, amounts: number[]): Range | null {
  if (mean === null || amounts.length < 2) return null;
  const squares = amounts.reduce((sum, minor) => sum + (minor - mean) ** 2, 0);
  const half = Z_80 * Math.sqrt(squares / (amounts.length - 1) / amounts.length);
  return { low: Math.max(0, mean - half), high: mean + half };
}
