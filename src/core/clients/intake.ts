import { hostOf } from '../address';
import type { Day } from '../calendar';
import { parseCsv, type RefusedRow } from '../csv';
import { cut, Problem, within } from '../problem';
import { many } from '../words/count';
import type { Cell } from '../schema/column';
import { blankRow, type Row } from '../schema/table';
import { mailAddress } from '../settings';
import { type Client, clients } from '../workbook';
import { addressOf, type People } from './client';
import { addressMark, type EndedAddresses } from './unsubscribed';

/** How clients agreed, given by the freelancer for a whole selection. */
export interface Consent {
  consent: 'yes' | 'service only';
  basis: string;
  date: Day;
  /** The mail addresses it holds for; all rows of the file where absent. */
  emails?: string[];
}

export interface Intake {
  added: Client[];
  /** Only the cells that the file has and that differ. */
  changed: {
    id: string;
    name: string;
    email: string;
    /** What the row said of consent before. */
    consent: Client['consent'];
    set: Partial<Client>;
  }[];
  unchanged: number;
  refused: RefusedRow[];
  /** Rows that came without consent and had none: nothing will be sent to them. */
  withoutConsent: { email: string; name: string }[];
  /** Rows whose address unsubscribed before, whatever the file says of their consent. */
  unsubscribed: { email: string; name: string }[];
}

/** What stands in the workbook already. */
interface Known {
  people: People;
  ended: EndedAddresses;
}

export interface IntakeContext {
  zone: string;
  home: string;
  /** Nobody can have agreed after it. */
  today: Day;
}

/** What a client list in CSV would do to the Clients tab. Rows are told apart by mail address. */
export function planIntake(
  csv: string,
  { people, ended }: Known,
  context: IntakeContext,
  consent?: Consent,
): Intake {
  const { header, rows } = parseCsv(csv);
  const fields = fieldsOf(header);
  const readable = new Set(people.rows);
  const byId = new Map(people.all.map((client) => [client.id, client]));
  // The first row with an address is the one that gets its letters.
  const byEmail = new Map([...people.all].reverse().map((client) => [addressOf(client), client]));
  const seen = new Map<string, number>();
  const intake: Intake = {
    added: [],
    changed: [],
    unchanged: 0,
    refused: [],
    withoutConsent: [],
    unsubscribed: [],
  };

  rows.forEach((cells, i) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = i + 2;
    try {
      const given = readClient(cells, fields, context);
      const address = (given.email ?? '').toLowerCase();
      const earlier = seen.get(address);
      if (earlier !== undefined) throw sameAddress(address, earlier);
      seen.set(address, row);
      const before = byEmail.get(address);
      if (before !== undefined && !readable.has(before)) throw unreadable(address);
      const mark = addressMark({ id: '', email: address });
      const other = before === undefined ? byId.get(mark) : undefined;
      if (other !== undefined) throw movedOn(address, other);
      const day = before?.consent ? undefined : ended.get(mark);
      if (day !== undefined) intake.unsubscribed.push({ email: address, name: given.name ?? '' });
      place(
        day === undefined ? withConsent(given, before, consent) : stayingAway(given, day),
        before,
        intake,
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      intake.refused.push({ row, why: error.message });
    }
  });
  return intake;
}

/** Characters of one cell; more is no client's name, address or note. A sheet's cell takes 50,000. */
const LONGEST = 5000;

/** Every column that a list may bring, with the names it goes by elsewhere. */
const NAMES: Partial<Record<keyof Client, string[]>> = {
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
};

/** Which field each column of the file fills, by its header. */
function fieldsOf(header: string[]): Map<number, keyof Client> {
  const fields = new Map<number, keyof Client>();
  const wanted = Object.entries(NAMES) as [keyof Client, string[]][];
  header.forEach((title, i) => {
    const said = title.toLowerCase();
    const found = wanted.find(
      ([name, others]) =>
        clients.columns[name].header.toLowerCase() === said || others.includes(said),
    );
    if (found !== undefined && ![...fields.values()].includes(found[0])) fields.set(i, found[0]);
  });
  if (![...fields.values()].includes('email')) {
    throw new Problem({
      code: 'no-email-column',
      sentence: `None of the columns is named Email (found: ${cut(header.join(', '), 120)}).`,
      remedy: 'Name the column with the mail addresses “Email” in the first line and try again.',
    });
  }
  return fields;
}

function readClient(
  cells: string[],
  fields: Map<number, keyof Client>,
  context: IntakeContext,
): Partial<Client> {
  const given: Partial<Client> = {};
  for (const [i, name] of fields) {
    const cell: Cell = (cells[i] ?? '').trim();
    if (cell === '') continue;
    const column = clients.columns[name];
    const read = (): unknown => {
      if (cell.length > LONGEST) throw tooLong(cell);
      return column.decode(cell, { ...context, sibling: () => '' });
    };
    Object.assign(given, { [name]: within(column.header, read) });
  }
  given.email = mailAddress(given.email ?? '');
  const { website = '', consentDate = '' } = given;
  if (website !== '' && hostOf(website) === '') throw noSite(website);
  within(clients.columns.consentDate.header, () => assertAgreedBy(consentDate, context.today));
  return given;
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

/** Nobody is signed up again by a file after they unsubscribed, though their row was deleted since. */
function stayingAway(given: Partial<Client>, day: Day): Partial<Client> {
  return {
    ...given,
    consent: 'unsubscribed',
    consentBasis: 'unsubscribed before',
    consentDate: day,
  };
}

function withConsent(
  given: Partial<Client>,
  before: Client | undefined,
  consent: Consent | undefined,
): Partial<Client> {
  if (before?.consent) return given;
  if (given.consent === 'yes' && (!given.consentBasis || !given.consentDate)) {
    throw new Problem({
      code: 'consent-without-basis',
      sentence: `${cut(given.email ?? '')} is marked as having consented, but not how or when.`,
      remedy: 'Fill the columns Consent basis and Consent date, or leave Consent empty.',
    });
  }
  const chosen =
    consent?.emails === undefined ||
    consent.emails.some((email) => email.trim().toLowerCase() === given.email?.toLowerCase());
  if (consent === undefined || !chosen || given.consent !== undefined) return given;
  return {
    ...given,
    consent: consent.consent,
    consentBasis: consent.basis,
    consentDate: consent.date,
  };
}

function place(given: Partial<Client>, before: Client | undefined, intake: Intake): void {
  const name = given.name ?? before?.name ?? given.email ?? '';
  if (before === undefined) {
    const row: Row<typeof clients> = { ...blankRow(clients), ...given };
    row.id = clients.derive(row);
    intake.added.push(row);
  } else {
    const set = difference(given, before);
    if (Object.keys(set).length === 0) intake.unchanged++;
    else
      intake.changed.push({
        id: before.id,
        name,
        email: before.email,
        consent: before.consent,
        set,
      });
  }
  const consent = before?.consent ? before.consent : given.consent;
  if (!consent) intake.withoutConsent.push({ email: given.email ?? '', name });
}

/** What a file would change; nobody is signed up again by a file after they unsubscribed. */
function difference(given: Partial<Client>, before: Client): Partial<Client> {
  const stays = before.consent === 'unsubscribed' ? ['consent', 'consentBasis', 'consentDate'] : [];
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => {
      if (name === 'email' || stays.includes(name)) return false;
      return JSON.stringify(before[name as keyof Client]) !== JSON.stringify(value);
    }),
  );
}

function unreadable(address: string): Problem {
  return new Problem({
    code: 'row-unreadable',
    sentence: `The row of ${cut(address)} in the Clients tab has a cell that cannot be read.`,
    remedy: 'Correct that cell, which the start page of the sidebar names, and try again.',
  });
}

/** A row keeps its id when its address is changed by hand, so the id of the old address is taken. */
function movedOn(address: string, { name, email }: Client): Problem {
  return new Problem({
    code: 'address-moved-on',
    sentence: `${cut(address)} is the former address of ${cut(name || email)}.`,
    remedy: 'Take the row out of the file, or put their present address into it.',
  });
}

function tooLong(cell: string): Problem {
  return new Problem({
    code: 'cell-too-long',
    sentence: `“${cut(cell, 30)}” goes on for ${many(cell.length, 'character')}.`,
    remedy: `Shorten it to at most ${LONGEST}.`,
  });
}

function noSite(website: string): Problem {
  return new Problem({
    code: 'website',
    sentence: `Website: “${cut(website)}” is not the address of a site.`,
    remedy: 'Write it like bakery.example or https://bakery.example, or leave it empty.',
  });
}

function sameAddress(address: string, row: number): Problem {
  return new Problem({
    code: 'address-twice',
    sentence: `${cut(address)} stands in row ${row} already.`,
    remedy: 'Keep one of the two rows.',
  });
}
