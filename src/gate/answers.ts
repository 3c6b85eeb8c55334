import { fingerprint } from '../core/identity';
import type { GateTable } from '../core/referrals/gate';
import {
  isCode,
  isVisit,
  ROUTE_LENGTH,
  SUBID,
  subIdOf,
  VISIT_LENGTH,
} from '../core/referrals/sub-id';
import * as journal from './journal';
import { confirmPage, emptyPage, unsubscribedPage, visitPage } from './page';
import type { GateReply, GateRequest, GateServices } from './services';
import * as table from './table';

/** What the gate answers to whom. Destinations come from the routes alone, never from a request. */

const KEY = 'KEY';
const UNKNOWN = 'unknown';
/** Bodies of strangers that are longer are not read. */
const LONGEST_BODY = 20_000;
/** Characters kept of what a partner posted. */
const LONGEST_DATA = 4_000;
const OK: GateReply = { html: 'ok', title: 'ok' };

/** Answers a GET: a link's page, the form that asks before unsubscribing, or a network's postback. */
export function answerGet(services: GateServices, request: GateRequest): GateReply {
  const { l, u, p } = request.parameter;
  if (u !== undefined) return confirmPage(headOf(services).page, u.slice(0, 300));
  if (p !== undefined) return noteClaim(services, 'postback', p, request);
  return visit(services, (l ?? '').trim().toLowerCase());
}

/** Answers a POST: the sheet's calls, the page's beacon, an unsubscribe, or what partners send. */
export function answerPost(services: GateServices, request: GateRequest): GateReply {
  const { u, p, line, hook } = request.parameter;
  if (u !== undefined) return unsubscribe(services, u);
  if (p !== undefined) return noteClaim(services, 'postback', p, request);
  if (line !== undefined) return noteClaim(services, 'line', line, request);
  if (hook !== undefined) return noteClaim(services, 'hook', hook, request);
  const call = tryObject(request.body);
  if (call === undefined) return OK;
  return typeof call.op === 'string' ? answerOwner(services, call) : noteBeacon(services, call);
}

function visit(services: GateServices, code: string): GateReply {
  const route = code.slice(0, ROUTE_LENGTH);
  const cached = services.cache.get([...table.cacheNames(route), ...journal.cacheNames(code)]);
  const { head, route: found } = table.find(services, cached, route);
  if (!isCode(code) || found === undefined) {
    journal.raise(services, UNKNOWN);
    return emptyPage(head.page, 'unknown');
  }
  if (found.state !== 'live' || !found.to.startsWith('https://')) {
    return emptyPage(head.page, 'resting');
  }
  const name = services.random(VISIT_LENGTH);
  // A visitor is led on even where the journal has no room.
  journal.note(services, cached, {
    kind: 'opened',
    code,
    visit: name,
    agent: services.agent().slice(0, 300),
  });
  const to = found.to.replace(SUBID, subIdOf(code, name));
  return visitPage(head.page, found.product, to, code, name);
}

function noteBeacon(services: GateServices, call: Record<string, unknown>): GateReply {
  const { t, l, v, ms } = call;
  const kind = t === 'seen' || t === 'tapped' ? t : undefined;
  if (kind === undefined || typeof l !== 'string' || typeof v !== 'string') return OK;
  if (!isCode(l) || !isVisit(v)) return OK;
  const route = l.slice(0, ROUTE_LENGTH);
  const cached = services.cache.get([...table.cacheNames(route), ...journal.cacheNames(l)]);
  if (table.find(services, cached, route).route === undefined) journal.raise(services, UNKNOWN);
  else {
    journal.note(services, cached, {
      kind,
      code: l,
      visit: v,
      agent: services.agent().slice(0, 300),
      data: { ms: typeof ms === 'number' && Number.isFinite(ms) ? Math.round(ms) : -1 },
    });
  }
  return OK;
}

/** Confirmed only once it is written; else the page says where to write. */
function unsubscribe(services: GateServices, token: string): GateReply {
  // An id that a person typed stands in hex, up to 130 bytes of it.
  const isToken = /^[A-Za-z0-9-]{1,260}\.[a-z0-9]{1,40}$/.test(token);
  const isNoted = isToken && noteOther(services, { kind: 'unsubscribe', data: { token } });
  return unsubscribedPage(headOf(services).page, isNoted);
}

/** What a partner's system sends to its secret address is noted as it came; the sheet judges it. */
function noteClaim(
  services: GateServices,
  kind: 'postback' | 'line' | 'hook',
  secret: string,
  { parameter, body }: GateRequest,
): GateReply {
  if (!headOf(services).keys[kind].includes(fingerprint(secret))) {
    journal.raise(services, UNKNOWN);
    return OK;
  }
  const said = Object.fromEntries(Object.entries(parameter).filter(([, text]) => text !== secret));
  const fields = JSON.stringify(said);
  if (body.length > LONGEST_BODY || fields.length > LONGEST_DATA) return OK;
  noteOther(services, {
    kind,
    data: { key: fingerprint(secret), fields: said, body: body.slice(0, LONGEST_DATA) },
  });
  return OK;
}

/** Notes what comes from nobody's link. */
function noteOther(services: GateServices, event: journal.NewEvent): boolean {
  return journal.note(services, services.cache.get(journal.cacheNames('')), event);
}

function headOf(services: GateServices): table.Head {
  return table.find(services, services.cache.get(table.cacheNames('')), '').head;
}

/** Only whoever holds the key gets JSON; to all others the gate says nothing of itself. */
function answerOwner(services: GateServices, call: Record<string, unknown>): GateReply {
  const { op, key } = call;
  if (typeof key !== 'string' || key.length < 16) return refuse(services);
  if (op === 'pair') return pair(services, key);
  if (ownerHash(services) !== fingerprint(key)) return refuse(services);
  switch (op) {
    case 'routes':
      return takeRoutes(services, call);
    case 'events':
      return { json: journal.oldest(services, limitOf(call.limit)) };
    case 'ack':
      journal.acknowledge(services, textsOf(call.ids));
      return { json: { ok: true } };
    case 'health':
      return { json: health(services) };
    default:
      return { json: { ok: false, error: 'unknown op' } };
  }
}

/** Accepted once, while there is no key, and again with the same key. */
function pair(services: GateServices, key: string): GateReply {
  const before = ownerHash(services);
  if (before !== NOBODY && before !== fingerprint(key)) return refuse(services);
  services.store.set(KEY, fingerprint(key));
  services.cache.put({ [KEY]: fingerprint(key) }, 6 * 3600);
  return { json: { ok: true } };
}

const NOBODY = 'nobody';

/** The hash of the owner's key, from the cache where it is there, so that guessing costs the owner nothing. */
function ownerHash({ store, cache }: GateServices): string {
  const known = cache.get([KEY])[KEY];
  if (known !== undefined) return known;
  const hash = store.all()[KEY] ?? NOBODY;
  cache.put({ [KEY]: hash }, 600);
  return hash;
}

function refuse(services: GateServices): GateReply {
  journal.raise(services, UNKNOWN);
  return OK;
}

function takeRoutes(services: GateServices, call: Record<string, unknown>): GateReply {
  const { version, routes, page, keys } = call as unknown as GateTable;
  const isWhole = typeof version === 'string' && Array.isArray(routes) && typeof page === 'object';
  if (!isWhole) return { json: { ok: false, error: 'not a table of routes' } };
  const given = { postback: [], line: [], hook: [], ...(keys as Partial<GateTable['keys']>) };
  const words = { ...table.EMPTY_PAGE, ...page };
  if (!table.replace(services, { version, routes, page: words, keys: given })) {
    return { json: { ok: false, error: 'too many routes' } };
  }
  return { json: { ok: true, version } };
}

function health(services: GateServices): object {
  const all = services.store.all();
  const { version, routes } = table.load(all);
  return {
    ok: true,
    version,
    routes: routes.length,
    ...journal.measure(all),
    dropped: journal.counted(services, journal.DROPPED),
    unknown: journal.counted(services, UNKNOWN),
  };
}

function limitOf(said: unknown): number {
  return typeof said === 'number' && said >= 1 ? Math.min(500, Math.floor(said)) : 100;
}

function textsOf(said: unknown): string[] {
  return Array.isArray(said) ? said.filter((id): id is string => typeof id === 'string') : [];
}

function tryObject(text: string): Record<string, unknown> | undefined {
  if (text.length > 1_000_000) return undefined;
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
