import type { Element } from 'domhandler';
import { closest, flat, isElement, isHtml, isInClosed, markupOf, parentOf, textOf } from './dom';
import type { Styles } from './styles';

/** An image that a screen reader meets, with what it says of itself. */
export interface ImageFact {
  /** The element as written, cut. */
  markup: string;
  described: boolean;
  /** Its place is kept free before it is there: width and height, or their ratio, are known. */
  sized: boolean;
  src: string;
}

/** The images that readers meet and that must be described, by the rules of axe’s image-alt. */
export function imagesIn(elements: Element[], styles: Styles): ImageFact[] {
  return elements
    .filter((element) => element.name === 'img' && isHtml(element))
    .filter((element) => isMet(element, styles) && needsText(element))
    .map((element) => ({
      markup: markupOf(element),
      described: isDescribed(element, elements, styles),
      sized: isSized(element, styles),
      src: element.attribs.src ?? '',
    }));
}

function isMet(element: Element, styles: Styles): boolean {
  return (
    styles.isRendered(element) &&
    styles.isVisible(element) &&
    closest(element, isKeptFromReaders) === undefined &&
    !isSkipped(element, styles)
  );
}

function isKeptFromReaders(element: Element): boolean {
  return isAriaHidden(element) || element.attribs.inert !== undefined;
}

function isAriaHidden({ attribs }: Element): boolean {
  return attribs['aria-hidden']?.toLowerCase() === 'true';
}

/** Stands in closed details, or in something whose content is not drawn. */
function isSkipped(element: Element, styles: Styles): boolean {
  const above = parentOf(element);
  if (above === null) return false;
  const isUndrawn =
    styles.declared(above, 'content-visibility') === 'hidden' ||
    above.attribs.hidden?.toLowerCase() === 'until-found';
  return isInClosed(element) || isUndrawn || isSkipped(above, styles);
}

/** Roles of ARIA that axe knows and that need no name; an image in one of them is something else. */
const NAMELESS = new Set(
  (
    'alert article banner blockquote caption cell code columnheader comment complementary ' +
    'contentinfo definition deletion directory document emphasis feed figure form ' +
    'graphics-object grid gridcell group heading insertion list listitem log main mark marquee ' +
    'math menu menubar navigation note paragraph radiogroup region row rowgroup rowheader ' +
    'scrollbar search sectionfooter sectionheader separator status strong subscript suggestion ' +
    'superscript tab table tablist tabpanel term text time timer tooltip tree treegrid'
  ).split(' '),
);

function needsText(element: Element): boolean {
  return !NAMELESS.has(roleOf(element)) || isFocusable(element);
}

function roleOf({ attribs }: Element): string {
  return (attribs.role ?? '').trim().toLowerCase();
}

function isFocusable({ attribs }: Element): boolean {
  return /^\s*[+-]?\d/.test(attribs.tabindex ?? '');
}

function isDescribed(element: Element, elements: Element[], styles: Styles): boolean {
  const { alt } = element.attribs;
  if (isDecoration(element)) return true;
  if (alt !== undefined && /^\s+$/.test(alt)) return false;
  return (
    alt !== undefined ||
    isSaid(element.attribs['aria-label']) ||
    isLabelled(element, elements, styles) ||
    isSaid(element.attribs.title)
  );
}

/** ARIA’s attributes that every element may have; who has one is no mere decoration. */
const GLOBAL_ARIA = (
  'actions atomic braillelabel brailleroledescription busy controls current describedby description ' +
  'details disabled dropeffect errormessage flowto grabbed haspopup hidden invalid keyshortcuts ' +
  'label labelledby live owns relevant roledescription'
)
  .split(' ')
  .map((name) => `aria-${name}`);

/** Declared to be decoration, by its role or an empty alt, and with nothing that contradicts it. */
function isDecoration(element: Element): boolean {
  const { attribs } = element;
  const isDeclared = ['none', 'presentation'].includes(roleOf(element)) || attribs.alt === '';
  const contradicts =
    isFocusable(element) || GLOBAL_ARIA.some((name) => attribs[name] !== undefined);
  return isDeclared && !contradicts;
}

function isLabelled(element: Element, elements: Element[], styles: Styles): boolean {
  const ids = (element.attribs['aria-labelledby'] ?? '').split(/\s+/).filter((id) => id !== '');
  return ids.some((id) => {
    const label = elements.find(({ attribs }) => attribs.id === id);
    return label !== undefined && hasName(label, label, styles);
  });
}

/** Whether something that labels has a text: its own label, what it shows, or its title. */
function hasName(element: Element, label: Element, styles: Styles): boolean {
  const { attribs, name } = element;
  const isHidden = isAriaHidden(element) || !styles.isRendered(element);
  const isLabelHidden = isAriaHidden(label) || !styles.isRendered(label);
  if (isHidden && !isLabelHidden) return false;
  if (isSaid(attribs['aria-label'])) return true;
  if (['img', 'area'].includes(name) && isSaid(attribs.alt)) return true;
  const isTextual = !['script', 'style', 'template', 'noscript'].includes(name);
  return (
    isSaid(attribs.title) ||
    (isTextual &&
      element.children.some((child) =>
        isElement(child) ? hasName(child, label, styles) : isSaid(textOf(child)),
      ))
  );
}

function isSaid(text: string | undefined): boolean {
  return flat(text ?? '') !== '';
}

function isSized(element: Element, styles: Styles): boolean {
  const width = isLength(element.attribs.width) || isFixed(styles.declared(element, 'width'));
  const height = isLength(element.attribs.height) || isFixed(styles.declared(element, 'height'));
  return (width && height) || isFixed(styles.declared(element, 'aspect-ratio'));
}

function isLength(said: string | undefined): boolean {
  return /^\s*\d/.test(said ?? '');
}

function isFixed(said: string | undefined): boolean {
  return said !== undefined && !/^(auto|initial|unset|inherit)/.test(said);
}
