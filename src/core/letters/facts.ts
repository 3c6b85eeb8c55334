import { type Day, isDay, type Quarter, quarterOf, showDay } from '../calendar';
import { hostOf } from '../address';
import { AUDITS } from '../site/audits';
import type { Finding, Verdict } from '../site/audit';
import { MEASURES } from '../site/measures';
import type { Changes } from '../site/history';
import type { Look } from '../site/look';
import type { Client, Occasion } from '../workbook';
import { wordsIn } from '../words';
import { type Language, languageOf } from '../words/language';
import { fill } from '../words/words';
import { PLACES, type PlaceName } from './occasion';
import { quotable } from './quotable';
import type { Choice } from './recommendation';
import { FAILED, NOTED, PASSED } from './report';
import type { ReportId } from './reports/report-kind';

/** One finding in the reader's words. */
export interface FindingFact {
  id: string;
  /** Undefined where it was only measured. */
  passed?: boolean;
  says: string;
  /** Why it matters; only for what failed. */
  why?: string;
  /** What to do; only for what failed. */
  remedy?: string;
}

/** Everything a letter may say as fact, in the reader's language. */
export interface LetterFacts {
  language: Language;
  report: ReportId;
  sender: string;
  today: string;
  period: string;
  /** What the letter is written on. */
  occasion: Pick<Occasion, 'when' | 'detail'>;
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
  /** The findings that a reader is told, what matters most first. */
  findings: FindingFact[];
  /** How many checks passed, where not all of them are told; else blank. */
  counted: string;
  /** What changed since the last report; blank where there was none. */
  changes: string;
  products: { place: PlaceName; name: string; category: string; facts: string }[];
}

/** So many failures a letter tells, and so many passes beside those that are news. */
const MOST_FAILED = 6;
const MOST_PASSED = 3;

/** Gathers the facts of one letter; `changes` are those since the client's last report, where there was one. */
export function gatherFacts(
  client: Client,
  look: Look,
  choices: Choice[],
  context: { sender: string; today: Day; language: string } & Pick<
    LetterFacts,
    'occasion' | 'report'
  >,
  changes?: Changes,
): LetterFacts {
  const language = languageOf(client.language || context.language);
  const words = wordsIn(language);
  const judged = look.seen ? look.findings.filter(({ verdict }) => verdict !== 'na') : [];
  const told = chosen(judged, changes);
  return {
    language,
    report: context.report,
    sender: context.sender,
    today: showDay(context.today, language),
    period: showQuarter(quarterOf(context.today), language),
    occasion: context.occasion,
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
    findings: told.flatMap((finding) =>
      inWords(finding, { language, website: client.website }, changes),
    ),
    counted: told.length < judged.length ? count(judged, language) : '',
    changes: changes === undefined ? '' : countChanges(changes, language),
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

const MARKS: Record<Verdict, string> = { pass: PASSED, fail: FAILED, noted: NOTED, na: '–' };

/** What is told of all that was judged: the weightiest failures, then what was put right and a few more. */
function chosen(judged: Finding[], changes: Changes | undefined): Finding[] {
  const failed = judged.filter(({ verdict }) => verdict === 'fail').slice(0, MOST_FAILED);
  const passed = judged.filter(({ verdict }) => verdict === 'pass');
  const mended = passed.filter(({ id }) => changes?.mended.includes(id) === true);
  const others = passed.filter((finding) => !mended.includes(finding));
  const noted = judged.filter(({ verdict }) => verdict === 'noted');
  return [...failed, ...mended.slice(0, MOST_PASSED), ...others.slice(0, MOST_PASSED), ...noted];
}

function inWords(
  finding: Finding,
  { language, website }: { language: Language; website: string },
  changes: Changes | undefined,
): FindingFact[] {
  const { id, verdict } = finding;
  const figures = shown(quotable(finding.figures, website), language);
  if (verdict === 'noted') {
    const measure = MEASURES.find((known) => known.id === id);
    return measure === undefined ? [] : [{ id, says: fill(measure.notes[language], figures) }];
  }
  const audit = AUDITS.find((known) => known.id === id);
  if (audit === undefined) return [];
  const passed = verdict === 'pass';
  const { report } = wordsIn(language);
  const plain = fill((passed ? audit.passes : audit.fails)[language], figures);
  const isNews = (passed ? changes?.mended : changes?.fresh)?.includes(id) === true;
  const says = isNews ? fill(passed ? report.mended : report.fresh, { says: plain }) : plain;
  if (passed) return [{ id, passed, says }];
  return [{ id, passed, says, why: audit.why[language], remedy: audit.remedy[language] }];
}

/** Figures with days as the reader writes them. */
function shown(figures: Record<string, string>, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      isDay(value) ? showDay(value, language) : value,
    ]),
  );
}

function count(findings: Finding[], language: Language): string {
  const judged = findings.filter(({ verdict }) => verdict !== 'noted');
  const passed = judged.filter(({ verdict }) => verdict === 'pass').length;
  return fill(wordsIn(language).report.counted, {
    passed: String(passed),
    all: String(judged.length),
  });
}

function countChanges({ since, mended, fresh, same }: Changes, language: Language): string {
  return fill(wordsIn(language).report.changes, {
    period: showQuarter(since, language),
    mended: String(mended.length),
    fresh: String(fresh.length),
    same: String(same.length),
  });
}

function showQuarter(named: Quarter, language: Language): string {
  const [year = '', quarter = ''] = named.split('-Q');
  return fill(wordsIn(language).quarter, { year, quarter });
}
