import { type Day, type Quarter, quarterOf, showDay } from '../calendar';
import { hostOf } from '../address';
import { AUDITS } from '../site/audits';
import type { Finding } from '../site/audit';
import type { Changes } from '../site/history';
import type { Look } from '../site/look';
import type { Client, WhenId } from '../workbook';
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
  /** Why it matters; only for what failed. */
  why?: string;
  /** What to do; only for what failed. */
  remedy?: string;
}

/** Everything a letter may say as fact, in the reader's language. */
export interface LetterFacts {
  language: Language;
  /** What begins the letter. */
  begins: WhenId;
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
  context: { sender: string; today: Day; language: string; begins?: WhenId },
  changes?: Changes,
): LetterFacts {
  const language = languageOf(client.language || context.language);
  const words = wordsIn(language);
  const judged = look.seen ? look.findings.filter(({ verdict }) => verdict !== 'na') : [];
  const told = chosen(judged, changes);
  return {
    language,
    begins: context.begins ?? 'quarterly',
    sender: context.sender,
    today: showDay(context.today, language),
    period: showQuarter(quarterOf(context.today), language),
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

const MARKS = { pass: '✓', fail: '✗', na: '–' };

/** What is told of all that was judged: the weightiest failures, then what was put right and a few more. */
function chosen(judged: Finding[], changes: Changes | undefined): Finding[] {
  const failed = judged.filter(({ verdict }) => verdict === 'fail').slice(0, MOST_FAILED);
  const passed = judged.filter(({ verdict }) => verdict === 'pass');
  const mended = passed.filter(({ id }) => changes?.mended.includes(id) === true);
  const others = passed.filter((finding) => !mended.includes(finding));
  return [...failed, ...mended.slice(0, MOST_PASSED), ...others.slice(0, MOST_PASSED)];
}

function inWords(
  finding: Finding,
  { language, website }: { language: Language; website: string },
  changes: Changes | undefined,
): FindingFact[] {
  const audit = AUDITS.find(({ id }) => id === finding.id);
  if (audit === undefined) return [];
  const { id } = finding;
  const passed = finding.verdict === 'pass';
  const { report } = wordsIn(language);
  const phrase = (passed ? audit.passes : audit.fails)[language];
  const plain = fill(phrase, quotable(finding.figures, website));
  const isNews = (passed ? changes?.mended : changes?.fresh)?.includes(id) === true;
  const says = isNews ? fill(passed ? report.mended : report.fresh, { says: plain }) : plain;
  if (passed) return [{ id, passed, says }];
  return [{ id, passed, says, why: audit.why[language], remedy: audit.remedy[language] }];
}

function count(judged: Finding[], language: Language): string {
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
