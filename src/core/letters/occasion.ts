import type { Day } from '../calendar';
import type { ProblemDetails } from '../problem';
import { cut } from '../problem';
import type { Client, Occasion } from '../workbook';
import type { Life } from './life';
import { startedMoments } from './started';
import { kindOf, WHEN_KINDS } from './whens';
import type { Known, Moment, When } from './whens/when';

/** The most products a letter can hold: one for each place in its text. */
export const PLACES = ['A', 'B'] as const;
export type PlaceName = (typeof PLACES)[number];

/** An occasion that is followed, with the moments of each client. */
export interface Followed {
  occasion: Occasion;
  kind: When;
  moments: (life: Life) => Moment[];
}

/**
 * The occasions that can be followed, those whose letters go first before the others, and a problem
 * for each that cannot.
 */
export function readOccasions(
  rows: Occasion[],
  products: Known['products'],
  today: Day,
): { followed: Followed[]; problems: ProblemDetails[] } {
  const known = { occasions: rows, products };
  const problems: ProblemDetails[] = [];
  const followed = rows.flatMap((row): Followed[] => {
    const problem = problemWith(row, known);
    const kind = kindOf(row);
    if (problem !== undefined) problems.push(problem);
    if (problem !== undefined || kind === undefined || !row.active) return [];
    const own = kind.plan(row, known, today);
    const moments = (life: Life): Moment[] => [...own(life), ...startedMoments(row, life)];
    return [{ occasion: row, kind, moments }];
  });
  followed.sort((a, b) => WHEN_KINDS.indexOf(a.kind) - WHEN_KINDS.indexOf(b.kind));
  return { followed, problems };
}

/** Whether an occasion is meant for this client, by past work or industry. */
export function isFor(occasion: Occasion, client: Client): boolean {
  if (occasion.goodFor.length === 0) return true;
  const has = [...client.pastWork, client.industry].map((word) => word.toLowerCase());
  return occasion.goodFor.some((word) => has.includes(word.toLowerCase()));
}

/** Whether its letters hold nothing but recommendations: without one there is nothing to write. */
export function isAllRecommendation({ products, siteReport }: Occasion): boolean {
  return products > 0 && !siteReport;
}

function problemWith(row: Occasion, known: Known): ProblemDetails | undefined {
  const name = cut(row.title || row.id);
  const wrong = (column: keyof typeof CELLS, sentence: string, remedy: string): ProblemDetails => ({
    tab: 'Occasions',
    code: 'occasion-wrong',
    column,
    value: CELLS[column](row),
    sentence,
    remedy,
  });
  if (row.id === '') {
    return wrong('Title', 'An occasion has no title.', 'Write one in the column Title.');
  }
  const kind = kindOf(row);
  if (kind === undefined) {
    const remedy = `Pick one in the column When: ${WHEN_KINDS.map(({ id }) => id).join(', ')}.`;
    return wrong('When', `The occasion “${name}” does not say when.`, remedy);
  }
  const fault = kind.check?.(row, known, name) ?? faultOfWait(row, kind, name);
  if (fault !== undefined) return wrong(fault.column, fault.sentence, fault.remedy);
  if (row.products > PLACES.length) {
    return wrong(
      'Products',
      `The occasion “${name}” asks for ${row.products} products in a letter.`,
      `Write a number from 0 to ${PLACES.length}.`,
    );
  }
  return undefined;
}

const CELLS = {
  Title: (row: Occasion) => row.title,
  When: (row: Occasion) => row.when,
  Detail: (row: Occasion) => row.detail,
  'Wait days': (row: Occasion) => String(row.waitDays),
  Products: (row: Occasion) => String(row.products),
};

function faultOfWait({ waitDays, when }: Occasion, { waitDays: range }: When, name: string) {
  if (waitDays >= range.least && waitDays <= range.most) return undefined;
  const tooLong = `waits ${waitDays} days, so ${when === 'monthly' ? 'its month' : 'its quarter'} is over before it falls due`;
  const isOver = when === 'quarterly' || when === 'monthly';
  return {
    column: 'Wait days' as const,
    sentence: `The occasion “${name}” ${isOver ? tooLong : `waits ${waitDays} days, which ${when} cannot`}.`,
    remedy: `Write a number from ${range.least} to ${range.most}.`,
  };
}
