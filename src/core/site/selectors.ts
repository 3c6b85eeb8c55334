import {
  AttributeAction,
  type AttributeSelector,
  parse,
  type Selector,
  SelectorType,
} from 'css-what';
import type { Element } from 'domhandler';
import { isElement, parentOf } from './dom';

/** The selectors of a rule, each with its weight; throws for what no browser reads either. */
export function readSelectors(list: string): { selector: Selector[]; weight: number }[] {
  return parse(list).map((selector) => ({ selector, weight: weightOf(selector) }));
}

/**
 * Whether an element is one that a selector means, on a page at rest: states such as :hover and
 * pseudo-elements are not met.
 */
export function isMeant(element: Element, selector: Selector[]): boolean {
  const at = selector.map(isCombinator).lastIndexOf(true);
  const simple = selector.slice(at + 1);
  if (!simple.every((part) => matches(element, part))) return false;
  const combinator = selector[at];
  if (combinator === undefined) return true;
  const before = selector.slice(0, at);
  return candidates(element, combinator.type).some((candidate) => isMeant(candidate, before));
}

const COMBINATORS: readonly SelectorType[] = [
  SelectorType.Descendant,
  SelectorType.Child,
  SelectorType.Adjacent,
  SelectorType.Sibling,
];

function isCombinator({ type }: Selector): boolean {
  return COMBINATORS.includes(type);
}

/** The elements that may stand before a combinator. */
function candidates(element: Element, combinator: SelectorType): Element[] {
  const above = parentOf(element);
  if (combinator === SelectorType.Child) return above === null ? [] : [above];
  if (combinator === SelectorType.Descendant) {
    return above === null ? [] : [above, ...candidates(above, combinator)];
  }
  const elder = siblings(element).slice(0, siblings(element).indexOf(element));
  return combinator === SelectorType.Adjacent ? elder.slice(-1) : elder;
}

function siblings(element: Element): Element[] {
  return (element.parent?.children ?? []).filter(isElement);
}

function matches(element: Element, part: Selector): boolean {
  if (part.type === SelectorType.Universal) return true;
  if (part.type === SelectorType.Tag) return part.name.toLowerCase() === element.name;
  if (part.type === SelectorType.Attribute) return hasAttribute(element, part);
  if (part.type !== SelectorType.Pseudo) return false;
  const among = siblings(element);
  if (part.name === 'first-child') return among[0] === element;
  if (part.name === 'last-child') return among.at(-1) === element;
  if (part.name === 'root') return element.name === 'html';
  if (!Array.isArray(part.data)) return false;
  const isOne = part.data.some((selector) => isMeant(element, selector));
  return part.name === 'not' ? !isOne : ['is', 'where', 'matches'].includes(part.name) && isOne;
}

function hasAttribute({ attribs }: Element, part: AttributeSelector): boolean {
  const { name, action, ignoreCase } = part;
  const own = attribs[name.toLowerCase()];
  if (own === undefined) return false;
  const [said, wanted] =
    ignoreCase === true ? [own.toLowerCase(), part.value.toLowerCase()] : [own, part.value];
  if (action === AttributeAction.Exists) return true;
  if (action === AttributeAction.Equals) return said === wanted;
  if (action === AttributeAction.Element) return said.split(/\s+/).includes(wanted);
  if (action === AttributeAction.Hyphen) return said === wanted || said.startsWith(`${wanted}-`);
  if (wanted === '') return false;
  if (action === AttributeAction.Start) return said.startsWith(wanted);
  return action === AttributeAction.End
    ? said.endsWith(wanted)
    : action === AttributeAction.Any && said.includes(wanted);
}

/** CSS specificity as one number: ids, then classes, attributes and states, then names. */
function weightOf(selector: Selector[]): number {
  return selector.reduce((weight, part) => {
    if (part.type === SelectorType.Attribute) {
      return weight + (part.name === 'id' && part.ignoreCase === 'quirks' ? 1_000_000 : 1000);
    }
    if (part.type === SelectorType.Tag || part.type === SelectorType.PseudoElement)
      return weight + 1;
    if (part.type !== SelectorType.Pseudo || part.name === 'where') return weight;
    const inner = Array.isArray(part.data) ? part.data.map(weightOf) : [1000];
    return weight + Math.max(0, ...inner);
  }, 0);
}
