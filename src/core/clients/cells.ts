import { hostOf } from '../address';
import type { Day } from '../calendar';
import { cut, Problem, within } from '../problem';
import type { ReadContext } from '../schema/table';
import { type Client, clients } from '../workbook';
import { many } from '../words/count';

/** What is needed to read a client from outside. */
export interface IntakeContext extends ReadContext {
  /** Nobody can have agreed after it. */
  today: Day;
  /** Sentences name clients by their ids, for they stay where nobody is forgotten. */
  namesById?: true;
}

/** Every column that a list may bring, with the names it goes by elsewhere. */
const NAMES = {
  name: ['full name', 'client', 'client name', 'contact', 'contact name', 'first name'],
  email: ['e-mail', 'mail', 'email address', 'e-mail address'],
  company: ['company name', 'business', 'organisation', 'organization', 'account'],
  website: ['site', 'url', 'web', 'homepage', 'domain'],
  industry: ['sector', 'branch', 'trade'],
  pastWork: ['work', 'projects', 'services', 'service'],
  needs: ['need', 'interests', 'interest'],
  stage: ['status'],
  language: ['lang', 'locale'],
  consent: ['opt-in', 'opt in'],
  consentBasis: ['basis', 'legal basis'],
  consentDate: ['opt-in date', 'date of consent'],
  since: ['client since', 'start', 'start date', 'customer since'],
  notes: ['note', 'comment', 'comments', 'remarks'],
} satisfies Partial<Record<keyof Client, string[]>>;

/** A column of the Clients tab that a list from outside may fill. */
export type ListedField = keyof typeof NAMES;
export const LISTED_FIELDS = Object.keys(NAMES) as ListedField[];

/** The column that a list means by a title, where it is one of ours. */
export function fieldNamed(title: string): ListedField | undefined {
  const said = title.trim().toLowerCase();
  return LISTED_FIELDS.find((name) => {
    const others: readonly string[] = NAMES[name];
    return clients.columns[name].header.toLowerCase() === said || others.includes(said);
  });
}

/** Characters of one cell; more is no client's name, address or note. A sheet's cell takes 50,000. */
const LONGEST = 5000;

/** What a cell from outside says of a client. Throws a `Problem` that names the column. */
export function readCell<Name extends ListedField>(
  name: Name,
  cell: string,
  context: IntakeContext,
): Client[Name] {
  const column = clients.columns[name];
  return within(column.header, () => {
    if (cell.length > LONGEST) throw tooLong(cell, context);
    const value = column.decode(cell, { ...context, sibling: () => '' }) as Client[Name];
    if (name === 'website' && cell !== '' && hostOf(cell) === '') throw noSite(cell);
    if (name === 'consentDate') assertAgreedBy(value as Day, context.today);
    return value;
  });
}

/** Throws a `Problem` for a day on which nobody can have agreed yet; a blank one passes. */
export function assertAgreedBy(date: Day, today: Day): void {
  if (date <= today) return;
  throw new Problem({
    code: 'consent-in-the-future',
    sentence: `${date} is still to come, so nobody can have agreed on it.`,
    remedy: 'Write the day on which they agreed, like 2026-11-21.',
  });
}

function tooLong(cell: string, { namesById }: IntakeContext): Problem {
  const what = namesById === true ? 'It' : `“${cut(cell, 30)}”`;
  return new Problem({
    code: 'cell-too-long',
    sentence: `${what} goes on for ${many(cell.length, 'character')}.`,
    remedy: `Shorten it to at most ${LONGEST}.`,
  });
}

function noSite(website: string): Problem {
  return new Problem({
    code: 'website',
    sentence: `“${cut(website)}” is not the address of a site.`,
    remedy: 'Write it like bakery.example or https://bakery.example, or leave it empty.',
  });
}
