import type { Instant } from '../calendar';
import type { RateTable } from '../money';
import type { Click, Client, Commission, Letter, Product } from '../workbook';
import { type Forecast, forecast } from './forecast/forecast';
import type { PlannedTurn } from './forecast/planned';
import { type Sale, salesOf } from './value/brought';
import {
  type NetworkWorth,
  networkWorths,
  type ProductWorth,
  productWorths,
} from './value/product-worth';
import { type SegmentWorth, segmentWorths } from './value/segment-worth';
import { saleWorths } from './value/sale-worth';
import { subscriptionsOf } from './value/subscription';
import { trialsOf } from './value/trial';

export interface WorthInput {
  clients: Client[];
  products: Product[];
  letters: Pick<Letter, 'id' | 'clientId' | 'status' | 'products' | 'sent' | 'channel'>[];
  clicks: Pick<Click, 'productId' | 'counted' | 'visits'>[];
  commissions: Commission[];
  rates: RateTable;
  /** The recommendations that letters will make. */
  planned: readonly PlannedTurn[];
}

/** What products, networks and kinds of client are worth, and what is to come. */
export interface Worth {
  products: ProductWorth[];
  networks: NetworkWorth[];
  segments: SegmentWorth[];
  sales: Sale[];
  forecast: Forecast;
}

/** All that the ledger tells of worth, in the home currency. */
export function worthOf(input: WorthInput, home: string, now: Instant): Worth {
  const { clients, products, letters, clicks, commissions, rates, planned } = input;
  const subscriptions = subscriptionsOf(commissions, products, home, now);
  const worths = saleWorths(products, commissions, subscriptions, { rates, home, now });
  const trials = trialsOf(letters, commissions, now);
  const sales = salesOf(commissions, products, subscriptions, worths, { home, now });
  const byProduct = productWorths({ products, clicks, trials, sales, worths });
  return {
    products: byProduct,
    networks: networkWorths(byProduct),
    segments: segmentWorths(clients, trials, sales),
    sales,
    forecast: forecast({
      rows: commissions,
      products,
      subscriptions,
      worths,
      trials,
      planned,
      home,
      now,
    }),
  };
}
