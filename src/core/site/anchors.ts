import type { Element } from 'domhandler';
import { anyAddress } from '../address';
import { closest, elementsOf, isHtml, markupOf, textOf } from './dom';
import { innerText } from './inner-text';
import type { Styles } from './styles';

/** A link of the page, with all that search engines look at. */
export interface AnchorFact {
  markup: string;
  /** Resolved; as written where it cannot be, blank where there is none. */
  href: string;
  /** As written. */
  raw: string;
  /** What a reader sees. */
  text: string;
  /** The text’s language as the page declares it; undefined where it says none, or several. */
  language: string | undefined;
  rel: string;
  id: string;
  name: string;
  role: string;
  hasHref: boolean;
  /** It has an attribute that only a link with an address should have. */
  hasLinkAttribute: boolean;
  /** A script listens to it, or to something around it, by an attribute. */
  hasListener: boolean;
}

/** Every a element, those of drawings too. */
export function anchorsIn(
  elements: Element[],
  styles: Styles,
  { address, base }: { address: string; base: string },
): AnchorFact[] {
  const speaking = elements.filter(({ attribs }) => attribs.lang !== undefined);
  const [only] = speaking;
  const single =
    only !== undefined && speaking.length === 1 && ['html', 'body'].includes(only.name)
      ? only.attribs.lang
      : undefined;
  return elements
    .filter(({ name }) => name === 'a')
    .map((element) => {
      const { attribs } = element;
      const isLink = isHtml(element);
      const said = isXlink(element) ? undefined : attribs.href;
      return {
        markup: markupOf(element),
        href: isLink ? hrefOf(said, base) : drawnHref(element, address),
        raw: said ?? '',
        text: isLink ? innerText(element, styles) : textOf(element),
        language: single ?? languageOfText(element),
        rel: isLink ? (attribs.rel ?? '') : '',
        id: attribs.id ?? '',
        name: isLink ? (attribs.name ?? '') : '',
        role: attribs.role ?? '',
        hasHref: said !== undefined,
        hasLinkAttribute: LINK_ATTRIBUTES.some((name) => attribs[name] !== undefined),
        hasListener: closest(element, isListened) !== undefined,
      };
    });
}

const LINK_ATTRIBUTES = ['target', 'download', 'ping', 'rel', 'hreflang', 'type', 'referrerpolicy'];

function hrefOf(said: string | undefined, base: string): string {
  return said === undefined ? '' : (anyAddress(said, base)?.href ?? said);
}

function drawnHref({ attribs }: Element, address: string): string {
  return anyAddress(attribs.href ?? '', address)?.href ?? '';
}

/** Whether a drawing’s link has its address by the old name, xlink:href. */
function isXlink(element: Element): boolean {
  return element['x-attribsPrefix']?.href === 'xlink';
}

/** The one language of all texts within, or else that around it. */
function languageOfText(element: Element): string | undefined {
  let found: string | undefined;
  for (const child of elementsOf(element)) {
    if (textOf(child) === '') continue;
    const language = languageAround(child);
    if (language === undefined || language === '') continue;
    if (found !== undefined && primary(found) !== primary(language)) return undefined;
    found ??= language;
  }
  return found ?? languageAround(element);
}

function languageAround(element: Element): string | undefined {
  return closest(element, ({ attribs }) => attribs.lang !== undefined)?.attribs.lang;
}

const primary = (language: string): string | undefined => language.split('-')[0];

/** Attributes by which HTML lets a script listen. */
const LISTENERS = new Set(
  (
    'abort animationcancel animationend animationiteration animationstart auxclick beforecopy ' +
    'beforecut beforeinput beforematch beforepaste beforetoggle beforexrselect blur cancel canplay ' +
    'canplaythrough change click close command contextlost contextmenu contextrestored copy ' +
    'cuechange cut dblclick drag dragend dragenter dragleave dragover dragstart drop ' +
    'durationchange emptied ended error focus formdata fullscreenchange fullscreenerror ' +
    'gotpointercapture input invalid keydown keypress keyup load loadeddata loadedmetadata ' +
    'loadstart lostpointercapture mousedown mouseenter mouseleave mousemove mouseout mouseover ' +
    'mouseup mousewheel paste pause play playing pointercancel pointerdown pointerenter ' +
    'pointerleave pointermove pointerout pointerover pointerrawupdate pointerup progress ' +
    'ratechange reset resize scroll scrollend scrollsnapchange scrollsnapchanging search ' +
    'securitypolicyviolation seeked seeking select selectionchange selectstart slotchange stalled ' +
    'submit suspend timeupdate toggle transitioncancel transitionend transitionrun ' +
    'transitionstart volumechange waiting webkitanimationend webkitanimationiteration ' +
    'webkitanimationstart webkitfullscreenchange webkitfullscreenerror webkittransitionend wheel'
  )
    .split(' ')
    .map((event) => `on${event}`),
);
/** What body and frameset say by these attributes is not said for themselves. */
const OF_WINDOW = ['onblur', 'onerror', 'onfocus', 'onload', 'onresize', 'onscroll'];

function isListened({ name, attribs }: Element): boolean {
  const isOfWindow = name === 'body' || name === 'frameset';
  return Object.keys(attribs).some(
    (attribute) => LISTENERS.has(attribute) && !(isOfWindow && OF_WINDOW.includes(attribute)),
  );
}
