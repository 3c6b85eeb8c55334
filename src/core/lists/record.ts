import { dayOf, parseInstant } from '../calendar';
import { type IntakeContext, LISTED_FIELDS, type ListedField, readCell } from '../clients/cells';
import { Problem, within } from '../problem';
import { mailAddress } from '../settings';
import { type Client, clients } from '../workbook';
import type { Matching, OutsideRecord } from './list';

/** What a record says of a client: each matched cell that could be read, blank ones too. */
export interface Told {
  given: Partial<Client>;
  /** Why a cell was passed over. */
  whys: string[];
}

/** Reads a record by the matching. A cell that cannot be read is passed over; the others go on. */
export function readRecord(
  { cells }: OutsideRecord,
  matching: Matching,
  context: IntakeContext,
): Told {
  const told: Told = { given: {}, whys: [] };
  for (const name of LISTED_FIELDS) {
    const id = matching[name];
    if (id === undefined) continue;
    try {
      const said = asTyped(name, (cells[id] ?? '').trim(), context.zone);
      Object.assign(told.given, { [name]: readField(name, said, context) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      told.whys.push(error.message);
    }
  }
  if (told.given.consent === 'yes' && !hasGrounds(told.given)) {
    leaveConsent(told);
  }
  return told;
}

function readField(name: ListedField, said: string, context: IntakeContext): unknown {
  if (name !== 'email' || said === '') return readCell(name, said, context);
  return within(clients.columns.email.header, () => mailAddress(said));
}

/** A checkbox for consent says yes or nothing; a moment stands for its day. */
function asTyped(name: ListedField, said: string, zone: string): string {
  if (name === 'consent' && /^(no|false)$/i.test(said)) return '';
  if (name === 'consent' && /^true$/i.test(said)) return 'yes';
  const isDay = name === 'since' || name === 'consentDate';
  return isDay && /^\d{4}-\d\d-\d\dT/.test(said) ? dayOf(parseInstant(said, zone), zone) : said;
}

function hasGrounds({ consentBasis, consentDate }: Partial<Client>): boolean {
  return Boolean(consentBasis) && Boolean(consentDate);
}

function leaveConsent(told: Told): void {
  delete told.given.consent;
  delete told.given.consentBasis;
  delete told.given.consentDate;
  told.whys.push(
    'Consent: it says yes, but not how and when they agreed. Fill the columns for Consent basis and Consent date, or choose none for Consent.',
  );
}
