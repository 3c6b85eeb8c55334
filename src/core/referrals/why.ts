import { cut } from '../problem';

/** Characters of a page's reason that a phone shows without scrolling. */
const LONGEST = 180;
/** A full stop sooner than this more likely ends an abbreviation than a sentence. */
const SHORTEST = 20;

/** Why a product is recommended: the first sentence of its facts, or blank where there are none. */
export function whyOf(facts: string): string {
  const line =
    facts
      .split('\n')
      .map((text) => text.replace(/^[\s*•·–-]+/, '').trim())
      .find((text) => text !== '') ?? '';
  for (const end of line.matchAll(/[.!?…](?=\s|$)|[。！？]/g)) {
    const length = end.index + end[0].length;
    if (length >= SHORTEST || /[。！？]/.test(end[0])) return cut(line.slice(0, length), LONGEST);
  }
  return cut(line, LONGEST);
}
