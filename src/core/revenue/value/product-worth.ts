import { groupedBy } from '../../group';
import { visitsIn } from '../../referrals/click';
import { type Range, wilson } from '../../statistics/interval';
import type { Click, Product } from '../../workbook';
import { survival } from './beta-geometric';
import type { Sale } from './brought';
import { kaplanMeier } from './renewals';
import type { SaleWorth } from './sale-worth';
import type { Trial } from './trial';

/** What recommending brought, of one product or of a network's; money in minor units at home. */
export interface Yield {
  /** Recommendations old enough to tell, those of them that sold, and the share with its 95 % interval. */
  recommended: number;
  bought: number;
  conversion: Range;
  taps: number;
  /** Purchases, by a recommendation or not. */
  sales: number;
  earned: number;
  pending: number;
}

export interface ProductWorth extends Yield {
  product: Product;
  worth: SaleWorth;
  /** The share of subscriptions that still pay after a year: by the model, and observed where seen. */
  afterAYear: { model: number | null; observed: number | null };
}

export interface NetworkWorth extends Yield {
  network: string;
  products: number;
}

export interface YieldInput {
  products: readonly Product[];
  clicks: readonly Pick<Click, 'productId' | 'counted' | 'visits'>[];
  trials: readonly Trial[];
  sales: readonly Sale[];
  worths: ReadonlyMap<string, SaleWorth>;
}

/** What each product is worth. */
export function productWorths(input: YieldInput): ProductWorth[] {
  const trials = groupedBy(input.trials, ({ productId }) => productId);
  const sales = groupedBy(input.sales, ({ productId }) => productId);
  const taps = countedTaps(input);
  return input.products.flatMap((product) => {
    const worth = input.worths.get(product.id);
    if (worth === undefined) return [];
    const of = yieldOf(
      trials.get(product.id) ?? [],
      sales.get(product.id) ?? [],
      taps.get(product.id) ?? 0,
    );
    return [{ product, worth, ...of, afterAYear: afterAYear(product, worth) }];
  });
}

/** What each network is worth: the sums of its products. */
export function networkWorths(products: readonly ProductWorth[]): NetworkWorth[] {
  return [...groupedBy(products, ({ product }) => product.network)].map(([network, group]) => {
    const total = (pick: (worth: ProductWorth) => number): number =>
      group.reduce((sum, worth) => sum + pick(worth), 0);
    const [recommended, bought] = [total((of) => of.recommended), total((of) => of.bought)];
    return {
      network,
      products: group.length,
      recommended,
      bought,
      conversion: wilson(bought, recommended),
      taps: total((of) => of.taps),
      sales: total((of) => of.sales),
      earned: total((of) => of.earned),
      pending: total((of) => of.pending),
    };
  });
}

function yieldOf(trials: readonly Trial[], sales: readonly Sale[], taps: number): Yield {
  const bought = trials.filter(({ sold }) => sold).length;
  return {
    recommended: trials.length,
    bought,
    conversion: wilson(bought, trials.length),
    taps,
    sales: sales.length,
    earned: sales.reduce((sum, { earned }) => sum + earned, 0),
    pending: sales.reduce((sum, { pending }) => sum + pending, 0),
  };
}

function countedTaps({ clicks }: YieldInput): Map<string, number> {
  const counted = groupedBy(
    clicks.filter((click) => click.counted),
    ({ productId }) => productId,
  );
  return new Map([...counted].map(([productId, rows]) => [productId, visitsIn(rows)]));
}

function afterAYear({ pays }: Product, { lasting }: SaleWorth): ProductWorth['afterAYear'] {
  if (lasting === undefined) return { model: null, observed: null };
  const renewals = pays === 'monthly' ? 12 : 1;
  return {
    model: survival(lasting.model, renewals + 1)[renewals] ?? null,
    observed: kaplanMeier(lasting.renewals)[renewals] ?? null,
  };
}
