import CoreUrl from 'core-js-pure/actual/url';

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
  const url = tryUrl(said.trim(), base);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
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
 * that a placeholder survives. What else the query holds keeps its place and spelling.
 */
export function withParameter(address: string, name: string, value: string): string {
  const [beforeHash = '', ...hash] = address.split('#');
  const [path = '', ...query] = beforeHash.split('?');
  const others = query
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && pair.split('=')[0] !== name);
  const fragment = hash.length === 0 ? '' : `#${hash.join('#')}`;
  return `${path}?${[...others, `${name}=${value}`].join('&')}${fragment}`;
}

function tryUrl(said: string, base?: string): CoreUrl | undefined {
  try {
    return new CoreUrl(said, base);
  } catch {
    return undefined;
  }
}
