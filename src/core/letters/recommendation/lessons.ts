import {
  DAY_MS,
  dayOf,
  type Instant,
  quarterOf,
  quarterPlus,
  quarterStart,
  startOf,
} from '../../calendar';
import type { RateTable } from '../../money';
import { type SaleWorth, saleWorths } from '../../revenue/value/sale-worth';
import { subscriptionsOf } from '../../revenue/value/subscription';
import { pair, type Trial, trialsOf } from '../../revenue/value/trial';
import { quantile } from '../../statistics/interval';
import type { Client, Commission, Letter, Product } from '../../workbook';
import { believe, noTrials, type Posterior } from '../../statistics/pooling';

/** What letters so far tell, as far as recommending looks at it. */
export type LessonLetter = Pick<
  Letter,
  'id' | 'clientId' | 'status' | 'products' | 'channel' | 'created' | 'sent'
>;

export interface LessonInput {
  products: Product[];
  clients: Iterable<Client>;
  letters: LessonLetter[];
  commissions: Commission[];
  rates: RateTable;
  home: string;
  zone: string;
  now: Instant;
}

/** A product on the shelf, with what is thought of it. */
export interface Item {
  product: Product;
  place: number;
  /** Words of clients that it is good for, in lower case. */
  goodFor: Set<string>;
  worth: SaleWorth;
  /** What a sale is taken to be worth in minor units, where nobody can tell too. */
  value: number;
  sales: number;
  cases: number;
}

/** What earlier letters and sales say, gathered once for all clients. */
export interface Lessons {
  home: string;
  shelf: Item[];
  /** Pairs of client and product that were bought. */
  bought: Set<string>;
  /** Pairs that a letter of this or the last two quarters recommends. */
  recent: Set<string>;
  /** The place of each segment. */
  segments: Map<string, number>;
  /** How often each product sold in each segment, every case whole: `sales/cases` by cell. */
  told: { sales: Float64Array; cases: Float64Array };
  posterior: Posterior;
}

const REST_QUARTERS = 2;
const YEAR = 365 * DAY_MS;
/** A case counts half after so many years: what sold once and does no longer should sink. */
const HALF_LIFE = 2;

/** Gathers what recommending needs from all letters and commissions. */
export function learn(input: LessonInput): Lessons {
  const { clients, letters, commissions, home, now } = input;
  // However a person sorts the tab, chance meets the products in the same order.
  const products = [...input.products].sort((a, b) => (a.id < b.id ? -1 : 1));
  const subscriptions = subscriptionsOf(commissions, products, home, now);
  const worths = saleWorths(products, commissions, subscriptions, input);
  const segmentOf = new Map([...clients].map((client) => [client.id, segmentName(client)]));
  const segments = new Map([...new Set(segmentOf.values())].map((name, place) => [name, place]));
  const places = new Map(products.map(({ id }, place) => [id, place]));
  const size = [Math.max(1, segments.size), products.length] as const;
  const [told, weighed] = [noTrials(...size), noTrials(...size)];
  for (const trial of trialsOf(letters, commissions, now)) {
    const place = places.get(trial.productId);
    if (place === undefined) continue;
    const segment = segments.get(segmentOf.get(trial.clientId) ?? '') ?? 0;
    const cell = segment * products.length + place;
    note(told, cell, trial, 1);
    note(weighed, cell, trial, 0.5 ** ((now - trial.sent) / YEAR / HALF_LIFE));
  }
  return {
    home,
    shelf: shelfOf(products, worths, told),
    bought: new Set(commissions.filter(({ status }) => status !== 'reversed').map(pair)),
    recent: recentPairs(letters, input),
    segments,
    told,
    posterior: believe(weighed),
  };
}

/** Notes what a letter recommends that is being written, for the next letter to the same client. */
export function noteChoices(
  lessons: Lessons,
  clientId: string,
  choices: { product: Pick<Product, 'id'> }[],
): void {
  for (const { product } of choices) lessons.recent.add(pair({ clientId, productId: product.id }));
}

/** Clients of one segment are taken to buy alike: their industry, or else what was first done for them. */
export function segmentName({ industry, pastWork }: Pick<Client, 'industry' | 'pastWork'>): string {
  return (industry.trim() || (pastWork[0] ?? '')).toLowerCase();
}

function note(
  { sales, cases }: { sales: Float64Array; cases: Float64Array },
  cell: number,
  { sold }: Trial,
  weight: number,
): void {
  cases[cell] = (cases[cell] ?? 0) + weight;
  if (sold) sales[cell] = (sales[cell] ?? 0) + weight;
}

function recentPairs(
  letters: LessonLetter[],
  { now, zone }: { now: Instant; zone: string },
): Set<string> {
  const quarter = quarterPlus(quarterOf(dayOf(now, zone)), -REST_QUARTERS);
  const since = startOf(quarterStart(quarter), zone);
  const recent = new Set<string>();
  for (const { clientId, status, products, created } of letters) {
    if (status === 'skipped' || status === 'failed' || (created ?? now) < since) continue;
    for (const productId of products) recent.add(pair({ clientId, productId }));
  }
  return recent;
}

/** A product of unknown worth is taken for the middle one of the others, so that it gets its start. */
function shelfOf(
  products: Product[],
  worths: Map<string, SaleWorth>,
  { sales, cases }: { sales: Float64Array; cases: Float64Array },
): Item[] {
  const known = [...worths.values()].flatMap(({ value }) => (value === null ? [] : [value]));
  const usual = known.length === 0 ? 1 : quantile(known, 0.5);
  const over = (cells: Float64Array, place: number): number =>
    cells.reduce((sum, value, i) => (i % products.length === place ? sum + value : sum), 0);
  return products.map((product, place) => {
    const worth = worths.get(product.id) ?? NO_WORTH;
    return {
      product,
      place,
      goodFor: new Set([...product.goodFor, product.category].map((word) => word.toLowerCase())),
      worth,
      value: worth.value ?? usual,
      sales: over(sales, place),
      cases: over(cases, place),
    };
  });
}

const NO_WORTH: SaleWorth = { value: null, range: null, payment: null, payments: 0 };
