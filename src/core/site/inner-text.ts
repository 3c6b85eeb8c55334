import { type AnyNode, type Element, isText } from 'domhandler';
import { closest, isElement, isHtml, isInClosed, parentOf, textOf } from './dom';
import type { Styles } from './styles';

/**
 * What a reader sees of an element's text, as a browser's `innerText` gives it; of an element that
 * is not shown at all it is the whole text content.
 */
export function innerText(element: Element, styles: Styles): string {
  if (!styles.isRendered(element)) return textOf(element);
  if (closest(element, isInClosed) !== undefined) return '';
  const text = element.children.map((child) => shown(child, element, styles)).join('');
  return text
    .replace(/ *\n+ */g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(new RegExp(KEPT, 'g'), ' ');
}

/** Stands for a blank that is kept as it was written, until the others are put together. */
const KEPT = '\ue000';

/** Stand outside the flow of text; each is on lines of its own. */
const BLOCKS = new Set(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul caption'.split(
    ' ',
  ),
);
/** What stands in them shows only where they cannot be shown, and nothing of a drawing’s description does. */
const REPLACED = new Set('audio canvas iframe object select textarea video'.split(' '));
const DESCRIPTIONS = new Set('title desc metadata defs symbol style script'.split(' '));

function shown(node: AnyNode, parent: Element, styles: Styles): string {
  if (isText(node)) {
    return styles.isVisible(parent) && !isInClosed(node)
      ? spaced(textOf(node), parent, styles)
      : '';
  }
  if (!isElement(node)) return '';
  if (node.name === 'br' && isHtml(node)) return '\n';
  if (!styles.isRendered(node) || isInClosed(node)) return '';
  if ((isHtml(node) ? REPLACED : DESCRIPTIONS).has(node.name)) return '';
  const text = node.children.map((child) => shown(child, node, styles)).join('');
  const isAlone =
    isBlock(node, styles) || /flex|grid/.test(styles.declared(parent, 'display') ?? '');
  if (isAlone) return `\n${text.trim()}\n`;
  return ['td', 'th'].includes(node.name) ? `${text}\t` : text;
}

function isBlock(element: Element, styles: Styles): boolean {
  const display = styles.declared(element, 'display');
  if (display !== undefined) return /^(block|flex|grid|list-item|table|flow-root)\b/.test(display);
  return isHtml(element) && BLOCKS.has(element.name);
}

function spaced(text: string, parent: Element, styles: Styles): string {
  const space = whiteSpaceOf(parent, styles);
  if (/^(pre|pre-wrap|break-spaces)$/.test(space)) return text.replace(/ /g, KEPT);
  if (space === 'pre-line') return text.replace(/[ \t\r\f]+/g, ' ');
  return text.replace(/[ \t\n\r\f]+/g, ' ');
}

function whiteSpaceOf(element: Element, styles: Styles): string {
  const own = styles.declared(element, 'white-space');
  if (own !== undefined && own !== 'inherit') return own;
  if (element.name === 'pre') return 'pre';
  const above = parentOf(element);
  return above === null ? 'normal' : whiteSpaceOf(above, styles);
}
