import type { Instant } from '../core/calendar';
import { clientOfToken } from '../core/clients/client';
import type { IncomingMail } from '../core/letters/incoming';
import { readPost } from '../core/letters/post';
import { clients, letters } from '../core/workbook';
import type { Services } from '../services';
import type { JobResult } from './job';
import { askMailbox } from './mailbox';
import { savePost, SENT_COLUMNS, type SentLetter } from './save-post';
import { STATE, VAULT } from './state';

type ReplyServices = Pick<Services, 'sheets' | 'mail' | 'state' | 'vault' | 'clock'>;

const HOUR_MS = 3600 * 1000;
/** A mail may be found a while after it came. */
const OVERLAP_MS = HOUR_MS;
/** How far back the first look goes. */
const FIRST_LOOK_MS = 30 * 24 * HOUR_MS;

/** Looks once an hour for what came in; sending looks by itself before each wave. */
export function readReplies(services: ReplyServices, deadline: Instant): JobResult {
  const { state, clock } = services;
  if (clock.now() - heardUntil(state) < HOUR_MS) return { done: '' };
  return hearReplies(services, deadline);
}

/**
 * Reads answers, bounces and wishes to stop, and notes what follows. Of other mails only the ids are
 * asked for. What was read is read again in the next look's overlap, and changes nothing then. Throws
 * a `Problem` that passes where Gmail does not answer.
 */
export function hearReplies(services: ReplyServices, deadline: Instant): JobResult {
  const { state, clock } = services;
  const start = clock.now();
  const since = heardUntil(state) || start - FIRST_LOOK_MS;
  const arrived = asking(() => services.mail.arrivals(since - OVERLAP_MS));
  const sent = arrived.length === 0 ? [] : lettersSent(services);
  const threads = new Set(sent.map(({ threadId }) => threadId));
  const open = arrived.filter(({ threadId, isNotice }) => isNotice || threads.has(threadId));
  const { mails, until } = readAll(services, open, deadline);
  const result = mails.length === 0 ? { done: '' } : note(services, mails, sent);
  state.set(STATE.heard, String(until ?? start));
  return until === undefined ? result : { ...result, unfinished: true };
}

function heardUntil(state: ReplyServices['state']): Instant {
  return Number(state.get(STATE.heard) ?? 0);
}

function lettersSent({ sheets }: ReplyServices): SentLetter[] {
  return sheets
    .readColumns(letters, SENT_COLUMNS)
    .all.filter(({ status, threadId }) => status === 'sent' && threadId !== '');
}

/** The mails, oldest first; where the time is up, those so far and when the last of them came. */
function readAll(
  { mail, clock }: ReplyServices,
  open: { id: string }[],
  deadline: Instant,
): { mails: IncomingMail[]; until?: Instant } {
  const mails: IncomingMail[] = [];
  for (const { id } of [...open].reverse()) {
    const last = mails[mails.length - 1];
    if (last !== undefined && clock.now() > deadline) return { mails, until: last.at };
    const found = asking(() => mail.read(id));
    if (found !== undefined) mails.push(found);
  }
  return { mails };
}

function asking<T>(ask: () => T): T {
  return askMailbox(ask, {
    what: 'what came in',
    then: 'Nothing is sent until it answers; the next run asks again.',
  });
}

function note(services: ReplyServices, mails: IncomingMail[], sent: SentLetter[]): JobResult {
  const { sheets, vault } = services;
  const key = vault.get(VAULT.linkKey) ?? '';
  const post = readPost(mails, {
    letters: sent,
    clients: sheets.readColumns(clients, ['id', 'email']).all,
    clientOfToken: (token) => clientOfToken(token, key),
  });
  return savePost(services, post, sent);
}
