import type { Draft } from '../draft';
import type { LetterFacts } from '../facts';
import { addresses, checkAddresses } from './addresses';
import { type Around, type Check, NOTHING_AROUND, textOf } from './check';
import { language } from './language';
import { checkLength, length } from './length';
import { notes } from './notes';
import { numbers } from './numbers';
import { others } from './others';
import { checkPlaces, places } from './places';
import { checkMarkup, plainText } from './plain-text';
import { products } from './products';
import { promises } from './promises';
import { reportLines } from './report-lines';
import { secrets } from './secrets';

/** Every check of a writer's draft; what is wrong is told in this order. */
export const CHECKS: readonly Check[] = [
  places,
  length,
  plainText,
  addresses,
  reportLines,
  numbers,
  products,
  promises,
  secrets,
  others,
  notes,
  language,
];

/** What became of the checks. */
export interface Judgement {
  /** Titles of those that passed. */
  passed: string[];
  /** What is wrong, each in a sentence; empty where the draft may stand. */
  failures: string[];
}

/** Puts a draft to every check. */
export function judgeDraft(
  draft: Draft,
  facts: LetterFacts,
  around: Around = NOTHING_AROUND,
): Judgement {
  const results = CHECKS.map(({ title, failures }) => ({
    title,
    failures: failures(draft, facts, around),
  }));
  return {
    passed: results.filter((result) => result.failures.length === 0).map(({ title }) => title),
    failures: results.flatMap(({ failures }) => failures),
  };
}

/** Characters that a letter may have with its report and a person's words. */
const MOST_EDITED = 12_000;

/** What a person's edit may not do either: lose a link, add an address, or break the form. */
export function checkEdit(draft: Draft, wanted: string[], names: string[]): string[] {
  return [
    ...checkPlaces(draft, wanted),
    ...checkLength(draft, MOST_EDITED),
    ...checkAddresses(textOf(draft), names),
    ...checkMarkup(textOf(draft)),
  ];
}

/** Titles of what an edit has passed once it is saved; numbers, where each is known. */
export function passedByEdit(unmeasured: string[]): string[] {
  const looked = [
    places,
    length,
    addresses,
    plainText,
    ...(unmeasured.length > 0 ? [] : [numbers]),
  ];
  return looked.map(({ title }) => title);
}
