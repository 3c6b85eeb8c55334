import { type Instant } from '../../calendar';
import { pair, stands } from './trial';
import type { Commission, Product } from '../../workbook';
import { expectedPayments } from './beta-geometric';
import type { SaleWorth } from './sale-worth';
import { mostPayments, type Subscription } from './subscription';

/** What a client's purchase of a product brings, in minor units at home. */
export interface Sale {
  clientId: string;
  productId: string;
  /** Approved or paid. */
  earned: number;
  pending: number;
  /** Further payments to be expected, within five years of the first. */
  toCome: number;
}

/** Each purchase that stands, with what it brought and should still bring. */
export function salesOf(
  commissions: readonly Commission[],
  products: readonly Product[],
  subscriptions: readonly Subscription[],
  worths: ReadonlyMap<string, SaleWorth>,
  { home, now }: { home: string; now: Instant },
): Sale[] {
  const sales = new Map<string, Sale>();
  for (const row of commissions) {
    const { clientId, productId, status, homeAmount } = row;
    if (clientId === '' || productId === '' || !stands(row, now)) continue;
    const sale = sales.get(pair(row)) ?? { clientId, productId, earned: 0, pending: 0, toCome: 0 };
    sales.set(pair(row), sale);
    if (homeAmount?.currency !== home) continue;
    if (status === 'pending') sale.pending += homeAmount.minor;
    else sale.earned += homeAmount.minor;
  }
  const byId = new Map(products.map((product) => [product.id, product]));
  for (const subscription of subscriptions) {
    const sale = sales.get(pair(subscription));
    const product = byId.get(subscription.productId);
    if (sale === undefined || product === undefined) continue;
    sale.toCome = toCome(subscription, product, worths.get(product.id));
  }
  return [...sales.values()];
}

function toCome(
  { ended, complete, payments, amounts }: Subscription,
  product: Product,
  worth: SaleWorth | undefined,
): number {
  const model = worth?.lasting?.model;
  if (ended || complete || model === undefined) return 0;
  const most = mostPayments(product);
  const further = Math.max(0, expectedPayments(model, most, Math.min(payments, most)) - payments);
  return Math.round(further * (amounts[amounts.length - 1] ?? 0));
}
