import { quarterPlus } from '../calendar';
import {
  exchange,
  fromMajor,
  type Money,
  nothing,
  type RateTable,
  showMoney,
  sum,
  times,
} from '../money';
import type { Client, Commission, Letter, Product } from '../workbook';

/** A product chosen for a client, with the reason the freelancer sees. */
export interface Choice {
  product: Product;
  why: string;
}

/** What earlier letters and sales say, gathered once for all clients. */
export interface History {
  /** `client product` pairs that were bought. */
  bought: Set<string>;
  /** `client product` pairs that a letter of this or the last two quarters recommends. */
  recent: Set<string>;
  /** How often each product was recommended. */
  recommended: Map<string, number>;
  /** The commissions of each product that stand. */
  sold: Map<string, Commission[]>;
}

/** Until results say otherwise, a recommendation is taken to sell this often: a guess, in so many cases. */
const USUAL = { sales: 1.5, cases: 30 };
const REST_QUARTERS = 2;

/** Gathers what recommending needs from all letters and commissions. */
export function readHistory(
  letters: Pick<Letter, 'clientId' | 'period' | 'status' | 'products'>[],
  commissions: Commission[],
  quarter: string,
): History {
  const since = quarterPlus(quarter, -REST_QUARTERS);
  const history: History = {
    bought: new Set(),
    recent: new Set(),
    recommended: new Map(),
    sold: new Map(),
  };
  for (const letter of letters) {
    for (const productId of letter.products) {
      if (letter.period >= since && letter.status !== 'skipped' && letter.status !== 'failed') {
        history.recent.add(pair(letter.clientId, productId));
      }
      if (letter.status === 'sent') {
        history.recommended.set(productId, (history.recommended.get(productId) ?? 0) + 1);
      }
    }
  }
  for (const commission of commissions) {
    if (commission.status === 'reversed' || commission.productId === '') continue;
    history.bought.add(pair(commission.clientId, commission.productId));
    const sold = history.sold.get(commission.productId) ?? [];
    sold.push(commission);
    history.sold.set(commission.productId, sold);
  }
  return history;
}

/** Notes what a letter recommends that is being written, for the next letter to the same client. */
export function noteChoices(history: History, clientId: string, choices: Choice[]): void {
  for (const { product } of choices) history.recent.add(pair(clientId, product.id));
}

/**
 * Up to `count` products that fit the client, were not bought and not recommended in the last two
 * quarters, by the commission a year that can be expected of them; of different kinds where possible.
 */
export function recommend(
  client: Client,
  products: Product[],
  history: History,
  rates: RateTable,
  home: string,
  count: number,
): Choice[] {
  const candidates = products
    .filter((product) => product.active)
    .filter((product) => !history.bought.has(pair(client.id, product.id)))
    .filter((product) => !history.recent.has(pair(client.id, product.id)))
    .flatMap((product) => {
      const fit = whyItFits(client, product);
      if (fit === undefined) return [];
      const yearly = yearlyCommission(product, history, rates, home);
      const expected = times(yearly ?? nothing(home), saleRate(product.id, history));
      return [{ product, why: reason(fit, yearly, product, history), expected: expected.minor }];
    })
    .sort((a, b) => b.expected - a.expected || a.product.id.localeCompare(b.product.id));

  const chosen: typeof candidates = [];
  const isNewKind = (kind: string): boolean =>
    chosen.every(({ product }) => product.category.toLowerCase() !== kind.toLowerCase());
  for (const candidate of candidates) {
    if (chosen.length < count && isNewKind(candidate.product.category)) chosen.push(candidate);
  }
  for (const candidate of candidates) {
    if (chosen.length < count && !chosen.includes(candidate)) chosen.push(candidate);
  }
  return chosen.map(({ product, why }) => ({ product, why }));
}

/** What one sale of a product brings in its first year, at home; null where nobody can tell yet. */
export function yearlyCommission(
  product: Product,
  history: History,
  rates: RateTable,
  home: string,
): Money | null {
  const atHome = (major: number): Money | null => {
    const rate = product.currency === home ? 1 : rates.get(product.currency);
    if (rate === undefined) return null;
    return exchange(fromMajor(major, product.currency), rate, home);
  };
  if (product.pays === '' || product.amount === null) return null;
  switch (product.pays) {
    case 'once':
    case 'yearly':
      return atHome(product.amount);
    case 'monthly':
      return atHome(product.amount * Math.min(12, product.months ?? 12));
    case 'percent':
      return meanSold(history.sold.get(product.id) ?? [], home);
  }
}

/** The share of recommendations that sell, from what was sold so far and the usual guess. */
export function saleRate(productId: string, history: History): number {
  const sales = new Set((history.sold.get(productId) ?? []).map((sale) => sale.clientId)).size;
  const cases = history.recommended.get(productId) ?? 0;
  return (sales + USUAL.sales) / (Math.max(cases, sales) + USUAL.cases);
}

function meanSold(sold: Commission[], home: string): Money | null {
  const known = sold.flatMap(({ homeAmount }) =>
    homeAmount?.currency === home ? [homeAmount] : [],
  );
  return known.length === 0 ? null : times(sum(known, home), 1 / known.length);
}

/** Words of the client's that the product is good for; undefined where it does not fit. */
function whyItFits(client: Client, product: Product): string | undefined {
  const has = [...client.pastWork, ...client.needs, client.industry].filter((word) => word !== '');
  const wanted = [...product.goodFor, product.category].map((word) => word.toLowerCase());
  const shared = has.find((word) => wanted.includes(word.toLowerCase()));
  if (shared !== undefined) return `fits “${shared}”`;
  return product.goodFor.length === 0 ? 'fits anyone' : undefined;
}

function reason(fit: string, yearly: Money | null, product: Product, history: History): string {
  const cases = history.recommended.get(product.id) ?? 0;
  const sales = history.sold.get(product.id)?.length ?? 0;
  const worth =
    yearly === null
      ? 'what a sale brings is not known yet'
      : `a sale brings ${showMoney(yearly, 'en')} a year`;
  return `${fit}; ${worth}; ${sales} sold in ${cases} recommendations so far`;
}

function pair(clientId: string, productId: string): string {
  return `${clientId} ${productId}`;
}
