import { DAY_MS } from '../core/calendar';
import { cut, Problem } from '../core/problem';
import { blankRow } from '../core/schema/table';
import { endpointAddress, eventsNamed } from '../core/webhooks/endpoint';
import { EVENT_KINDS } from '../core/webhooks/events';
import { WITHDRAWN } from '../core/webhooks/outbox';
import { type Secret, shownSecret } from '../core/webhooks/signature';
import { outbox, type OutboxRow, type Webhook, webhooks } from '../core/workbook';
import { STATE } from '../jobs/state';
import { keepSecret, webhookSecrets } from '../jobs/webhooks/kept';
import type { Services } from '../services';
import type { PanelAnswers, WebhookLine } from './protocol';

type WebhookServices = Pick<Services, 'sheets' | 'vault' | 'state' | 'clock' | 'chance'>;

/** As many receivers as their secrets fit into one property, with room to spare. */
const MOST = 20;
/** So long the secret before still signs. */
const OVERLAP_MS = DAY_MS;

/** The receivers that have a secret, and the events to choose from. */
export function listWebhooks({
  sheets,
  vault,
}: Pick<WebhookServices, 'sheets' | 'vault'>): PanelAnswers['webhooks'] {
  const rows = receivers({ sheets, vault });
  const posts = rows.length === 0 ? [] : sheets.read(outbox).rows;
  return {
    webhooks: rows.map((row) => lineOf(row, posts)),
    events: EVENT_KINDS.map(({ type, about }) => ({ type, about })),
    secret: '',
  };
}

/** The rows of the receivers that have a secret. */
export function receivers({ sheets, vault }: Pick<WebhookServices, 'sheets' | 'vault'>): Webhook[] {
  const ids = Object.keys(webhookSecrets(vault));
  // A workbook of before there were webhooks lacks the tabs until it is set up anew.
  return ids.length === 0 ? [] : sheets.find(webhooks, ids);
}

/** Adds a receiver; its secret is in this answer and in no other. */
export function addWebhook(
  services: WebhookServices,
  said: { address: string; events: string[] },
): PanelAnswers['addWebhook'] {
  const { sheets, vault, clock } = services;
  const { href: address } = endpointAddress(said.address);
  const events = [...eventsNamed(said.events)];
  const row = { ...blankRow(webhooks), address, events, since: clock.now() };
  row.id = webhooks.derive(row);
  const secrets = webhookSecrets(vault);
  // A receiver that was removed left its row. Looked at first, for a missing tab must leave no secret.
  const there = new Set(sheets.readColumns(webhooks, ['id', 'address']).all.map(({ id }) => id));
  const told = Object.keys(secrets).filter((id) => there.has(id));
  if (told.includes(row.id)) throw thereAlready(address);
  if (told.length >= MOST) throw tooMany();
  // A row that was deleted in its tab, or never came to be, left a secret.
  for (const id of Object.keys(secrets)) if (!there.has(id)) keepSecret(vault, id, undefined);
  const secret = makeSecret(services, row.id);
  if (!there.has(row.id)) sheets.append(webhooks, [row]);
  else sheets.patch(webhooks, [{ id: row.id, set: row }]);
  return { ...listWebhooks(services), secret };
}

/** Makes a receiver's secret anew; the one before still signs for a day. */
export function rotateWebhook(services: WebhookServices, id: string): PanelAnswers['addWebhook'] {
  const { now: before } = secretOf(services, id);
  const until = services.clock.now() + OVERLAP_MS;
  const secret = makeSecret(services, id, { before, until });
  return { ...listWebhooks(services), secret };
}

/** Removes a receiver: its secret is forgotten, and nothing waits for it any more. */
export function removeWebhook(services: WebhookServices, id: string): PanelAnswers['webhooks'] {
  const { sheets, vault } = services;
  const [row] = sheets.find(webhooks, [id]);
  keepSecret(vault, id, undefined);
  if (row !== undefined) {
    sheets.patch(webhooks, [{ id, set: { active: false, note: 'Removed in the sidebar.' } }]);
  }
  const waiting = sheets.read(outbox).rows.filter((post) => isWaiting(post, id));
  sheets.patch(
    outbox,
    waiting.map((post) => ({
      id: post.id,
      expect: { state: 'waiting' },
      set: WITHDRAWN,
    })),
  );
  return listWebhooks(services);
}

function makeSecret(
  { vault, chance, state }: WebhookServices,
  id: string,
  former: Omit<Secret, 'now'> = {},
): string {
  const now = chance.secret();
  keepSecret(vault, id, { now, ...former });
  state.set(STATE.look, 'webhooks');
  return shownSecret(now);
}

function isWaiting({ webhookId, state }: OutboxRow, id: string): boolean {
  return webhookId === id && state === 'waiting';
}

function lineOf({ id, address, events, active, note }: Webhook, posts: OutboxRow[]): WebhookLine {
  const own = posts.filter(({ webhookId }) => webhookId === id);
  const waiting = own.filter((post) => isWaiting(post, id));
  const failing = waiting.filter(({ tries }) => tries > 0);
  const lost = own.filter(({ state, said }) => state === 'given up' && said !== '');
  return {
    id,
    address,
    events: events.length === 0 ? 'all events' : events.join(', '),
    waiting: waiting.length,
    delivered: own.filter(({ state }) => state === 'delivered').length,
    givenUp: lost.length,
    next: waiting.length === 0 ? null : Math.min(...waiting.map(({ next }) => next ?? 0)),
    problem: problemOf({ active, note }, failing[0] ?? lost[0]),
  };
}

/** What is wrong with a receiver, and what to do about it; blank where nothing is. */
function problemOf(
  { active, note }: Pick<Webhook, 'active' | 'note'>,
  failed: OutboxRow | undefined,
): string {
  if (!active) return note || 'It rests: Active is no in the Webhooks tab.';
  if (failed === undefined) return '';
  const end =
    failed.state === 'waiting'
      ? 'It is tried again, for a day in all.'
      : 'Such events are not sent again.';
  return `Not every event was taken; the last answer was ${failed.said}. ${end} Look at the receiver, and press Test.`;
}

function secretOf({ vault }: Pick<WebhookServices, 'vault'>, id: string): Secret {
  const secret = webhookSecrets(vault)[id];
  if (secret === undefined) throw notThere(id);
  return secret;
}

/** The problem of a receiver that is not there. */
export function notThere(id: string): Problem {
  return new Problem({
    code: 'webhook-unknown',
    tab: webhooks.tab,
    value: id,
    sentence: `There is no receiver ${cut(id)} any more.`,
    remedy: 'Add it again under Connections.',
  });
}

function thereAlready(address: string): Problem {
  return new Problem({
    code: 'webhook-twice',
    value: address,
    sentence: `${cut(address)} is told already.`,
    remedy: 'Change its events in the Webhooks tab, or remove it first.',
  });
}

function tooMany(): Problem {
  return new Problem({
    code: 'webhooks-full',
    sentence: `There are ${MOST} receivers already.`,
    remedy: 'Remove one that nobody needs any more.',
  });
}
