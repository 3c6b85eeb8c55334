import { dayOf, type Instant } from '../core/calendar';
import { clientOfToken } from '../core/clients/client';
import { addressMark } from '../core/clients/unsubscribed';
import type { GateEvent } from '../core/referrals/gate';
import { clients, letters, unsubscribed } from '../core/workbook';
import type { Services } from '../services';
import { VAULT } from './state';

type EndServices = Pick<Services, 'sheets' | 'vault'>;

/** How many clients unsubscribed, how many of them stand in no row any more, and tokens not ours. */
interface Ended {
  unsubscribed: number;
  gone: number;
  unknown: number;
}

/** Ends the letters of those who asked for it at the gate. */
export function noteUnsubscribes(services: EndServices, events: GateEvent[]): Ended {
  const asked = events.filter(({ kind }) => kind === 'unsubscribe');
  if (asked.length === 0) return { unsubscribed: 0, gone: 0, unknown: 0 };
  const key = services.vault.get(VAULT.linkKey) ?? '';
  const when = new Map<string, number>();
  let unknown = 0;
  for (const { data, at } of asked) {
    const clientId = clientOfToken(typeof data?.token === 'string' ? data.token : '', key);
    if (clientId === undefined) unknown++;
    else when.set(clientId, Math.min(at, when.get(clientId) ?? at));
  }
  return { ...endLetters(services, when, 'unsubscribed by the link in a letter'), unknown };
}

/**
 * Ends the letters of clients, by id with the instant at which they asked: consent, for every channel,
 * and every letter that has not left.
 */
export function endLetters(
  services: Pick<Services, 'sheets'>,
  when: ReadonlyMap<string, Instant>,
  basis: string,
): Omit<Ended, 'unknown'> {
  if (when.size === 0) return { unsubscribed: 0, gone: 0 };
  const { sheets } = services;
  // Found by id, for a row that a person mistyped a cell in unsubscribes like any other.
  const { all } = sheets.readColumns(clients, ['id', 'email', 'consent']);
  const before = new Map(all.map((client) => [client.id, client]));
  const leaving = [...when].filter(([id]) => before.get(id)?.consent !== 'unsubscribed');
  const left = sheets.patch(
    clients,
    leaving.map(([id, at]) => ({
      id,
      set: {
        consent: 'unsubscribed' as const,
        consentBasis: basis,
        consentDate: dayOf(at, sheets.zone()),
      },
    })),
  );
  stopLetters(services, new Set(when.keys()));
  // All of them again, for a run may have died before this.
  sheets.append(
    unsubscribed,
    [...when].map(([id, at]) => ({
      mark: addressMark(before.get(id) ?? { id, email: '' }),
      day: dayOf(at, sheets.zone()),
      at,
    })),
  );
  return { unsubscribed: left.length, gone: leaving.length - left.length };
}

/** Letters not sent yet are skipped; the last one sent has `unsubscribed` for its outcome. */
function stopLetters({ sheets }: Pick<Services, 'sheets'>, leaving: Set<string>): void {
  const theirs = sheets
    .readColumns(letters, ['id', 'clientId', 'status', 'sent', 'outcome'])
    .all.filter(({ clientId }) => leaving.has(clientId));
  const waiting = theirs.filter(({ status }) =>
    ['drafting', 'drafted', 'approved', 'held'].includes(status),
  );
  const lastSent = new Map<string, (typeof theirs)[number]>();
  for (const letter of theirs) {
    const last = lastSent.get(letter.clientId);
    if (letter.sent !== null && letter.sent > (last?.sent ?? 0))
      lastSent.set(letter.clientId, letter);
  }
  sheets.patch(letters, [
    ...waiting.map(({ id, status }) => ({
      id,
      expect: { status },
      set: { status: 'skipped' as const, problem: 'The client unsubscribed.' },
    })),
    ...[...lastSent.values()]
      .filter(({ outcome }) => outcome !== 'bought' && outcome !== 'unsubscribed')
      .map(({ id }) => ({ id, set: { outcome: 'unsubscribed' as const } })),
  ]);
}
