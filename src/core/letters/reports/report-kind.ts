import type { Looking } from '../../site/audit';
import type { Extra } from '../../site/extras';
import type { Phrase } from '../../words/language';

export type ReportId = 'seo-health' | 'brand' | 'freshness' | 'website-care' | 'check-in';

/** What a letter tells of a client's site: which facts, with which brief, in which words. */
export interface ReportKind {
  id: ReportId;
  /** Past work that it follows up on, in the languages of our users; undefined where none chooses it. */
  pastWork?: RegExp;
  /** What is looked at, what matters most first. */
  looks: readonly Looking[];
  /** What is asked of the site beyond what every report needs. */
  extras: readonly Extra[];
  /** Told to the writer after the occasion's own brief. */
  brief: string;
  words: Phrase<ReportWords>;
}

/** Its fixed words; `{site}` and `{name}` are filled in. */
export interface ReportWords {
  subject: string;
  intro: string;
  /** Stands over the findings; blank where there are none. */
  title: string;
}
