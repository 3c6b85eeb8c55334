import { type Day, quarterOf, showDay } from '../calendar';
import { hostOf } from '../address';
import { AUDITS } from '../site/audits';
import type { Finding } from '../site/audit';
import type { Look } from '../site/look';
import type { Client } from '../workbook';
import { wordsIn } from '../words';
import { type Language, languageOf } from '../words/language';
import { fill } from '../words/words';
import { PLACES, type PlaceName } from './occasion';
import { quotable } from './quotable';
import type { Choice } from './recommendation';

/** One finding in the reader's words. */
export interface FindingFact {
  id: string;
  passed: boolean;
  says: string;
  /** What to do; only for what failed. */
  remedy?: string;
}

/** Everything a letter may say as fact, in the reader's language. */
export interface LetterFacts {
  language: Language;
  sender: string;
  today: string;
  period: string;
  client: {
    name: string;
    company: string;
    industry: string;
    pastWork: string;
    needs: string;
    since: string;
  };
  /** The site's host, blank where there is none. */
  site: string;
  /** Why it could not be looked at, blank where it could. */
  notSeen: string;
  filledByScript: boolean;
  findings: FindingFact[];
  products: { place: PlaceName; name: string; category: string; facts: string }[];
}

/** Gathers the facts of one letter. */
export function gatherFacts(
  client: Client,
  look: Look,
  choices: Choice[],
  context: { sender: string; today: Day; language: string },
): LetterFacts {
  const language = languageOf(client.language || context.language);
  const words = wordsIn(language);
  const [year = '', quarter = ''] = quarterOf(context.today).split('-Q');
  return {
    language,
    sender: context.sender,
    today: showDay(context.today, language),
    period: fill(words.quarter, { year, quarter }),
    client: {
      name: client.name || client.company || client.email,
      company: client.company,
      industry: client.industry,
      pastWork: client.pastWork.join(', '),
      needs: client.needs.join(', '),
      since: client.since === '' ? '' : showDay(client.since, language),
    },
    site: hostOf(client.website),
    notSeen: look.seen || look.why === 'no site' ? '' : words.lookFailures[look.why],
    filledByScript: look.seen && look.filledByScript,
    findings: look.seen
      ? look.findings.flatMap((finding) => inWords(finding, language, client.website))
      : [],
    products: choices.map(({ product }, i) => ({
      place: PLACES[i] ?? 'A',
      name: product.name,
      category: product.category,
      facts: product.facts,
    })),
  };
}

/** The facts as evidence for the Letters tab: what was measured, where, and what was chosen why. */
export function evidenceOf(look: Look, choices: Choice[], today: Day): string {
  const measured = look.seen
    ? [
        `Measured on ${look.address} on ${today}:`,
        ...look.findings.map(({ id, verdict, evidence }) => `${MARKS[verdict]} ${id}: ${evidence}`),
      ]
    : [`Site not measured on ${today}: ${look.why}.`];
  const chosen = choices.map(
    ({ product, why }, i) => `Product ${PLACES[i] ?? ''}, ${product.name}: ${why}.`,
  );
  return [...measured, ...chosen].join('\n');
}

const MARKS = { pass: '✓', fail: '✗', na: '–' };

function inWords(finding: Finding, language: Language, website: string): FindingFact[] {
  const audit = AUDITS.find(({ id }) => id === finding.id);
  if (audit === undefined || finding.verdict === 'na') return [];
  const passed = finding.verdict === 'pass';
  const says = fill(
    (passed ? audit.passes : audit.fails)[language],
    quotable(finding.figures, website),
  );
  const fact = { id: finding.id, passed, says };
  return [passed ? fact : { ...fact, remedy: audit.remedy[language] }];
}
