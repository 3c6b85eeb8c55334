import type { Phrase } from '../words/language';
import type { PageFacts } from './page';
import type { SiteFacts } from './site';

/** What was only measured is noted: it is neither good nor bad. */
export type Verdict = 'pass' | 'fail' | 'na' | 'noted';

/** Everything that audits can ask for. */
export type Facts = PageFacts & SiteFacts;

/** What an audit found: a verdict with what it saw, and the figures its words need. */
export interface Finding {
  id: string;
  verdict: Verdict;
  /** The element or value that decided, cut; never a judgement. */
  evidence: string;
  figures: Record<string, string>;
}

/** Something that is looked at: which facts it needs, and what it makes of them. */
export interface Looking<Need extends keyof Facts = keyof Facts> {
  /** Lighthouse's own where it has the audit. */
  id: string;
  /** What it is about: a page filled by a script has no body to judge, and may get its head from it. */
  of: 'server' | 'head' | 'body';
  needs: readonly Need[];
  judge: (facts: Pick<Facts, Need>) => Omit<Finding, 'id'>;
}

/** One check, with what a client reads about it. */
export interface Audit<Need extends keyof Facts = keyof Facts> extends Looking<Need> {
  /** Said when it passes; `{name}` stands for a figure. */
  passes: Phrase;
  /** Said when it fails. */
  fails: Phrase;
  /** Why it matters, in a sentence. */
  why: Phrase;
  /** What to do about a failure. */
  remedy: Phrase;
}

/** One thing that is measured and not judged: what it finds is noted, or does not apply. */
export interface Measure<Need extends keyof Facts = keyof Facts> extends Looking<Need> {
  /** What a client reads; `{name}` stands for a figure. */
  notes: Phrase;
}

/** Declares an audit; it can only see the facts that it names. */
export function audit<const Need extends keyof Facts>(definition: Audit<Need>): Audit {
  return { ...definition, judge: narrowed(definition) };
}

/** Declares a measure; it can only see the facts that it names. */
export function measure<const Need extends keyof Facts>(definition: Measure<Need>): Measure {
  return { ...definition, judge: narrowed(definition) };
}

function narrowed<Need extends keyof Facts>({ judge, needs }: Looking<Need>): Looking['judge'] {
  return (facts) =>
    judge(Object.fromEntries(needs.map((need) => [need, facts[need]])) as Pick<Facts, Need>);
}

/** A judgement without figures. */
export function verdict(
  which: Verdict,
  evidence: string,
  figures: Record<string, string> = {},
): Omit<Finding, 'id'> {
  return { verdict: which, evidence, figures };
}
