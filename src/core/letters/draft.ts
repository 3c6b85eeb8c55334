import * as v from 'valibot';
import { cut } from '../problem';
import { wordsIn } from '../words';
import { fill } from '../words/words';
import type { LetterFacts } from './facts';
import { ungroundedNumbers } from './numbers';
import { placesIn, productMark, REPORT } from './prompt';
import { FAILED, PASSED } from './report';

/** A letter's text as a person may edit it: plain, with marks where figures and links go. */
export interface Draft {
  subject: string;
  body: string;
}

const DraftShape = v.object({ subject: v.string(), body: v.string() });

const SUBJECT = { least: 3, most: 120 };
const LEAST_BODY = 60;
/** Characters that a writer may write, and that a letter may have with its report and a person's words. */
const MOST_WRITTEN = 3000;
const MOST_EDITED = 12_000;
/** Of a product's facts, in a letter of fixed words. */
const MOST_TOLD = 600;

/** A draft from a writer's answer, or undefined where it has another shape. */
export function readDraft(answer: unknown): Draft | undefined {
  const parsed = v.safeParse(DraftShape, answer);
  if (!parsed.success) return undefined;
  const { subject, body } = parsed.output;
  return { subject: subject.replace(/\s+/g, ' ').trim(), body: tidy(body) };
}

/** What is wrong with a writer's draft, each in a sentence; empty where it may stand. */
export function checkDraft(draft: Draft, facts: LetterFacts): string[] {
  const words = withoutMarks(`${draft.subject}\n${draft.body}`);
  return [
    ...checkPlaces(draft, placesIn(facts)),
    ...checkText(draft, ownNames(facts), MOST_WRITTEN),
    ...checkReport(draft),
    ...ungroundedNumbers(words, facts).map(
      (number) => `“${number}” is not a number from the facts.`,
    ),
  ];
}

/** What a person's edit may not do either: lose a link, add an address, or break the form. */
export function checkEdit(draft: Draft, places: string[], names: string[]): string[] {
  return [...checkPlaces(draft, places), ...checkText(draft, names, MOST_EDITED)];
}

/** The names in which an address may stand: the client's site and company, the sender, the products. */
function ownNames({ site, client, sender, products }: LetterFacts): string[] {
  return [site, client.company, client.name, sender, ...products.map(({ name }) => name)];
}

/** The marks in a text, in order. */
export function marksIn(text: string): string[] {
  return text.match(/\[\[[^\]]*\]\]/g) ?? [];
}

/** An honest letter made of fixed words and the facts, without any AI. */
export function plainDraft(facts: LetterFacts): Draft {
  const { letter } = wordsIn(facts.language);
  const { site, client, notSeen } = facts;
  const isReport = facts.findings.length > 0;
  const opening = isReport
    ? fill(letter.intro, { site })
    : notSeen === ''
      ? letter.introWithoutSite
      : fill(letter.couldNotLook, { site, why: notSeen });
  const names = ownNames(facts);
  const offers = facts.products.flatMap(({ place, facts: told }) => [
    cut(withoutAddresses(told, names), MOST_TOLD),
    productMark(place),
  ]);
  const parts = [
    fill(letter.greeting, { name: client.name }),
    opening,
    facts.filledByScript ? letter.filledByScript : '',
    isReport ? REPORT : '',
    offers.length > 0 ? letter.offer : '',
    ...offers,
    letter.closing,
    facts.sender,
  ];
  return {
    subject: isReport
      ? fill(letter.subject, { site })
      : fill(letter.subjectWithoutSite, { name: client.name }),
    body: parts.filter((part) => part.trim() !== '').join('\n\n'),
  };
}

/** What is wrong with the places where links go; empty where each stands once, alone on its line. */
export function checkPlaces({ subject, body }: Draft, places: string[]): string[] {
  const failures: string[] = [];
  const lines = body.split('\n').map((line) => line.trim());
  for (const place of places) {
    const times = lines.filter((line) => line === place).length;
    if (times !== 1 || body.split(place).length !== 2) {
      failures.push(`${place} must stand exactly once, alone on its line.`);
    }
  }
  for (const mark of marksIn(`${subject}\n${body}`)) {
    if (!places.includes(mark)) failures.push(`${mark} is not one of this letter’s places.`);
  }
  if (marksIn(subject).length > 0) failures.push('The subject must not hold a place.');
  return failures;
}

/** Only what was measured may stand in the report: a writer adds no line to it. */
function checkReport({ body }: Draft): string[] {
  const lines = body.split('\n').map((line) => line.trim());
  const added = lines.find((line) => line.startsWith(PASSED) || line.startsWith(FAILED));
  return added === undefined ? [] : [`“${cut(added)}” looks like a line of the report.`];
}

function checkText({ subject, body }: Draft, names: string[], most: number): string[] {
  const failures: string[] = [];
  const text = `${subject}\n${body}`;
  if (subject.length < SUBJECT.least || subject.length > SUBJECT.most) {
    failures.push(`The subject must have ${SUBJECT.least} to ${SUBJECT.most} characters.`);
  }
  if (body.length < LEAST_BODY || body.length > most) {
    failures.push(`The letter must have ${LEAST_BODY} to ${most} characters.`);
  }
  for (const address of foreignAddresses(text, names)) {
    failures.push(`“${cut(address)}” is an address that may not stand in the letter.`);
  }
  const markup = /<\s*[a-z!/][^>]*>?|&#?\w+;/i.exec(text);
  if (markup !== null) failures.push(`“${cut(markup[0])}” is HTML; write plain text.`);
  return failures;
}

/** Web and mail addresses in a text that stand in none of the names. */
function foreignAddresses(text: string, names: string[]): string[] {
  const known = new Set(names.flatMap(addressesIn));
  return addressesIn(text).filter((address) => !known.has(address));
}

/** A text without the addresses that may not stand in a letter; what is left is put in order. */
function withoutAddresses(text: string, names: string[]): string {
  const known = new Set(names.flatMap(addressesIn));
  return text.replace(ADDRESS, (said) =>
    addressesIn(said).some((one) => known.has(one)) ? said : '',
  );
}

const ADDRESS =
  /\b[a-z][a-z0-9+.-]*:\/\/\S*|\b(?:mailto|javascript|data|tel):\S+|\bwww\.\S+|\S+@\S+\.\S+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?/gi;

function addressesIn(text: string): string[] {
  const found = text.match(ADDRESS) ?? [];
  return found.map((address) =>
    address
      .toLowerCase()
      .replace(/^www\./, '')
      .replace(/[/.,;:!?)»”"'*]+$/, ''),
  );
}

function withoutMarks(text: string): string {
  return text.replace(/\[\[[^\]]*\]\]/g, ' ');
}

function tidy(body: string): string {
  return body
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
