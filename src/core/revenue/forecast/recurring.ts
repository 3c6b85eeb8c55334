import type { Instant } from '../../calendar';
import type { Chance } from '../../statistics/chance';
import { drawCount } from '../../statistics/draws';
import type { Product } from '../../workbook';
import { type BetaGeometric, retention } from '../value/beta-geometric';
import { priorOf, type SaleWorth } from '../value/sale-worth';
import { mostPayments, periodOf, type Subscription } from '../value/subscription';
import { likelyModels } from '../value/uncertainty';
import { drawLag, type Inflow, MONTH_MS } from './inflow';

/** Subscriptions of one product that have paid equally often and are due about the same day. */
export interface Cohort {
  productId: string;
  count: number;
  /** Payments made so far. */
  payments: number;
  /** The most payments there will be. */
  most: number;
  /** Months from now to the next payment, and between two. */
  due: number;
  every: number;
  /** One payment in minor units. */
  amount: number;
  /** How long payments take to become cash, in ms. */
  lags: readonly number[];
}

const LAST_PAYMENTS = 3;
/** Due days are told apart by so many parts of a month: in which month money comes hangs on the day. */
const PARTS = 8;

/** How clients of each product may turn out to stay, one model for each future. */
export type Models = ReadonlyMap<string, BetaGeometric[]>;

export function modelsOf(
  products: readonly Product[],
  worths: ReadonlyMap<string, SaleWorth>,
  futures: number,
  chance: Chance,
): Models {
  const models = new Map<string, BetaGeometric[]>();
  for (const product of products) {
    const lasting = worths.get(product.id)?.lasting;
    if (lasting === undefined) continue;
    models.set(product.id, likelyModels(lasting.renewals, priorOf(product), futures, chance));
  }
  return models;
}

/** The subscriptions that go on, in cohorts. */
export function cohortsOf(
  input: { subscriptions: readonly Subscription[]; products: readonly Product[]; now: Instant },
  { lags }: Inflow,
): Cohort[] {
  const products = new Map(input.products.map((product) => [product.id, product]));
  const cohorts = new Map<string, Cohort>();
  for (const { productId, ended, complete, payments, due, amounts } of input.subscriptions) {
    const product = products.get(productId);
    if (ended || complete || product === undefined || periodOf(product) === undefined) continue;
    const ahead = Math.floor(Math.max(0, (due - input.now) / MONTH_MS) * PARTS) / PARTS;
    const last = amounts.slice(-LAST_PAYMENTS);
    const amount = last.reduce((sum, minor) => sum + minor, 0) / last.length;
    const key = `${productId} ${payments} ${ahead}`;
    const known = cohorts.get(key);
    if (known !== undefined) {
      known.amount = (known.amount * known.count + amount) / (known.count + 1);
      known.count++;
      continue;
    }
    const most = product.months === null ? Infinity : mostPayments(product);
    const every = product.pays === 'yearly' ? 12 : 1;
    cohorts.set(key, {
      productId,
      count: 1,
      payments,
      most,
      due: ahead + 0.5 / PARTS,
      every,
      amount,
      lags: lags(productId),
    });
  }
  return [...cohorts.values()];
}

/** What cohorts pay in each of so many months, in one future in which a share of payments is kept. */
export function simulateRecurring(
  cohorts: readonly Cohort[],
  models: Models,
  { nth, kept, months }: { nth: number; kept: number; months: number },
  chance: Chance,
): number[] {
  const cash = Array<number>(months).fill(0);
  for (const cohort of cohorts) {
    const model = models.get(cohort.productId)?.[nth];
    if (model !== undefined) payOn(cash, cohort, model, kept, chance);
  }
  return cash;
}

/** Adds a cohort's further payments to the months, as long as there are clients left. */
export function payOn(
  cash: number[],
  cohort: Cohort,
  model: BetaGeometric,
  kept: number,
  chance: Chance,
): void {
  let { count, payments } = cohort;
  const late = drawLag(cohort.lags, 0, chance) / MONTH_MS;
  for (let due = cohort.due; due + late < cash.length; due += cohort.every) {
    if (count === 0 || payments >= cohort.most) return;
    const month = Math.floor(due + late);
    count = drawCount(count, retention(model, payments - 1), chance);
    payments++;
    cash[month] = (cash[month] ?? 0) + drawCount(count, kept, chance) * cohort.amount;
  }
}
