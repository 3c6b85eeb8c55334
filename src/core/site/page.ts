import { selectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import { textContent } from 'domutils';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { type Address, parseAddress } from '../address';
import { cut } from '../problem';

/** An image that a reader would meet, with what it says of itself. */
export interface ImageFact {
  /** The element as written, cut. */
  markup: string;
  described: boolean;
}

/** What was found on one page; audits are handed the parts they ask for. */
export interface PageFacts {
  /** Where the page was found, after redirects. */
  address: string;
  status: number;
  /** The document's title, or null where it has none. */
  title: string | null;
  /** The first description in the head, or null. */
  description: string | null;
  /** The text of each main heading. */
  mainHeadings: string[];
  images: ImageFact[];
  /** Canonical addresses as written, from head and headers. */
  canonicals: string[];
  /** Addresses that the page names as its other languages. */
  alternates: string[];
  /** The page arrives empty and a script fills it: its body could not be judged. */
  filledByScript: boolean;
}

/** Reads a page's facts from its HTML as a browser would parse it. */
export function readPage(
  address: string,
  status: number,
  headers: Record<string, string>,
  html: string,
): PageFacts {
  const document = parse(html, { treeAdapter: adapter });
  const [head] = all('head', document);
  const title = all('title', document).find((element) => !isWithin(element, 'svg'));
  const inHead = (selector: string): Element[] => (head === undefined ? [] : all(selector, head));
  const description = inHead('meta[name="description" i]')[0];
  return {
    address,
    status,
    title: title === undefined ? null : flat(textContent(title)),
    description: description === undefined ? null : flat(description.attribs.content ?? ''),
    mainHeadings: all('h1', document).map((element) => flat(textContent(element))),
    images: all('img', document)
      .filter((element) => !isHidden(element))
      .map((element) => ({ markup: markupOf(element), described: isDescribed(element) })),
    canonicals: [
      ...inHead('link[rel~="canonical" i]').map((link) => (link.attribs.href ?? '').trim()),
      ...linkHeader(headers.link ?? '', 'canonical'),
    ],
    alternates: inHead('link[rel~="alternate" i][hreflang]').map((link) =>
      (link.attribs.href ?? '').trim(),
    ),
    filledByScript: isFilledByScript(document),
  };
}

/** The parts of the page's own address. */
export function placeOf(facts: Pick<PageFacts, 'address'>): Address {
  const parsed = parseAddress(facts.address);
  if (parsed === undefined) throw new Error(`a page without an address: ${facts.address}`);
  return parsed;
}

function all(selector: string, within: Document | Element): Element[] {
  return selectAll<AnyNode, Element>(selector, within);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isWithin(element: Element, tag: string): boolean {
  let above = element.parent;
  while (above !== null) {
    if ('name' in above && above.name === tag) return true;
    above = above.parent;
  }
  return false;
}

/** Hidden from readers by its own or an ancestor's attributes; style sheets are not looked at. */
function isHidden(element: Element): boolean {
  const { attribs } = element;
  const hides =
    attribs.hidden !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '') ||
    ['template', 'noscript'].includes(element.name);
  const above = element.parent;
  if (hides) return true;
  return above !== null && 'attribs' in above && isHidden(above);
}

/** Axe's rule: any alt but one of only spaces, or a label, a title or a decorative role. */
function isDescribed({ attribs }: Element): boolean {
  const { alt, role } = attribs;
  if (role === 'none' || role === 'presentation') return true;
  if (alt !== undefined) return alt === '' || alt.trim() !== '';
  return ['aria-label', 'aria-labelledby', 'title'].some(
    (name) => (attribs[name] ?? '').trim() !== '',
  );
}

function markupOf({ name, attribs }: Element): string {
  const written = Object.entries(attribs).map(([key, value]) => ` ${key}="${value}"`);
  return cut(`<${name}${written.join('')}>`, 120);
}

function linkHeader(header: string, relation: string): string[] {
  return [...header.matchAll(/<([^>]*)>\s*;([^,]*)/g)]
    .filter(([, , rest = '']) => new RegExp(`rel="?${relation}"?`, 'i').test(rest))
    .map(([, address = '']) => address);
}

/** Next to no text to read, but scripts to run. */
function isFilledByScript(document: Document): boolean {
  const [body] = all('body', document);
  if (body === undefined) return false;
  const scripts = all('script', document).length;
  const silent = all('script, style, noscript, template', body);
  const said = flat(textContent(body)).length;
  const unsaid = silent.reduce((length, element) => length + flat(textContent(element)).length, 0);
  return scripts > 0 && said - unsaid < 50;
}
