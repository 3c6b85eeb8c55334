import { parseAddress, spelledParameter } from '../address';
import { cut, type ProblemDetails } from '../problem';
import type { AddressRow, Product } from '../workbook';
import { knownNetwork } from './networks';

/** A client's own affiliate address for a product, at programmes where only that tells sales apart. */
export interface OwnAddress {
  clientId: string;
  productId: string;
  address: string;
  /** The name by which the programme's reports tell it apart; blank where the network has none. */
  token: string;
}

/** By client and product. */
export type OwnAddresses = ReadonlyMap<string, OwnAddress>;

/** The Addresses tab, row by row; one that leads elsewhere than its product is left out, and told. */
export function readOwnAddresses(
  rows: AddressRow[],
  products: Product[],
): { own: OwnAddresses; problems: ProblemDetails[] } {
  const problems: ProblemDetails[] = [];
  const own = new Map<string, OwnAddress>();
  const byId = new Map(products.map((product) => [product.id, product]));
  for (const { clientId, productId, address } of rows) {
    const product = byId.get(productId);
    if (clientId === '' || product === undefined) continue;
    const host = parseAddress(address)?.hostname;
    if (host === undefined || host !== parseAddress(product.destination)?.hostname) {
      problems.push(elsewhere(address, product));
      continue;
    }
    const token = knownNetwork(product.network)?.token;
    const name = token === undefined ? '' : (spelledParameter(address, token.parameter) ?? '');
    own.set(keyOf(clientId, productId), { clientId, productId, address, token: name });
  }
  return { own, problems };
}

/** The client's own address for a product, or undefined. */
export function ownAddress(
  own: OwnAddresses,
  clientId: string,
  productId: string,
): OwnAddress | undefined {
  return own.get(keyOf(clientId, productId));
}

function keyOf(clientId: string, productId: string): string {
  return `${clientId} ${productId}`;
}

function elsewhere(address: string, { name, destination }: Product): ProblemDetails {
  return {
    code: 'own-address-elsewhere',
    tab: 'Addresses',
    column: 'Address',
    value: address,
    sentence: `“${cut(address)}” is not an address of ${cut(name)}, which is at ${cut(destination)}.`,
    remedy: 'Paste the address that the same programme made for this client.',
  };
}
