import type { Element } from 'domhandler';
import { flat, textOf } from './dom';

/** Characters at the end of a page without a footer in which its copyright line may stand. */
const END = 400;

/** The latest year of a page's copyright line; null where it names none, or runs to this day. */
export function copyrightYear(elements: Element[], text: string): number | null {
  const footers = elements.filter(({ name }) => name === 'footer').map(textOf);
  const said = flat(footers.length > 0 ? footers.join(' ') : text.slice(-END));
  const years = [...said.matchAll(LINE)].map(([, first, last]) => Number(last ?? first));
  // NaN is a range that ends with a word, such as “today”.
  return years.length === 0 || years.some(Number.isNaN) ? null : Math.max(...years);
}

const LINE =
  /(?:©|\(c\)|copyright)\D{0,40}?((?:19|20)\d\d)(?:\s*[-–—~〜]\s*((?:19|20)\d\d|\p{L}+))?/giu;
