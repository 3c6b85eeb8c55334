import { type Draft, marksIn } from '../draft';
import { placesIn } from '../prompt';
import { check } from './check';

/** Each link and the report has its one place, and no other place is made up. */
export const places = check({
  title: 'places of links',
  failures: (draft, facts) => checkPlaces(draft, placesIn(facts)),
});

/** What is wrong with the places where links go; empty where each stands once, alone on its line. */
export function checkPlaces({ subject, body }: Draft, wanted: string[]): string[] {
  const failures: string[] = [];
  const lines = body.split('\n').map((line) => line.trim());
  for (const place of wanted) {
    const times = lines.filter((line) => line === place).length;
    if (times !== 1 || body.split(place).length !== 2) {
      failures.push(`${place} must stand exactly once, alone on its line.`);
    }
  }
  for (const mark of marksIn(`${subject}\n${body}`)) {
    if (!wanted.includes(mark)) failures.push(`${mark} is not one of this letter’s places.`);
  }
  if (marksIn(subject).length > 0) failures.push('The subject must not hold a place.');
  return failures;
}
