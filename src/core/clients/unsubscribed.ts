import type { Day, Instant } from '../calendar';
import { blankRow } from '../schema/table';
import { type Client, clients, type Unsubscribed } from '../workbook';
import type { People } from './client';

/** The days on which addresses unsubscribed, by their marks. */
export type EndedAddresses = ReadonlyMap<string, Day>;

/** Those who unsubscribed, as the hidden tab remembers them. */
export function endedAddresses(rows: Unsubscribed[]): EndedAddresses {
  return new Map(rows.map(({ mark, day }) => [mark, day]));
}

/**
 * What stands for a client's mail address where it should not stand itself: the id that a new row
 * with this address gets. Thus it is also known where only the id of a deleted row is left.
 */
export function addressMark({ id, email }: Pick<Client, 'id' | 'email'>): string {
  return clients.derive({ ...blankRow(clients), email }) || id;
}

/** The rows to remember of clients who unsubscribed and are not remembered yet. */
export function newlyEnded({ all }: People, known: EndedAddresses, now: Instant): Unsubscribed[] {
  return all
    .filter(({ consent }) => consent === 'unsubscribed')
    .map((client) => ({ mark: addressMark(client), day: client.consentDate, at: now }))
    .filter(({ mark }) => mark !== '' && !known.has(mark));
}

/** Nobody is signed up again by a list after they unsubscribed, though their row was deleted since. */
export function stayingAway(day: Day): Pick<Client, 'consent' | 'consentBasis' | 'consentDate'> {
  return { consent: 'unsubscribed', consentBasis: 'unsubscribed before', consentDate: day };
}
