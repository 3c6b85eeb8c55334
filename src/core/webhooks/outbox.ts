import { DAY_MS, type Instant } from '../calendar';
import type { HttpAnswer, HttpRequest } from '../http';
import { derivedId } from '../identity';
import { cut } from '../problem';
import type { OutboxRow } from '../workbook';
import type { Endpoint } from './endpoint';
import { type OutEvent, payloadOf } from './event';
import { nextTry } from './retry';
import { signedHeaders } from './signature';

/** As the Activity tab names it. */
export const DELIVERY_JOB = 'deliver webhooks';
/** An event that is found later than this after it happened is not told any more. */
export const NEWS_MS = 30 * DAY_MS;
/** A row stays so long after its event, so that the event is known; then it is used again. */
const KEPT_MS = 35 * DAY_MS;
/**
 * Rows of the tab, and those of them that may wait for one receiver, so that a dead one leaves room for
 * the others; more events wait in the tabs they come from.
 */
export const MOST_ROWS = 10_000;
export const MOST_WAITING = 500;
const TIMEOUT_SECONDS = 15;
const GONE = 410;

/** What is written over a row that nobody is to be sent any more; it was not refused. */
export const WITHDRAWN = { state: 'given up', next: null, said: '', payload: '' } as const;

/** What queueing would do. */
export interface Queueing {
  added: OutboxRow[];
  /** Rows that have served and are used again. */
  reused: { id: string; expect: Pick<OutboxRow, 'state'>; set: OutboxRow }[];
  /** All that wait then, in the order in which they are posted. */
  waiting: OutboxRow[];
  /** Rows that waited, and whose client was forgotten meanwhile. */
  withdrawn: OutboxRow[];
  /** Events that found no room yet. */
  left: number;
}

/** Queues the events that are not known yet, for each endpoint that wants them. */
export function queueEvents(
  events: OutEvent[],
  endpoints: Endpoint[],
  known: OutboxRow[],
  now: Instant,
): Queueing {
  const there = new Set(known.map(({ id }) => id));
  const open = new Set(endpoints.map(({ id }) => id));
  const fresh = [...events]
    .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id))
    .flatMap((event) =>
      endpoints
        .filter(({ events: wanted, since }) => wanted.has(event.type) && event.at >= since)
        .map((endpoint) => rowOf(event, endpoint, now)),
    )
    .filter(({ id }) => !there.has(id));
  const unfinished = known.filter((row) => row.state === 'waiting' && open.has(row.webhookId));
  const waiting = unfinished.filter(({ payload }) => payload !== '');
  const free = known.filter((row) => hasServed(row, open, now));
  const room = Math.max(0, MOST_ROWS - known.length) + free.length;
  const taken = withinBounds(fresh, waiting).slice(0, room);
  const reused = taken
    .slice(0, free.length)
    .flatMap((set, i) =>
      free.slice(i, i + 1).map(({ id, state }) => ({ id, expect: { state }, set })),
    );
  return {
    added: taken.slice(reused.length),
    reused,
    waiting: [...waiting, ...taken].sort(byTurn),
    withdrawn: unfinished.filter(({ payload }) => payload === ''),
    left: fresh.length - taken.length,
  };
}

/** Those of the new rows that may wait, too: so many for each receiver. */
function withinBounds(fresh: OutboxRow[], waiting: OutboxRow[]): OutboxRow[] {
  const counts = new Map<string, number>();
  const isWithin = ({ webhookId }: OutboxRow): boolean => {
    const count = (counts.get(webhookId) ?? 0) + 1;
    counts.set(webhookId, count);
    return count <= MOST_WAITING;
  };
  waiting.forEach(isWithin);
  return fresh.filter(isWithin);
}

/** What was tried least goes first: a receiver that takes nothing holds nobody up. */
function byTurn(a: OutboxRow, b: OutboxRow): number {
  return a.tries - b.tries || (a.next ?? 0) - (b.next ?? 0);
}

/** The request that delivers a row. */
export function deliveryOf(row: OutboxRow, endpoint: Endpoint, now: Instant): HttpRequest {
  return posted(endpoint, row.eventId, row.payload, now);
}

/** A signed post to an endpoint. */
export function posted(
  { address, secret }: Pick<Endpoint, 'address' | 'secret'>,
  id: string,
  body: string,
  now: Instant,
): HttpRequest {
  return {
    url: address,
    method: 'POST',
    headers: signedHeaders(id, secret, body, now),
    body,
    contentType: 'application/json',
    timeoutSeconds: TIMEOUT_SECONDS,
  };
}

/** What an answer means for an endpoint. */
export interface Verdict {
  isTaken: boolean;
  /** It wants nothing any more. */
  isGone: boolean;
  /** In words. */
  said: string;
}

/** Reads an answer: 2xx is taken, 410 ends it all, anything else is tried again. */
export function verdictOf(answer: HttpAnswer): Verdict {
  if (!answer.ok)
    return { isTaken: false, isGone: false, said: `no answer (${cut(answer.error)})` };
  const { status } = answer;
  const isRedirect = status >= 300 && status < 400;
  return {
    isTaken: status >= 200 && status < 300,
    isGone: status === GONE,
    said: isRedirect ? `${status}, which leads elsewhere and is not followed` : String(status),
  };
}

/** A row after a try. What was taken or given up keeps no payload. */
export function afterTry(
  row: OutboxRow,
  { isTaken, isGone, said }: Verdict,
  now: Instant,
): OutboxRow {
  const tries = row.tries + 1;
  if (isTaken) return { ...row, state: 'delivered', tries, next: null, said, payload: '' };
  const next = isGone ? undefined : nextTry(row.id, tries, { queued: row.queued ?? now, now });
  if (next !== undefined) return { ...row, tries, next, said };
  return { ...row, state: 'given up', tries, next: null, said, payload: '' };
}

function rowOf(event: OutEvent, endpoint: Endpoint, now: Instant): OutboxRow {
  return {
    id: derivedId('D', event.id, endpoint.id),
    webhookId: endpoint.id,
    eventId: event.id,
    event: event.type,
    at: event.at,
    clientId: event.clientId,
    queued: now,
    state: 'waiting',
    tries: 0,
    next: now,
    said: '',
    payload: payloadOf(event),
  };
}

function hasServed({ state, at, webhookId }: OutboxRow, open: ReadonlySet<string>, now: Instant) {
  return (state !== 'waiting' || !open.has(webhookId)) && (at ?? 0) < now - KEPT_MS;
}
