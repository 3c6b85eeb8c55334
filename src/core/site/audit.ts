import type { Phrase } from '../words/language';
import type { PageFacts } from './page';

export type Verdict = 'pass' | 'fail' | 'na';

/** What an audit found: a verdict with what it saw, and the figures its words need. */
export interface Finding {
  id: string;
  verdict: Verdict;
  /** The element or value that decided, cut; never a judgement. */
  evidence: string;
  figures: Record<string, string>;
}

/** One check: which facts it needs, how it judges them, and what a client reads about it. */
export interface Audit<Need extends keyof PageFacts = keyof PageFacts> {
  id: string;
  needs: readonly Need[];
  judge: (facts: Pick<PageFacts, Need>) => Omit<Finding, 'id'>;
  /** Said when it passes; `{name}` stands for a figure. */
  passes: Phrase;
  /** Said when it fails. */
  fails: Phrase;
  /** What to do about a failure. */
  remedy: Phrase;
}

/** Declares an audit; it can only see the facts that it names. */
export function audit<const Need extends keyof PageFacts>(definition: Audit<Need>): Audit {
  const { judge, needs } = definition;
  return {
    ...definition,
    judge: (facts) =>
      judge(Object.fromEntries(needs.map((need) => [need, facts[need]])) as Pick<PageFacts, Need>),
  };
}

/** A judgement without figures. */
export function verdict(
  which: Verdict,
  evidence: string,
  figures: Record<string, string> = {},
): Omit<Finding, 'id'> {
  return { verdict: which, evidence, figures };
}
