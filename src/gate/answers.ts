import { tryObject } from '../core/json';
import { fingerprint } from '../core/identity';
import { readTable } from './taken';
import {
  isCode,
  isVisit,
  ROUTE_LENGTH,
  SUBID,
  subIdOf,
  VISIT_LENGTH,
} from '../core/referrals/sub-id';
import * as journal from './journal';
import { piecesOf } from './line';
import { confirmPage, emptyPage, unsubscribedPage, visitPage } from './page';
import type { GateReply, GateRequest, GateServices } from './services';
import * as table from './table';

/** What the gate answers to whom. Destinations come from the routes alone, never from a request. */

const KEY = 'KEY';
const UNKNOWN = 'unknown';
/** Bodies of strangers that are longer are not read. */
const LONGEST_BODY = 20_000;
/** LINE tells of many people at once. */
const LONGEST_WEBHOOK = 200_000;
/** Nor are longer fields. */
const LONGEST_FIELDS = 4_000;
/** Characters of a call; the longest carry routes. */
const LONGEST_CALL = 1_000_000;
const OK: GateReply = { html: 'ok', title: 'ok' };

/** Answers a GET: a link's page, the form that asks before unsubscribing, or a network's postback. */
export function answerGet(services: GateServices, request: GateRequest): GateReply {
  const { l, u, p } = request.parameter;
  if (u !== undefined) return confirm(services, u);
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
  const call = request.body.length > LONGEST_CALL ? undefined : tryObject(request.body);
  if (call === undefined) return OK;
  return typeof call.op === 'string' ? answerOwner(services, call) : noteBeacon(services, call);
}

/** What a visitor reads where something failed that should not have. */
export function apologise(): GateReply {
  return emptyPage(table.EMPTY_PAGE, 'later');
}

function visit(services: GateServices, said: string): GateReply {
  // Whatever is no code is not asked for: the cache refuses long names.
  const code = isCode(said) ? said : '';
  const route = code.slice(0, ROUTE_LENGTH);
  const cached = services.cache.get([...table.cacheNames(route), ...journal.cacheNames(code)]);
  const { head, route: found, isLost } = table.find(services, cached, route);
  if (found === undefined) {
    journal.raise(services, UNKNOWN);
    return emptyPage(head.page, isLost && code !== '' ? 'later' : 'unknown');
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
  const to = found.to.split(SUBID).join(subIdOf(code, name));
  return visitPage(head.page, found, to, code, name);
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

/** An id that a person typed stands in hex, up to 130 bytes of it. */
const isToken = (said: string): boolean => /^[A-Za-z0-9-]{1,260}\.[a-z0-9]{1,40}$/.test(said);

/** Asks whether the letters should stop; where nothing could come of a yes, says whom to write to. */
function confirm(services: GateServices, token: string): GateReply {
  const { page } = headOf(services);
  if (!isToken(token) || page.address === '') return unsubscribedPage(page, false);
  return confirmPage(page, token);
}

/** Confirmed only once it is written; else the page says whom to write to. */
function unsubscribe(services: GateServices, token: string): GateReply {
  const isNoted = isToken(token) && noteOther(services, { kind: 'unsubscribe', data: { token } });
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
  const most = kind === 'line' ? LONGEST_WEBHOOK : LONGEST_BODY;
  if (body.length > most || fields.length > LONGEST_FIELDS) {
    journal.raise(services, journal.DROPPED);
    return OK;
  }
  const key = fingerprint(secret);
  for (const piece of kind === 'line' ? piecesOf(body) : [body]) {
    noteOther(services, journal.cutToFit({ kind, data: { key, fields: said, body: piece } }));
  }
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
  try {
    return carryOut(services, call);
  } catch (error) {
    // The day's property operations may be used up; the sheet tries again.
    return { json: { ok: false, error: String(error) } };
  }
}

function carryOut(services: GateServices, call: Record<string, unknown>): GateReply {
  switch (call.op) {
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
  const hash = fingerprint(key);
  const isFree = (owner: string): boolean => owner === NOBODY || owner === hash;
  // The cache may be behind, so what it lets pass is looked up.
  if (!isFree(ownerHash(services)) || !isFree(tryRead(services.store))) return refuse(services);
  try {
    services.store.set(KEY, hash);
  } catch {
    return refuse(services);
  }
  services.cache.put({ [KEY]: hash }, KEY_SECONDS);
  return { json: { ok: true } };
}

const NOBODY = 'nobody';
const UNREADABLE = 'unreadable';
/** How soon the gate notices that its owner took the key away, so as to pair it anew. */
const KEY_SECONDS = 60;

/** The hash of the owner's key, from the cache where it is there, so that guessing costs the owner little. */
function ownerHash({ store, cache }: GateServices): string {
  const known = cache.get([KEY])[KEY];
  if (known !== undefined) return known;
  const hash = tryRead(store);
  cache.put({ [KEY]: hash }, KEY_SECONDS);
  return hash;
}

function tryRead(store: GateServices['store']): string {
  try {
    return store.all()[KEY] ?? NOBODY;
  } catch {
    return UNREADABLE;
  }
}

function refuse(services: GateServices): GateReply {
  journal.raise(services, UNKNOWN);
  return OK;
}

function takeRoutes(services: GateServices, call: Record<string, unknown>): GateReply {
  const given = readTable(call);
  if (given === undefined) return { json: { ok: false, error: 'not a table of routes' } };
  if (!table.replace(services, given)) {
    return { json: { ok: false, error: 'too many routes' } };
  }
  return { json: { ok: true, version: given.version } };
}

function health(services: GateServices): object {
  const all = services.store.all();
  const { version, routes } = table.load(all);
  return {
    ok: true,
    version,
    routes: routes.length,
    ...journal.measure(all),
    dropped: journal.readCount(services, journal.DROPPED),
    unknown: journal.readCount(services, UNKNOWN),
  };
}

function limitOf(said: unknown): number {
  return typeof said === 'number' && said >= 1 ? Math.min(500, Math.floor(said)) : 100;
}

function textsOf(said: unknown): string[] {
  return Array.isArray(said) ? said.filter((id): id is string => typeof id === 'string') : [];
}
