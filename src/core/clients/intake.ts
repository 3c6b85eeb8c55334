import type { Day } from '../calendar';
import { parseCsv, type RefusedRow } from '../csv';
import { cut, Problem } from '../problem';
import { blankRow, type Row } from '../schema/table';
import { mailAddress } from '../settings';
import { type Client, clients } from '../workbook';
import { fieldNamed, type IntakeContext, type ListedField, readCell } from './cells';
import { addressOf, type People } from './client';
import { movedOn, unreadable } from './clash';
import { addressMark, type EndedAddresses, stayingAway } from './unsubscribed';

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

/** What a client list in CSV would do to the Clients tab. Rows are told apart by mail address. */
export function planIntake(
  csv: string,
  known: Known,
  context: IntakeContext,
  consent?: Consent,
): Intake {
  return planRows(parseCsv(csv), known, context, consent);
}

/** What rows under a header would do to the Clients tab. */
export function planRows(
  { header, rows }: { header: string[]; rows: string[][] },
  { people, ended }: Known,
  context: IntakeContext,
  consent?: Consent,
): Intake {
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
      const who = before !== undefined && context.namesById ? before.id : address;
      if (before !== undefined && !readable.has(before)) throw unreadable(who);
      const mark = addressMark({ id: '', email: address });
      const other = before === undefined ? byId.get(mark) : undefined;
      if (other !== undefined) throw movedOn(address, other, context.namesById && other.id);
      const day = before?.consent ? undefined : ended.get(mark);
      if (day !== undefined) intake.unsubscribed.push({ email: address, name: given.name ?? '' });
      place(
        day === undefined
          ? withConsent(given, before, consent, who)
          : { ...given, ...stayingAway(day) },
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

/** Which field each column of the file fills, by its header. */
function fieldsOf(header: string[]): Map<number, ListedField> {
  const fields = new Map<number, ListedField>();
  header.forEach((title, i) => {
    const found = fieldNamed(title);
    if (found !== undefined && ![...fields.values()].includes(found)) fields.set(i, found);
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
  fields: Map<number, ListedField>,
  context: IntakeContext,
): Partial<Client> {
  const given: Partial<Client> = {};
  for (const [i, name] of fields) {
    const cell = (cells[i] ?? '').trim();
    if (cell !== '') Object.assign(given, { [name]: readCell(name, cell, context) });
  }
  given.email = mailAddress(given.email ?? '');
  return given;
}

function withConsent(
  given: Partial<Client>,
  before: Client | undefined,
  consent: Consent | undefined,
  who: string,
): Partial<Client> {
  const isWider = !before?.consent || before.consent === 'service only';
  if (isWider && given.consent === 'yes' && (!given.consentBasis || !given.consentDate)) {
    throw withoutGrounds(who, before?.consent === 'service only');
  }
  if (before?.consent) return given;
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

/** More than was agreed to has its own grounds: those of the service letters do not reach as far. */
function withoutGrounds(who: string, isUpgrade: boolean): Problem {
  return new Problem({
    code: 'consent-without-basis',
    sentence: isUpgrade
      ? `${cut(who)} agreed to service letters only, and it is not said how or when to more.`
      : `${cut(who)} is marked as having consented, but not how or when.`,
    remedy: 'Fill the columns Consent basis and Consent date, or leave Consent empty.',
  });
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

function sameAddress(address: string, row: number): Problem {
  return new Problem({
    code: 'address-twice',
    sentence: `${cut(address)} stands in row ${row} already.`,
    remedy: 'Keep one of the two rows.',
  });
}
