import type { Element } from 'domhandler';
import { type Address, anyAddress, parseAddress } from '../address';
import type { Instant } from '../calendar';
import { type AnchorFact, anchorsIn } from './anchors';
import { copyrightYear } from './copyright';
import { elementsOf, flat, isHtml, markupOf, parseHtml, textOf } from './dom';
import { type LinkFact, linksIn, type MetaFact, metasIn } from './head';
import { type ImageFact, imagesIn } from './images';
import { innerText } from './inner-text';
import { readStyles, type Styles } from './styles';

/** A page as it came. */
export interface Page {
  /** Where it was found, after redirects. */
  address: string;
  /** The addresses that led there, in order; empty where the first one answered. */
  through: string[];
  status: number;
  /** Names in small letters; a header that came more than once has a line for each. */
  headers: Record<string, string>;
  html: string;
  /** When it was looked at. */
  at: Instant;
}

/** What was found on one page; audits are handed the parts they ask for. */
export interface PageFacts extends Pick<Page, 'address' | 'through' | 'status' | 'at'> {
  /** X-Robots-Tag, a line for each time it was sent. */
  robotsHeader: string;
  contentType: string;
  /** The first characters of the page, in which a browser looks for its charset. */
  start: string;
  /** Bytes of the HTML, in UTF-8. */
  weight: number;
  /** The document's title, or null where it has none. */
  title: string | null;
  /** What the html element says of its language. */
  language: string;
  metas: MetaFact[];
  links: LinkFact[];
  headings: HeadingFact[];
  images: ImageFact[];
  anchors: AnchorFact[];
  /** What the page loads: pictures, scripts, styles, frames. */
  resources: { markup: string; address: string }[];
  /** The texts of its structured data, unparsed. */
  structuredData: string[];
  /** What its style elements and style attributes say. */
  css: string[];
  /** The latest year of its copyright line, or null where it names none. */
  copyrightYear: number | null;
  /** Words that a reader sees; two Chinese or Japanese characters count as one. */
  words: number;
  /** The page arrives empty and a script fills it: its body cannot be judged. */
  filledByScript: boolean;
}

/** A heading that readers see. */
export interface HeadingFact {
  level: number;
  text: string;
  markup: string;
}

/** Reads a page's facts from its HTML as a browser would parse it. */
export function readPage({ headers, html, ...page }: Page): PageFacts {
  const document = parseHtml(html);
  const elements = elementsOf(document);
  const styles = readStyles(elements);
  const { address } = page;
  const place = { address, base: baseOf(elements, address) };
  const title = elements.find((element) => element.name === 'title' && isHtml(element));
  const body = elements.find(({ name }) => name === 'body');
  const said = body === undefined ? '' : innerText(body, styles);
  return {
    ...page,
    robotsHeader: headers['x-robots-tag'] ?? '',
    contentType: headers['content-type'] ?? '',
    start: html.slice(0, 1024),
    weight: bytesOf(html),
    title: title === undefined ? null : flat(textOf(title)),
    language: elements.find(({ name }) => name === 'html')?.attribs.lang?.trim() ?? '',
    metas: metasIn(elements),
    links: linksIn(elements, headers.link ?? '', place),
    headings: headingsIn(elements, styles),
    images: imagesIn(elements, styles),
    anchors: anchorsIn(elements, styles, place),
    resources: resourcesIn(elements, place.base),
    structuredData: elements.filter(isStructuredData).map(textOf),
    css: cssIn(elements),
    copyrightYear: copyrightYear(elements, said),
    words: wordsIn(said),
    filledByScript: body !== undefined && isFilledByScript(elements, flat(said).length),
  };
}

/** The parts of the page's own address. */
export function placeOf(facts: Pick<PageFacts, 'address'>): Address {
  const parsed = parseAddress(facts.address);
  if (parsed === undefined) throw new Error(`a page without an address: ${facts.address}`);
  return parsed;
}

/** What addresses on the page are relative to. */
function baseOf(elements: Element[], address: string): string {
  const said = elements.find(({ name, attribs }) => name === 'base' && attribs.href !== undefined)
    ?.attribs.href;
  const base = said === undefined ? undefined : anyAddress(said, address);
  return base === undefined || /^(data|javascript):$/.test(base.protocol) ? address : base.href;
}

function headingsIn(elements: Element[], styles: Styles): HeadingFact[] {
  return elements
    .filter((element) => /^h[1-6]$/.test(element.name) && styles.isRendered(element))
    .map((element) => ({
      level: Number(element.name[1]),
      text: flat(textOf(element)) || flat(pictureTexts(element)),
      markup: markupOf(element),
    }));
}

function pictureTexts(element: Element): string {
  const pictures = elementsOf(element).filter(({ name }) => name === 'img');
  return pictures.map(({ attribs }) => attribs.alt ?? '').join(' ');
}

/** Where elements name what a browser loads with the page. */
const LOADED: Partial<Record<string, string>> = {
  audio: 'src',
  embed: 'src',
  iframe: 'src',
  img: 'src',
  link: 'href',
  object: 'data',
  script: 'src',
  source: 'src',
  video: 'src',
};

function resourcesIn(elements: Element[], base: string): PageFacts['resources'] {
  return elements.flatMap((element) => {
    const said = element.attribs[LOADED[element.name] ?? ''];
    const address = said === undefined ? undefined : anyAddress(said, base);
    const isMere =
      element.name === 'link' && !/\b(stylesheet|icon|preload)\b/i.test(element.attribs.rel ?? '');
    return address === undefined || isMere
      ? []
      : [{ markup: markupOf(element), address: address.href }];
  });
}

function cssIn(elements: Element[]): string[] {
  const sheets = elements.filter((element) => element.name === 'style' && isHtml(element));
  const own = elements.flatMap(({ attribs }) => attribs.style ?? []);
  return [...sheets.map(textOf), ...own];
}

function isStructuredData({ name, attribs }: Element): boolean {
  return name === 'script' && (attribs.type ?? '').trim().toLowerCase() === 'application/ld+json';
}

function wordsIn(text: string): number {
  const signs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
  const others = text.replace(signs, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return others.length + Math.round((text.match(signs)?.length ?? 0) / 2);
}

function bytesOf(text: string): number {
  const many = text.match(/[\u0800-\ud7ff\ue000-\uffff]/g)?.length ?? 0;
  const some = text.match(/[\u0080-\u07ff\ud800-\udfff]/g)?.length ?? 0;
  return text.length + some + many * 2;
}

/** The places into which frameworks draw their pages. */
const ROOTS = new Set(['root', 'app', '__next', '__nuxt', 'svelte', '___gatsby', 'q-app']);
/** A page that says no more than this may still be waiting for its script. */
const LOADING = 50;
/** What a page shows besides text. */
const SHOWN = new Set(
  'a button form h1 h2 h3 h4 h5 h6 iframe img input svg table video'.split(' '),
);

/** Next to nothing to read or see, but scripts to run; `said` is how many characters are read. */
function isFilledByScript(elements: Element[], said: number): boolean {
  if (!elements.some(isProgram)) return false;
  const hasRoot = elements.some(
    ({ name, attribs }) => ROOTS.has(attribs.id ?? '') || name === 'app-root',
  );
  if (hasRoot) return said < LOADING;
  return said === 0 && !elements.some(({ name }) => SHOWN.has(name));
}

function isProgram(element: Element): boolean {
  const type = (element.attribs.type ?? '').trim().toLowerCase();
  const isScript = element.name === 'script' && /^$|^module$|(java|ecma)script$/.test(type);
  return isScript && (element.attribs.src !== undefined || flat(textOf(element)) !== '');
}
