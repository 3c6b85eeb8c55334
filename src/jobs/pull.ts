import { DAY_MS, type Instant } from '../core/calendar';
import { NETWORK_APIS } from '../core/connectors/networks';
import {
  firstPlace,
  type Keys,
  type NetworkApi,
  nextPlace,
  type Place,
  readPage,
  type Span,
  spanOf,
} from '../core/connectors/networks/network-api';
import { withoutSecret } from '../core/http';
import { cut } from '../core/problem';
import type { Statement } from '../core/revenue/commission';
import { many } from '../core/words/count';
import type { Memory, Services } from '../services';
import type { JobResult } from './job';
import { bookStatements } from './ledger';
import { STATE, VAULT } from './state';

type PullServices = Pick<Services, 'sheets' | 'http' | 'state' | 'vault' | 'clock'>;

/** Where the pull from one network is. */
export interface Pull {
  /** The last pull that came to its end began then. */
  last?: Instant;
  /** A pull that is under way. */
  span?: Span;
  place?: Place;
  /** Not asked before then. */
  rest?: Instant;
  /** Only a person can put it right; nothing is asked until they did. */
  closed?: string;
  /** A person wants it asked now. */
  isWanted?: boolean;
  /** Why rows of the last pull were left out: the first reasons, and how many rows in all. */
  refused?: { why: string[]; rows: number };
}

/** A network is asked again so long after the last pull. */
const EVERY_MS = DAY_MS;
/** A wait up to this long is waited out; a longer one is left to a later run. */
const PATIENCE_MS = 20_000;
/** So many rows are booked in one go; a place is kept once what came before it is booked. */
const ROWS_AT_ONCE = 1000;
const MOST_TOLD = 3;

/** The keys of networks that are asked by API, by network. */
export function networkKeys(vault: Memory): Record<string, Keys> {
  return JSON.parse(vault.get(VAULT.networkKeys) ?? '{}') as Record<string, Keys>;
}

/** Where each network's pull is, by network. */
export function pullsOf(state: Memory): Record<string, Pull> {
  return JSON.parse(state.get(STATE.pulls) ?? '{}') as Record<string, Pull>;
}

/** Keeps where a pull is; undefined forgets it. */
export function savePull(state: Memory, network: string, pull: Pull | undefined): void {
  const others = Object.entries(pullsOf(state)).filter(([name]) => name !== network);
  const all = pull === undefined ? others : [...others, [network, pull]];
  state.set(STATE.pulls, JSON.stringify(Object.fromEntries(all)));
}

/**
 * Asks the networks whose key is kept what they paid, page by page, and books it. Where the time is
 * over or a network wants to rest, the place is kept and the next run goes on there.
 */
export function pullNetworks(services: PullServices, deadline: Instant): JobResult {
  const { state, vault, clock } = services;
  const keys = networkKeys(vault);
  const done: string[] = [];
  const problems: string[] = [];
  const again: Instant[] = [];
  for (const api of NETWORK_APIS) {
    const own = keys[api.network];
    if (own === undefined) continue;
    const pull = pullsOf(state)[api.network] ?? {};
    if (isDue(pull, clock.now())) {
      const found = pullOne(services, api, own, pull, deadline);
      savePull(state, api.network, found.pull);
      if (found.booked > 0) done.push(`${many(found.booked, 'commission')} from ${api.network}`);
      problems.push(...problemsOf(api.network, found.pull));
    }
    again.push(...nextLook(pullsOf(state)[api.network] ?? {}, clock.now()));
  }
  return {
    done: done.join(', '),
    ...(problems.length === 0 ? {} : { problem: problems.join('\n') }),
    ...(again.length === 0 ? {} : { lookAgainAt: Math.min(...again) }),
  };
}

function isDue({ last, place, rest = 0, closed, isWanted }: Pull, now: Instant): boolean {
  if (closed !== undefined || now < rest) return false;
  return isWanted === true || place !== undefined || last === undefined || now >= last + EVERY_MS;
}

function nextLook({ last, place, rest, closed }: Pull, now: Instant): Instant[] {
  if (closed !== undefined) return [];
  return [place === undefined ? (last ?? now) + EVERY_MS : (rest ?? now)];
}

function problemsOf(network: string, { closed, refused }: Pull): string[] {
  const told = refused === undefined ? [] : [`${network}: ${leftOut(refused)}`];
  return closed === undefined ? told : [...told, closed];
}

/** Rows that were left out, in words. */
export function leftOut({ why, rows }: { why: string[]; rows: number }): string {
  return `${many(rows, 'row')} left out. ${why.join(' ')}`;
}

interface Pulled {
  pull: Pull;
  /** Rows added or changed. */
  booked: number;
}

/** Goes on with one network until its end, the deadline, or something stands in the way. */
function pullOne(
  services: PullServices,
  api: NetworkApi,
  keys: Keys,
  before: Pull,
  deadline: Instant,
): Pulled {
  const { state, clock } = services;
  const { last, refused } = before;
  const span = before.span ?? spanOf(api, last, clock.now());
  const pull: Pull = { ...(last === undefined ? {} : { last }), span };
  if (before.place !== undefined && refused !== undefined) pull.refused = refused;
  let place = before.place ?? firstPlace(api, span);
  let booked = 0;
  for (;;) {
    const part = fetchPages(services, api, keys, { place, span, deadline });
    booked += bookPart(services, api, part.statements);
    noteRefused(pull, part.refused);
    if (part.place === undefined) break;
    place = part.place;
    pull.place = place;
    savePull(state, api.network, pull);
    if (part.stop === undefined) continue;
    if (part.stop.closed === undefined) pull.rest = part.stop.rest;
    else pull.closed = part.stop.closed;
    return { pull, booked };
  }
  const left = pull.refused === undefined ? {} : { refused: pull.refused };
  return { pull: { last: span.until, ...left }, booked };
}

function noteRefused(pull: Pull, refused: string[]): void {
  if (refused.length === 0) return;
  const { why, rows } = pull.refused ?? { why: [], rows: 0 };
  const shown = [...why, ...refused.map((said) => cut(said, 200))].slice(0, MOST_TOLD);
  pull.refused = { why: shown, rows: rows + refused.length };
}

interface Part {
  statements: Statement[];
  refused: string[];
  /** Where to go on; undefined at the end. */
  place: Place | undefined;
  stop?: { closed?: string; rest: Instant };
}

/** Pages from a place on, as many as are booked in one go. */
function fetchPages(
  { http, clock }: PullServices,
  api: NetworkApi,
  keys: Keys,
  { place: from, span, deadline }: { place: Place; span: Span; deadline: Instant },
): Part {
  const part: Part = { statements: [], refused: [], place: from };
  let waits = 0;
  while (part.place !== undefined && part.statements.length < ROWS_AT_ONCE) {
    if (clock.now() > deadline) return { ...part, stop: { rest: clock.now() } };
    const { place } = part;
    const [answer = { ok: false as const, error: 'no answer' }] = http.batch([
      api.ask(place, keys),
    ]);
    const safe = Object.values(keys).reduce(withoutSecret, answer);
    const page = readPage(api, safe, place);
    if (page.kind === 'closed') {
      const { sentence, remedy } = page.problem;
      return { ...part, stop: { closed: `${sentence} ${remedy}`, rest: clock.now() } };
    }
    if (page.kind === 'busy') {
      const isPatient = page.afterMs <= PATIENCE_MS && waits++ < 3;
      if (!isPatient) return { ...part, stop: { rest: clock.now() + page.afterMs } };
      clock.sleep(page.afterMs);
      continue;
    }
    part.statements.push(...page.statements);
    part.refused.push(...page.refused);
    part.place = nextPlace(api, place, page.cursor, span);
    if (part.place !== undefined) clock.sleep(api.paceMs);
  }
  return part;
}

/** An answer says how things stand now. */
function bookPart(services: PullServices, { network }: NetworkApi, said: Statement[]): number {
  if (said.length === 0) return 0;
  const asOf = services.clock.now();
  const statements = said.map((statement) => ({ ...statement, asOf }));
  const source = `${network} API`;
  const { added, changed } = bookStatements(services, statements, { kind: 'report', source });
  return added.length + changed.length;
}
