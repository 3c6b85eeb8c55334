import type { Element } from 'domhandler';
import LinkHeader from 'http-link-header';
import { anyAddress } from '../address';
import { closest, isHtml } from './dom';

/** A meta element of the head. */
export interface MetaFact {
  /** In small letters, blank where it has none. */
  name: string;
  /** Open Graph's kind of name. */
  property: string;
  content: string;
  httpEquiv: string;
  charset: string;
}

/** A link element, or a link that the server’s header names. */
export interface LinkFact {
  /** In small letters. */
  rel: string;
  hreflang: string;
  /** In small letters, blank where it has none. */
  type: string;
  /** As written. */
  raw: string;
  /** Resolved; as written where it cannot be, blank where there is none. */
  href: string;
  from: 'head' | 'body' | 'header';
}

/** The meta elements of the head, as a browser parses it. */
export function metasIn(elements: Element[]): MetaFact[] {
  return elements
    .filter((element) => element.name === 'meta' && isHtml(element) && isInHead(element))
    .map(({ attribs }) => ({
      name: (attribs.name ?? '').toLowerCase(),
      property: attribs.property ?? '',
      content: attribs.content ?? '',
      httpEquiv: (attribs['http-equiv'] ?? '').toLowerCase(),
      charset: attribs.charset ?? '',
    }));
}

/** What an Open Graph element such as `og:image` says, blank where it is missing. */
export function openGraphIn(metas: MetaFact[], wanted: string): string {
  const named = metas.filter(
    ({ property, name }) => (property === '' ? name : property).trim().toLowerCase() === wanted,
  );
  return named.map(({ content }) => content.trim()).find((content) => content !== '') ?? '';
}

/** The links of the page, then those of its Link header. */
export function linksIn(
  elements: Element[],
  header: string,
  { address, base }: { address: string; base: string },
): LinkFact[] {
  const inPage = elements
    .filter((element) => element.name === 'link' && isHtml(element))
    .map((element): LinkFact => {
      const { rel = '', hreflang = '', type = '', href = '' } = element.attribs;
      return {
        rel: rel.toLowerCase(),
        hreflang,
        type: type.trim().toLowerCase(),
        raw: href,
        href: resolved(href, base),
        from: isInHead(element) ? 'head' : 'body',
      };
    });
  return [...inPage, ...header.split('\n').flatMap((value) => linksOfHeader(value, address))];
}

/** The address that something is written for; as written where it is none, blank where it is blank. */
export function resolved(said: string, base: string): string {
  return said === '' ? '' : (anyAddress(said, base)?.href ?? said);
}

function isInHead(element: Element): boolean {
  return closest(element, ({ name }) => name === 'head') !== undefined;
}

function linksOfHeader(value: string, address: string): LinkFact[] {
  try {
    return LinkHeader.parse(value).refs.map(({ uri, rel, hreflang, type }) => ({
      rel: rel.toLowerCase(),
      hreflang: hreflang ?? '',
      type: type?.toLowerCase() ?? '',
      raw: uri,
      href: anyAddress(uri, address)?.href ?? '',
      from: 'header',
    }));
  } catch {
    // A header that cannot be read names nothing.
    return [];
  }
}
