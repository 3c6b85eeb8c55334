import { asSeen } from '../addresses';

/** One thing that may be said in several ways and languages. */
export type Idea = RegExp;

/** An idea in the words of any of the four languages. */
export function idea(...ways: string[]): Idea {
  return new RegExp(ways.join('|'), 'giu');
}

/**
 * The words in a text that say one of the ideas, each once; an idea that `allowed` has too, in
 * whichever language, may be said.
 */
export function saying(ideas: readonly Idea[], text: string, allowed: string): string[] {
  const seen = asSeen(text);
  const known = asSeen(allowed);
  const found = ideas
    .filter((one) => known.search(one) < 0)
    .flatMap((one) => seen.match(one) ?? [])
    .map((words) => words.trim());
  return [...new Set(found)];
}
