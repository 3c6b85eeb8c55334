import { type AnyNode, type Document, type Element, isText } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { cut } from '../problem';

/** A document as a browser parses it, its scripts allowed: what stands in noscript is only text. */
export function parseHtml(html: string): Document {
  return parse(html, { treeAdapter: adapter });
}

/** Every element in document order; what a template holds is not part of it. */
export function elementsOf(root: Document | Element): Element[] {
  const found: Element[] = [];
  const walk = (nodes: AnyNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      found.push(node);
      if (node.name !== 'template') walk(node.children);
    }
  };
  walk(root.children);
  return found;
}

/** The element that this one stands in, or null. */
export function parentOf(element: Element): Element | null {
  const { parent } = element;
  return parent !== null && isElement(parent) ? parent : null;
}

/** The element itself or the nearest one around it that will do. */
export function closest(
  element: Element,
  isWanted: (candidate: Element) => boolean,
): Element | undefined {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    if (isWanted(at)) return at;
  }
  return undefined;
}

export function isElement(node: AnyNode): node is Element {
  return 'attribs' in node;
}

/** Whether it is one of HTML’s own elements, not one of a drawing or a formula. */
export function isHtml({ namespace }: Element): boolean {
  return namespace === undefined || namespace === 'http://www.w3.org/1999/xhtml';
}

/** All text within, scripts and styles too, as `textContent` gives it. */
export function textOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!('children' in node) || ('name' in node && node.name === 'template')) return '';
  return node.children.map(textOf).join('');
}

/** Whether it stands in closed details and is not their summary. */
export function isInClosed(node: AnyNode): boolean {
  const { parent } = node;
  if (parent === null || !isElement(parent)) return false;
  const { name, attribs, children } = parent;
  const isClosed = name === 'details' && attribs.open === undefined;
  return (
    isClosed && node !== children.find((child) => isElement(child) && child.name === 'summary')
  );
}

/** Text with each run of white space as one blank. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The element as it was written, cut. */
export function markupOf({ name, attribs }: Element): string {
  const written = Object.entries(attribs).map(([key, value]) => ` ${key}="${value}"`);
  return cut(`<${name}${written.join('')}>`, 120);
}
