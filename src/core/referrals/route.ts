import { parseAddress } from '../address';
import { mac } from '../identity';
import { cut, Problem, type ProblemDetails } from '../problem';
import type { Product, RouteRow } from '../workbook';
import type { GateRoute } from './gate';
import { networkNamed, networkOf } from './networks';
import { ROUTE_LENGTH, SUBID } from './sub-id';

/** What a route is for. */
export interface Way {
  productId: string;
  occasionId: string;
  channel: RouteRow['channel'];
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
      route = mac('route', ROUTE_LENGTH, way.productId, way.occasionId, way.channel, String(draw));
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
      row.channel === way.channel,
  );
}

/** What the gate must know of every route; one whose product is gone or inactive is paused. */
export function gateRoutes(known: RouteRow[], products: Product[]): GateRoute[] {
  const live = new Map(linkable(products).products.map((product) => [product.id, product]));
  return known.map(({ route, productId }) => {
    const product = live.get(productId);
    return product === undefined
      ? { route, product: '', to: '', state: 'paused' }
      : { route, product: product.name, to: markedDestination(product), state: 'live' };
  });
}

/** The product's address with a place for the sub-id, where its network has one. */
export function markedDestination(product: Product): string {
  const network = networkNamed(product.network);
  const address = safeDestination(product.destination);
  return network.mark?.(address, SUBID) ?? address;
}

/** The products that links can be made for, and a problem for each that they cannot. */
export function linkable(products: Product[]): { products: Product[]; problems: ProblemDetails[] } {
  const problems: ProblemDetails[] = [];
  const usable = products.filter((product) => {
    if (!product.active) return false;
    try {
      markedDestination(product);
      return true;
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

/** What the Check column says about a product's address. */
export function checkProduct(product: Product): string {
  const network = networkNamed(product.network);
  safeDestination(product.destination);
  const looksLike = networkOf(product.destination);
  if (looksLike !== undefined && looksLike !== network) {
    return `This looks like an address of ${looksLike.title}, not ${network.title}. Pick ${looksLike.title} if so, or sales will not find their client.`;
  }
  if (looksLike === undefined && network.mark !== undefined) {
    return `${network.title} does not usually give out addresses like this one. Where it is one all the same, on a brand’s own domain, each sale should come back with our mark; make sure of it with the first.`;
  }
  return network.promise;
}

/** An affiliate address that a stranger may be led to; throws a `Problem` for any other. */
function safeDestination(destination: string): string {
  const address = parseAddress(destination);
  if (address?.protocol === 'https:' && !destination.includes(SUBID)) return destination.trim();
  throw new Problem({
    code: 'destination-unsafe',
    tab: 'Products',
    column: 'Destination',
    value: destination,
    sentence: `“${cut(destination)}” is not an address that a client can be led to.`,
    remedy: 'Paste your affiliate address whole; it should start with https://.',
  });
}
