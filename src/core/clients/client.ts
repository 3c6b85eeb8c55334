import { hexOf, textOf } from '../hex';
import { mac } from '../identity';
import type { ProblemDetails } from '../problem';
import { cut } from '../problem';
import type { Reading } from '../schema/table';
import { mailAddress } from '../settings';
import type { Client } from '../workbook';
import { mayBeWrittenTo } from './stage';

/** The Clients tab as it was read; a row that cannot be read whole has an address all the same. */
export type People = Pick<Reading<Client>, 'rows' | 'all'>;

/** What a client has agreed to get. */
export type Reach =
  { letters: 'with recommendations' | 'report only' } | { letters: 'none'; why: string };

/** What may be sent to a client, and why nothing may where that is so. */
export function reach(client: Client): Reach {
  if (client.consent === 'unsubscribed') return none('unsubscribed');
  if (client.consent === '') return none('has not consented');
  if (!mayBeWrittenTo(client.stage)) return none('is closed');
  if (!isMailAddress(client.email)) return none('has no mail address that works');
  if (hasBounced(client)) return none('has a mail address from which mails come back');
  if (client.consent === 'service only') return { letters: 'report only' };
  if (client.consentBasis === '' || client.consentDate === '') {
    return none('has consent without a basis or a date');
  }
  return { letters: 'with recommendations' };
}

/** Whether mails to the address that stands there come back; another address is worth a try. */
export function hasBounced(client: Pick<Client, 'email' | 'bounced'>): boolean {
  return client.bounced !== '' && addressOf({ email: client.bounced }) === addressOf(client);
}

/** Clients whose letters would go astray: no working address, or the address of another row. */
export function clientProblems({ rows, all }: People): ProblemDetails[] {
  const problems: ProblemDetails[] = [];
  for (const client of rows) {
    const who = cut(client.name || client.email || client.id);
    if (
      client.consent !== '' &&
      client.consent !== 'unsubscribed' &&
      !isMailAddress(client.email)
    ) {
      problems.push({
        code: 'client-without-address',
        tab: 'Clients',
        column: 'Email',
        value: client.email,
        sentence: `${who} has no mail address that works (“${cut(client.email)}”).`,
        remedy: 'Correct the Email cell.',
      });
    }
    if (client.consent !== 'unsubscribed' && hasBounced(client)) {
      problems.push({
        code: 'address-bounced',
        tab: 'Clients',
        column: 'Email',
        value: client.email,
        sentence: `Mails to ${who} come back; there seems to be no ${cut(client.email)}.`,
        remedy: 'Correct the Email cell, or empty Bounced if the address works after all.',
      });
    }
    if (client.consent === 'yes' && (client.consentBasis === '' || client.consentDate === '')) {
      problems.push({
        code: 'consent-without-basis',
        tab: 'Clients',
        column: client.consentBasis === '' ? 'Consent basis' : 'Consent date',
        value: '',
        sentence: `${who} is marked as having consented, but not how or when.`,
        remedy: 'Fill Consent basis and Consent date, or nothing is sent.',
      });
    }
  }
  for (const twin of laterTwins(all)) {
    problems.push({
      code: 'address-twice',
      tab: 'Clients',
      column: 'Email',
      value: twin.email,
      sentence: `${cut(twin.name || twin.id)} has the same mail address as a row above: ${cut(twin.email)}.`,
      remedy:
        'Keep one of the two rows; only the first gets letters, and none where one unsubscribed.',
    });
  }
  return problems;
}

/**
 * Clients by id, without those whose mail address stands in an earlier row. An address that
 * unsubscribed in one row has unsubscribed in all of them.
 */
export function clientsById({ rows, all }: People): Map<string, Client> {
  const twins = new Set(laterTwins(all));
  const ended = new Set(
    all.filter(({ consent }) => consent === 'unsubscribed').map((client) => addressOf(client)),
  );
  return new Map(
    rows.flatMap((client): [string, Client][] => {
      const address = addressOf(client);
      if (address !== '' && ended.has(address)) {
        return [[client.id, { ...client, consent: 'unsubscribed' }]];
      }
      return twins.has(client) ? [] : [[client.id, client]];
    }),
  );
}

/**
 * The token in a client's unsubscribe address: the id and a MAC that only the key's holder can make.
 * An id that a person typed may hold anything, so one unlike ours is written in hex.
 */
export function unsubscribeToken(clientId: string, key: string): string {
  const named = OWN_ID.test(clientId) ? clientId : hexOf(clientId);
  return `${named}.${mac(key, 16, 'unsubscribe', clientId)}`;
}

/** Ids that stand in a token as they are. */
const OWN_ID = /^[A-Za-z0-9-]{1,40}$/;

/** The client a token stands for, or undefined where the token was not made with this key. */
export function clientOfToken(token: string, key: string): string | undefined {
  const [named = ''] = token.split('.');
  if (key === '') return undefined;
  // Which of the two it is, the MAC tells.
  return [named, textOf(named)].find((id) => unsubscribeToken(id, key) === token);
}

function none(why: string): Reach {
  return { letters: 'none', why };
}

/** Whether a text can be a mail address. */
export function isMailAddress(said: string): boolean {
  try {
    mailAddress(said);
    return true;
  } catch {
    return false;
  }
}

/** A client's mail address, in the form in which two are compared. */
export function addressOf({ email }: Pick<Client, 'email'>): string {
  return email.trim().toLowerCase();
}

/** Rows whose mail address stands in a row above. */
function laterTwins(clients: Client[]): Client[] {
  const seen = new Set<string>();
  return clients.filter((client) => {
    const address = addressOf(client);
    if (address === '') return false;
    if (seen.has(address)) return true;
    seen.add(address);
    return false;
  });
}
