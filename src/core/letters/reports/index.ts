import type { Client } from '../../workbook';
import type { Language } from '../../words/language';
import { brand } from './brand';
import { checkIn } from './check-in';
import { freshness } from './freshness';
import type { ReportId, ReportKind, ReportWords } from './report-kind';
import { seoHealth } from './seo-health';
import { websiteCare } from './website-care';

/** Those that follow up on past work; where one piece of work suits several, the first of them counts. */
export const REPORT_KINDS: readonly ReportKind[] = [
  seoHealth,
  brand,
  freshness,
  websiteCare,
  checkIn,
];

/**
 * What a report to this client is about: the first piece of past work that a kind follows up on
 * decides. A site with other work behind it gets its search health, a client without one a hello.
 */
export function reportFor({ website, pastWork }: Pick<Client, 'website' | 'pastWork'>): ReportKind {
  if (website.trim() === '') return checkIn;
  const fitting = pastWork.map((work) =>
    REPORT_KINDS.find((kind) => kind.pastWork?.test(work.normalize('NFKC'))),
  );
  return fitting.find((kind) => kind !== undefined) ?? seoHealth;
}

/** The fixed words of a report. */
export function wordsOf(report: ReportId, language: Language): ReportWords {
  const kind = REPORT_KINDS.find(({ id }) => id === report) ?? checkIn;
  return kind.words[language];
}
