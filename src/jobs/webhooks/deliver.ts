import { addDays, dayOf, type Instant, startOf } from '../../core/calendar';
import { locate } from '../../core/problem';
import { type Endpoint, readEndpoints } from '../../core/webhooks/endpoint';
import {
  afterTry,
  deliveryOf,
  type Queueing,
  queueEvents,
  type Verdict,
  verdictOf,
  WITHDRAWN,
} from '../../core/webhooks/outbox';
import { type OutboxRow, outbox, type Webhook, webhooks } from '../../core/workbook';
import { many } from '../../core/words/count';
import type { Services } from '../../services';
import type { JobResult } from '../job';
import { countedOn, STATE } from '../state';
import { findEvents } from './find';
import { saveWebhookRun, webhookSecrets } from './kept';

type DeliveryServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'clock'>;

const BATCH = 25;
const MOST_A_RUN = 100;
/** Of the 20,000 requests that a free account has in a day for everything. */
const MOST_A_DAY = 5_000;
/** A batch may take so long. */
const BATCH_MS = 20_000;

/**
 * Tells receivers what happened: finds it in the tabs, posts what is due, and writes down what came
 * of it. A run that dies in between posts the same again under the same id.
 */
export function deliverWebhooks(
  services: DeliveryServices,
  deadline: Instant,
  isNow = false,
): JobResult {
  const { sheets, clock, vault } = services;
  const secrets = webhookSecrets(vault);
  if (Object.keys(secrets).length === 0) return { done: '' };
  const rows = sheets.read(webhooks).rows;
  const { endpoints, problems } = readEndpoints(rows, secrets);
  if (endpoints.length === 0) return resultOf([], problems.map(locate));
  const known = sheets.read(outbox).rows;
  const now = clock.now();
  const queueing = queueEvents(findEvents(services, endpoints), endpoints, known, now);
  const due = queueing.waiting.filter(({ next }) => isNow || (next ?? 0) <= now);
  const tries = postAll(services, due, endpoints, deadline);
  // First, for what is written of a row is not asked again.
  const gone = noteGone(services, tries, rows, endpoints);
  write(services, queueing, tries);
  const told = [...problems.map(locate), ...gone];
  const lost = [...tries.values()].filter(({ row }) => row.state === 'given up');
  if (lost.length > 0) told.push(givenUp(lost, endpoints));
  if (queueing.left > 0) told.push(noRoom(queueing.left));
  const result = {
    ...resultOf([...tries.values()], told),
    ...whenAgain(services, queueing, tries, due.length - tries.size),
  };
  if (tries.size > 0) saveWebhookRun(services.state, { at: now, did: result.done });
  return result;
}

/** One try of a delivery: its row as it is then. */
interface Try {
  row: OutboxRow;
  verdict: Verdict;
}

/** Posts what is due, in this order, as far as time and the day's requests reach; tries by row. */
function postAll(
  { http, clock, state }: DeliveryServices,
  due: OutboxRow[],
  endpoints: Endpoint[],
  deadline: Instant,
): Map<string, Try> {
  const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
  const today = dayOf(clock.now(), 'UTC');
  const before = countedOn(today, state.get(STATE.webhookPosts));
  const most = Math.min(MOST_A_RUN, MOST_A_DAY - before);
  const tries = new Map<string, Try>();
  for (let at = 0; at < Math.min(due.length, most); at += BATCH) {
    if (clock.now() + BATCH_MS > deadline) break;
    const batch = due.slice(at, Math.min(at + BATCH, most)).flatMap((row) => {
      const endpoint = byId.get(row.webhookId);
      return endpoint === undefined ? [] : [{ row, endpoint }];
    });
    const asked = clock.now();
    const answers = http.batch(batch.map(({ row, endpoint }) => deliveryOf(row, endpoint, asked)));
    batch.forEach(({ row }, i) => {
      const verdict = verdictOf(answers[i] ?? { ok: false, error: 'no answer' });
      tries.set(row.id, { row: afterTry(row, verdict, clock.now()), verdict });
    });
  }
  if (tries.size > 0) state.set(STATE.webhookPosts, `${today} ${before + tries.size}`);
  return tries;
}

/** New rows are written as they are after their first try. */
function write(
  { sheets }: DeliveryServices,
  { added, reused, withdrawn }: Queueing,
  tries: ReadonlyMap<string, Try>,
): void {
  const after = (row: OutboxRow): OutboxRow => tries.get(row.id)?.row ?? row;
  sheets.append(outbox, added.map(after));
  const fresh = new Set([...added, ...reused.map(({ set }) => set)].map(({ id }) => id));
  const retried = [...tries.values()].filter(({ row }) => !fresh.has(row.id));
  sheets.patch(outbox, [
    ...reused.map((patch) => ({ ...patch, set: after(patch.set) })),
    ...retried.map(({ row: { id, state, tries: count, next, said, payload } }) => ({
      id,
      expect: { state: 'waiting' as const },
      // What waits on keeps its payload, or has lost it meanwhile with a client who was forgotten.
      set: { state, tries: count, next, said, ...(state === 'waiting' ? {} : { payload }) },
    })),
    ...withdrawn.map(({ id }) => ({
      id,
      expect: { state: 'waiting' as const },
      set: WITHDRAWN,
    })),
  ]);
}

/** Switches off who answered that it is gone; returns what to tell of it. */
function noteGone(
  { sheets, clock }: DeliveryServices,
  tries: ReadonlyMap<string, Try>,
  rows: Webhook[],
  endpoints: Endpoint[],
): string[] {
  const gone = new Set(
    [...tries.values()].filter(({ verdict }) => verdict.isGone).map(({ row }) => row.webhookId),
  );
  const taken = new Set(
    [...tries.values()].filter(({ verdict }) => verdict.isTaken).map(({ row }) => row.webhookId),
  );
  const left = endpoints.filter(({ id }) => gone.has(id));
  const day = dayOf(clock.now(), sheets.zone());
  sheets.patch(webhooks, [
    ...left.map(({ id }) => ({
      id,
      expect: { active: true },
      set: {
        active: false,
        note: `It answered on ${day} that it is gone (410), so nothing is sent there. Correct Address, and set Active to yes.`,
      },
    })),
    ...rows
      .filter(({ id, note }) => note !== '' && taken.has(id) && !gone.has(id))
      .map(({ id }) => ({ id, set: { note: '' } })),
  ]);
  return left.map(
    ({ host }) =>
      `${host} answered that it is gone (410), so nothing is sent there any more. Correct its row in the Webhooks tab, or remove it.`,
  );
}

function givenUp(lost: Try[], endpoints: Endpoint[]): string {
  const hosts = endpoints
    .filter(({ id }) => lost.some(({ row }) => row.webhookId === id))
    .map(({ host }) => host);
  const said = lost[0]?.verdict.said ?? '';
  return `${many(lost.length, 'event')} for ${hosts.join(', ')} ${lost.length === 1 ? 'was' : 'were'} given up; the last answer was ${said}. Look whether the receiver still takes them, and press Test at its card under Connections.`;
}

function noRoom(left: number): string {
  return `${many(left, 'event')} found no room in the outbox and waits in the tabs. It goes on as soon as receivers take what is before it; look at their cards under Connections.`;
}

function resultOf(tries: Try[], problems: string[]): JobResult {
  const taken = tries.filter(({ row }) => row.state === 'delivered').length;
  const again = tries.filter(({ row }) => row.state === 'waiting').length;
  const parts = [
    taken > 0 ? `${many(taken, 'event')} delivered` : '',
    again > 0 ? `${many(again, 'event')} to be tried again` : '',
  ].filter((part) => part !== '');
  return {
    done: parts.join(', '),
    ...(problems.length === 0 ? {} : { problem: problems.join('\n') }),
  };
}

/** At once where posts were left over for want of time, the next day where its requests are used up. */
function whenAgain(
  { clock, state }: DeliveryServices,
  { waiting }: Queueing,
  tries: ReadonlyMap<string, Try>,
  left: number,
): Pick<JobResult, 'unfinished' | 'lookAgainAt'> {
  const now = clock.now();
  const today = dayOf(now, 'UTC');
  if (countedOn(today, state.get(STATE.webhookPosts)) >= MOST_A_DAY) {
    return { lookAgainAt: startOf(addDays(today, 1), 'UTC') };
  }
  if (left > 0) return { unfinished: true };
  const open = waiting.map((row) => tries.get(row.id)?.row ?? row);
  const next = open.flatMap((row) => (row.state === 'waiting' ? [row.next ?? now] : []));
  return next.length === 0 ? {} : { lookAgainAt: Math.min(...next) };
}
