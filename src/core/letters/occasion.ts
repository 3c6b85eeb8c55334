import { addDays, type Day, quarterOf, quarterPlus, quarterStart } from '../calendar';
import type { ProblemDetails } from '../problem';
import { cut } from '../problem';
import type { Client, Occasion } from '../workbook';

/** The most products a letter can hold: one for each place in its text. */
export const PLACES = ['A', 'B'] as const;
export type PlaceName = (typeof PLACES)[number];

/** Days; the shortest quarter has 90. */
const LONGEST_WAIT = 89;

/** The occasions that can be followed, and a problem for each that cannot. */
export function readOccasions(rows: Occasion[]): {
  occasions: Occasion[];
  problems: ProblemDetails[];
} {
  const problems: ProblemDetails[] = [];
  const occasions = rows.filter((row) => {
    const problem = problemWith(row);
    if (problem !== undefined) problems.push(problem);
    return problem === undefined && row.active;
  });
  return { occasions, problems };
}

/** The period a letter of this occasion falls in on a day, and the first day it may be written. */
export function periodOf(occasion: Occasion, today: Day): { period: string; from: Day } {
  const period = quarterOf(today);
  return { period, from: addDays(quarterStart(period), occasion.waitDays) };
}

/** The first day of the occasion's next period. */
export function nextPeriodFrom(occasion: Occasion, today: Day): Day {
  return addDays(quarterStart(quarterPlus(quarterOf(today), 1)), occasion.waitDays);
}

/** Whether an occasion is meant for this client, by past work or industry. */
export function isFor(occasion: Occasion, client: Client): boolean {
  if (occasion.goodFor.length === 0) return true;
  const has = [...client.pastWork, client.industry].map((word) => word.toLowerCase());
  return occasion.goodFor.some((word) => has.includes(word.toLowerCase()));
}

function problemWith(row: Occasion): ProblemDetails | undefined {
  const place = { tab: 'Occasions', code: 'occasion-wrong' };
  const name = cut(row.title || row.id);
  if (row.id === '') {
    return {
      ...place,
      column: 'Title',
      value: row.title,
      sentence: 'An occasion has no title.',
      remedy: 'Write one in the column Title.',
    };
  }
  if (row.when === '') {
    return {
      ...place,
      column: 'When',
      value: '',
      sentence: `The occasion “${name}” does not say when.`,
      remedy: 'Pick quarterly in the column When.',
    };
  }
  if (row.waitDays > LONGEST_WAIT) {
    return {
      ...place,
      column: 'Wait days',
      value: String(row.waitDays),
      sentence: `The occasion “${name}” waits ${row.waitDays} days, so its quarter is over before it falls due.`,
      remedy: `Write a number from 0 to ${LONGEST_WAIT}.`,
    };
  }
  if (row.products > PLACES.length) {
    return {
      ...place,
      column: 'Products',
      value: String(row.products),
      sentence: `The occasion “${name}” asks for ${row.products} products in a letter.`,
      remedy: `Write a number from 0 to ${PLACES.length}.`,
    };
  }
  return undefined;
}
