import { parseAddress } from '../address';
import { mac } from '../identity';
import { cut, Problem, type ProblemDetails } from '../problem';
import type { Letter, Product, RouteRow } from '../workbook';
import { type OwnAddresses, ownAddress } from './own-address';
import type { GateRoute } from './gate';
import { networkNamed } from './networks';
import { hasCredentials } from './offer';
import { placeFor } from './place';
import { refusal } from './policy';
import { ROUTE_LENGTH, SUBID } from './sub-id';
import { withUtm } from './utm';
import { whyOf } from './why';

/** What a route is for. */
export interface Way {
  productId: string;
  occasionId: string;
  channel: RouteRow['channel'];
  /** Blank for everybody; set where the programme gives each client an address of their own. */
  clientId: string;
}

/** The way of a letter's link to a product. */
export function wayFor(
  letter: Pick<Letter, 'clientId' | 'occasionId' | 'channel'>,
  productId: string,
  own: OwnAddresses,
): Way {
  const { occasionId, channel } = letter;
  const clientId = ownAddress(own, letter.clientId, productId)?.clientId ?? '';
  return { productId, occasionId, channel, clientId };
}

/** What decides, beside a product, where a route leads. */
export interface Destinations {
  /** The template of UTM parameters; blank for none. */
  utm: string;
  own: OwnAddresses;
}

/**
 * The rows of `known` and one for each way that has none yet. A name that is taken is drawn again,
 * so a route once given never changes.
 */
export function withRoutes(known: RouteRow[], ways: Way[]): RouteRow[] {
  const all = [...known];
  const taken = new Set(known.map(({ route }) => route));
  for (const way of ways) {
    if (routeFor(all, way) !== undefined) continue;
    let route = '';
    for (let draw = 0; route === '' || taken.has(route); draw++) {
      route = mac(
        'route',
        ROUTE_LENGTH,
        way.productId,
        way.occasionId,
        way.channel,
        way.clientId,
        String(draw),
      );
    }
    taken.add(route);
    all.push({ route, ...way });
  }
  return all;
}

/** The row of a way, or undefined. */
export function routeFor(known: RouteRow[], way: Way): RouteRow | undefined {
  return known.find(
    (row) =>
      row.productId === way.productId &&
      row.occasionId === way.occasionId &&
      row.channel === way.channel &&
      row.clientId === way.clientId,
  );
}

/** What the gate must know of every route; one whose product is gone or inactive is paused. */
export function gateRoutes(
  known: RouteRow[],
  products: Product[],
  destinations: Destinations,
): GateRoute[] {
  const live = new Map(linkable(products).products.map((product) => [product.id, product]));
  return known.map((row) => {
    const { route } = row;
    const product = live.get(row.productId);
    if (product === undefined) return { route, product: '', to: '', state: 'paused' };
    const why = whyOf(product.facts);
    return {
      route,
      product: product.name,
      ...(why === '' ? {} : { why }),
      to: markedDestination(product, row, destinations),
      state: 'live',
    };
  });
}

/**
 * Where a way leads: the product's address, or the client's own, with its UTM parameters and a
 * place for the sub-id where the network has one.
 */
export function markedDestination(product: Product, way: Way, { utm, own }: Destinations): string {
  const { slot, kind } = networkNamed(product.network);
  const said = ownAddress(own, way.clientId, product.id)?.address ?? product.destination;
  const { occasionId: occasion, channel } = way;
  const { name, category } = product;
  const address = withUtm(
    safeDestination(said),
    utm,
    { occasion, channel, product: name, category },
    kind === 'merchant',
  );
  return slot === undefined ? address : placeFor(slot, address).place.put(address, SUBID);
}

/** The products that links can be made for, and a problem for each that they cannot. */
export function linkable(products: Product[]): { products: Product[]; problems: ProblemDetails[] } {
  const problems: ProblemDetails[] = [];
  const usable = products.filter((product) => {
    if (!product.active) return false;
    try {
      safeDestination(product.destination);
      const closed = networkNamed(product.network).forbids?.links;
      if (closed !== undefined) problems.push(refusal(product, closed));
      return closed === undefined;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push({
        ...error.details,
        sentence: `${cut(product.name)}: ${error.details.sentence}`,
      });
      return false;
    }
  });
  return { products: usable, problems };
}

/** An affiliate address that a stranger may be led to; throws a `Problem` for any other. */
export function safeDestination(destination: string): string {
  const address = parseAddress(destination);
  const plain = destination.trim();
  const isSafe = address?.protocol === 'https:' && !hasCredentials(plain);
  if (isSafe && !plain.includes(SUBID) && !/[\s"<>]/.test(plain)) return plain;
  throw new Problem({
    code: 'destination-unsafe',
    tab: 'Products',
    column: 'Destination',
    value: destination,
    sentence: `“${cut(destination)}” is not an address that a client can be led to.`,
    remedy: 'Paste your affiliate address whole; it should start with https://.',
  });
}
