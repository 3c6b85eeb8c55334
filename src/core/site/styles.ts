import type { Selector } from 'css-what';
import type { Element } from 'domhandler';
import { isHtml, parentOf, textOf } from './dom';
import { isMeant, readSelectors } from './selectors';

/**
 * What a page's own style sheets say of a few properties that decide whether something can be seen
 * or read. Sheets in files of their own are not fetched.
 */
export interface Styles {
  /** The value that wins for this element itself, or undefined where none is declared. */
  declared: (element: Element, property: Property) => string | undefined;
  /** Whether neither it nor anything around it is left out of the page. */
  isRendered: (element: Element) => boolean;
  /** Whether it is drawn, where it is rendered. */
  isVisible: (element: Element) => boolean;
}

const PROPERTIES = [
  'display',
  'visibility',
  'content-visibility',
  'white-space',
  'width',
  'height',
  'aspect-ratio',
] as const;
export type Property = (typeof PROPERTIES)[number];

/** How wide the phone is that Lighthouse looks with, and how wide a page is laid out that does not ask. */
const WIDTH = { phone: 412, unasked: 980 };
/** A page with more rules than this is not styled by hand; the rest of them is not read. */
const MOST_RULES = 2000;

interface Rule {
  selector: Selector[];
  weight: number;
  values: Partial<Record<Property, Value>>;
}

interface Value {
  value: string;
  important: boolean;
}

/** Reads the style elements of a page. */
export function readStyles(elements: Element[]): Styles {
  const width = layoutWidth(elements);
  const rules = elements
    .filter((element) => element.name === 'style' && isHtml(element))
    .filter((element) => isStyleSheet(element, width))
    .flatMap((element) => rulesIn(textOf(element), width))
    .slice(0, MOST_RULES);
  const declaredOf = remembered((element) => cascade(element, rules));
  const declared: Styles['declared'] = (element, property) => declaredOf(element)[property];
  const isRendered: Styles['isRendered'] = remembered((element) => {
    if (isLeftOut(element, declared(element, 'display'))) return false;
    const above = parentOf(element);
    return above === null || isRendered(above);
  });
  const isVisible: Styles['isVisible'] = remembered((element) => {
    const own = declared(element, 'visibility');
    if (own !== undefined && own !== 'inherit') return !/^(hidden|collapse)$/.test(own);
    const above = parentOf(element);
    return above === null || isVisible(above);
  });
  return { declared, isRendered, isVisible };
}

/** A reading of elements that is done once for each; what stands around many is asked for often. */
function remembered<T>(read: (element: Element) => T): (element: Element) => T {
  const known = new Map<Element, { value: T }>();
  return (element) => {
    const found = known.get(element) ?? { value: read(element) };
    known.set(element, found);
    return found.value;
  };
}

function layoutWidth(elements: Element[]): number {
  const said =
    elements.find(
      ({ name, attribs }) => name === 'meta' && attribs.name?.toLowerCase() === 'viewport',
    )?.attribs.content ?? '';
  const [, pixels] = /\bwidth\s*=\s*(\d+)/i.exec(said) ?? [];
  if (pixels !== undefined) return Number(pixels);
  return /\bwidth\s*=\s*device-width|\binitial-scale\s*=/i.test(said) ? WIDTH.phone : WIDTH.unasked;
}

function isStyleSheet({ attribs }: Element, width: number): boolean {
  const type = (attribs.type ?? '').trim().toLowerCase();
  return (type === '' || type === 'text/css') && mediaApplies(attribs.media ?? '', width);
}

/** The rules of a sheet that declare one of the properties, those of media that apply among them. */
function rulesIn(sheet: string, width: number): Rule[] {
  const css = sheet.replace(/\/\*[\s\S]*?(\*\/|$)/g, ' ');
  return blocksIn(css).flatMap(({ prelude, body }) => {
    const [, at = '', condition = ''] = /^@(-?[\w-]+)\s*([\s\S]*)$/.exec(prelude) ?? [];
    if (at === 'media') return mediaApplies(condition, width) ? rulesIn(body, width) : [];
    if (at === 'supports' || at === 'layer') return rulesIn(body, width);
    return at === '' ? ruleOf(prelude, body) : [];
  });
}

/** The blocks in braces of one level, each with what stands before it. */
function blocksIn(css: string): { prelude: string; body: string }[] {
  const blocks: { prelude: string; body: string }[] = [];
  let start = 0;
  let open = -1;
  let depth = 0;
  for (let at = 0; at < css.length; at++) {
    const sign = css[at];
    if (sign === '"' || sign === "'") at = endOfQuote(css, at);
    else if (sign === '{' && depth++ === 0) open = at;
    else if (sign === ';' && depth === 0) start = at + 1;
    else if (sign === '}' && depth > 0 && --depth === 0) {
      blocks.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
      start = at + 1;
    }
  }
  return blocks;
}

function endOfQuote(css: string, start: number): number {
  let at = start + 1;
  while (at < css.length && css[at] !== css[start]) at += css[at] === '\\' ? 2 : 1;
  return at;
}

function ruleOf(prelude: string, body: string): Rule[] {
  const values = declarations(body);
  if (Object.keys(values).length === 0) return [];
  try {
    return readSelectors(prelude).map((read) => ({ ...read, values }));
  } catch {
    // As browsers do: a rule whose selector cannot be read is dropped.
    return [];
  }
}

function declarations(body: string): Rule['values'] {
  const values: Rule['values'] = {};
  for (const declaration of body.split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase() as Property;
    if (!PROPERTIES.includes(property)) continue;
    const said = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const important = /!\s*important$/.test(said);
    const before = values[property];
    if (before?.important === true && !important) continue;
    const value = said.replace(/!\s*important$/, '').trim();
    if (value !== '') values[property] = { value, important };
  }
  return values;
}

function cascade(element: Element, rules: Rule[]): Partial<Record<Property, string>> {
  const best: Partial<Record<Property, { value: string; rank: number }>> = {};
  const offer = (values: Rule['values'], weight: number): void => {
    for (const [name, { value, important }] of Object.entries(values)) {
      const property = name as Property;
      const rank = weight + (important ? 1e12 : 0);
      if (rank >= (best[property]?.rank ?? -1)) best[property] = { value, rank };
    }
  };
  for (const { selector, weight, values } of rules) {
    if (isMeant(element, selector)) offer(values, weight);
  }
  offer(declarations(element.attribs.style ?? ''), 1e10);
  return Object.fromEntries(Object.entries(best).map(([name, { value }]) => [name, value]));
}

/** Whether a media query list holds on the phone; what is not known does not. */
function mediaApplies(list: string, width: number): boolean {
  const queries = list.split(',').map((query) => query.trim().toLowerCase());
  return queries.some((query) => {
    if (query === '') return true;
    return query.split(/\s+and\s+/).every((part) => {
      if (/^(only\s+)?(screen|all)$/.test(part)) return true;
      const [, bound, pixels] = /^\(\s*(min|max)-width\s*:\s*([\d.]+)px\s*\)$/.exec(part) ?? [];
      if (bound === undefined) return false;
      return bound === 'min' ? width >= Number(pixels) : width <= Number(pixels);
    });
  });
}

/** Elements that browsers never show, and so nothing in them. */
const UNSEEN = new Set(
  'area base basefont datalist head link meta noembed noframes noscript param rp script style template title'.split(
    ' ',
  ),
);

/** Left out by its own nature, its attributes or its style; what a style says goes before attributes. */
function isLeftOut(element: Element, display: string | undefined): boolean {
  if (!isHtml(element)) return display === 'none';
  const { name, attribs } = element;
  if (['noscript', 'template'].includes(name)) return true;
  if (display !== undefined && display !== 'revert') return display === 'none';
  if (UNSEEN.has(name)) return true;
  return (
    (attribs.hidden !== undefined && attribs.hidden.toLowerCase() !== 'until-found') ||
    (name === 'dialog' && attribs.open === undefined) ||
    attribs.popover !== undefined ||
    (name === 'audio' && attribs.controls === undefined)
  );
}
