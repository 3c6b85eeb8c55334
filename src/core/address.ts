import CoreUrl from 'core-js-pure/actual/url/index.js';

/** The parts of a web address, as browsers read them. */
export interface Address {
  href: string;
  protocol: string;
  host: string;
  hostname: string;
  pathname: string;
  search: string;
  hash: string;
}

/** The parts of an http or https address, or undefined where it is none. */
export function parseAddress(said: string, base?: string): Address | undefined {
  const address = anyAddress(said.trim(), base);
  return address !== undefined && /^https?:$/.test(address.protocol) ? address : undefined;
}

/** The parts of an address of any scheme, such as mailto:, or undefined where it is none. */
export function anyAddress(said: string, base?: string): Address | undefined {
  const url = tryUrl(said, base);
  if (url === undefined) return undefined;
  const { href, protocol, host, hostname, pathname, search, hash } = url;
  return { href, protocol, host, hostname, pathname, search, hash };
}

/** A Website cell's host, without www. */
export function hostOf(website: string): string {
  const said = website.trim();
  if (said === '') return '';
  const address = parseAddress(/^https?:\/\//i.test(said) ? said : `https://${said}`);
  return address?.hostname.replace(/^www\./, '') ?? '';
}

/** The value of a query parameter, or undefined. */
export function parameter(address: string, name: string): string | undefined {
  return tryUrl(address)?.searchParams.get(name) ?? undefined;
}

/**
 * The address with a query parameter set to `value`, word for word: the value is not encoded, so
 * that a placeholder survives. What else the query holds keeps its place and spelling. The
 * parameter stands last, or directly before `before` where the address has that.
 */
export function withParameter(
  address: string,
  name: string,
  value: string,
  before?: string,
): string {
  const { path, pairs, hash } = split(address);
  const others = pairs.filter((pair) => nameOf(pair) !== name);
  const at = others.findIndex((pair) => nameOf(pair) === before);
  others.splice(at < 0 ? others.length : at, 0, `${name}=${value}`);
  return `${path}?${others.join('&')}${hash}`;
}

/** The address without a query parameter. */
export function withoutParameter(address: string, name: string): string {
  const { path, pairs, hash } = split(address);
  const others = pairs.filter((pair) => nameOf(pair) !== name);
  return `${path}${others.length === 0 ? '' : '?'}${others.join('&')}${hash}`;
}

/** A query parameter as it is spelled in the address, not decoded; undefined where there is none. */
export function spelledParameter(address: string, name: string): string | undefined {
  const pair = split(address).pairs.find((said) => nameOf(said) === name);
  return pair?.slice(name.length + 1);
}

/** The address with a parameter's value exchanged where it stands. */
export function exchangeParameter(address: string, name: string, value: string): string {
  const { path, pairs, hash } = split(address);
  const exchanged = pairs.map((pair) => (nameOf(pair) === name ? `${name}=${value}` : pair));
  return `${path}?${exchanged.join('&')}${hash}`;
}

function split(address: string): { path: string; pairs: string[]; hash: string } {
  const hashAt = address.indexOf('#');
  const beforeHash = hashAt < 0 ? address : address.slice(0, hashAt);
  const [path = '', ...query] = beforeHash.split('?');
  const pairs = query
    .join('?')
    .split('&')
    .filter((pair) => pair !== '');
  return { path, pairs, hash: hashAt < 0 ? '' : address.slice(hashAt) };
}

const nameOf = (pair: string): string => pair.split('=')[0] ?? '';

function tryUrl(said: string, base?: string): CoreUrl | undefined {
  try {
    return new CoreUrl(said, base);
  } catch {
    return undefined;
  }
}
