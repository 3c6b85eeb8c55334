import type { Draft } from '../draft';
import { check } from './check';

const SUBJECT = { least: 3, most: 120 };
const LEAST_BODY = 60;
/** Characters that a writer may write. */
const MOST_WRITTEN = 3000;

/** A letter is neither empty nor longer than anybody reads. */
export const length = check({
  title: 'length',
  failures: (draft) => checkLength(draft, MOST_WRITTEN),
});

/** What is wrong with the length of a letter that may have `most` characters. */
export function checkLength({ subject, body }: Draft, most: number): string[] {
  const failures: string[] = [];
  if (subject.length < SUBJECT.least || subject.length > SUBJECT.most) {
    failures.push(`The subject must have ${SUBJECT.least} to ${SUBJECT.most} characters.`);
  }
  if (body.length < LEAST_BODY || body.length > most) {
    failures.push(`The letter must have ${LEAST_BODY} to ${most} characters.`);
  }
  return failures;
}
