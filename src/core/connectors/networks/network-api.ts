import { DAY_MS, type Instant } from '../../calendar';
import type { HttpAnswer, HttpRequest } from '../../http';
import { tryJson } from '../../json';
import { cut, Problem, type ProblemDetails } from '../../problem';
import type { Statement } from '../../revenue/commission';

/** What a person enters so that a network answers; all of it is kept as a secret. */
export interface KeyField {
  name: string;
  title: string;
  /** Where to find it. */
  help: string;
}

export type Keys = Readonly<Record<string, string>>;

/** Where in a network's answers a pull is; it can be kept as JSON. */
export interface Place {
  /** Which of the network's questions. */
  question: string;
  from: Instant;
  to: Instant;
  /** Blank at a window's first page. */
  cursor: string;
}

/** The time that a whole pull covers. */
export interface Span {
  since: Instant;
  until: Instant;
}

/** What an answer says. */
export type Page =
  | {
      kind: 'page';
      statements: Statement[];
      /** Why rows were not taken. */
      refused: string[];
      /** The next page of this window; absent at its end. */
      cursor?: string;
    }
  /** The same may be asked again after so many milliseconds. */
  | { kind: 'busy'; why: string; afterMs: number }
  /** Nothing more comes until a person has put something right. */
  | { kind: 'closed'; problem: ProblemDetails };

/** A network that tells by API what it paid: what to ask, and how to read what it answers. */
export interface NetworkApi {
  /** As the Products tab names it. */
  network: string;
  keys: readonly KeyField[];
  /** Asked one after the other, each over the whole span. */
  questions: readonly [string, ...string[]];
  /** The longest window that one question may have. */
  windowDays: number;
  /** How far back the first pull looks, and how far before the last one each later pull does. */
  firstDays: number;
  againDays: number;
  /** Milliseconds from one request to the next that keep within its limits. */
  paceMs: number;
  ask: (place: Place, keys: Keys) => HttpRequest;
  read: (answer: HttpAnswer & { ok: true }, place: Place) => Page;
  /** Where this was read. */
  source: string;
}

/** The span of a pull: all, or what may have changed since the last. */
export function spanOf(
  { firstDays, againDays }: NetworkApi,
  last: Instant | undefined,
  now: Instant,
): Span {
  const since = last === undefined ? now - firstDays * DAY_MS : last - againDays * DAY_MS;
  return { since, until: now };
}

/** The first place of a pull. */
export function firstPlace(api: NetworkApi, span: Span): Place {
  return windowFrom(api, api.questions[0], span.since, span);
}

/** The place after a page; undefined where the pull is at its end. */
export function nextPlace(
  api: NetworkApi,
  place: Place,
  cursor: string | undefined,
  span: Span,
): Place | undefined {
  if (cursor !== undefined) return { ...place, cursor };
  if (place.to < span.until) return windowFrom(api, place.question, place.to, span);
  const question = api.questions[api.questions.indexOf(place.question) + 1];
  return question === undefined ? undefined : windowFrom(api, question, span.since, span);
}

function windowFrom(
  { windowDays }: NetworkApi,
  question: string,
  from: Instant,
  { until }: Span,
): Place {
  return { question, from, to: Math.min(until, from + windowDays * DAY_MS), cursor: '' };
}

/** What a network's answer says, whatever it answered; secrets are struck from it before. */
export function readPage(api: NetworkApi, answer: HttpAnswer, place: Place): Page {
  const { network } = api;
  if (!answer.ok) return { kind: 'busy', why: cut(answer.error, 120), afterMs: 60_000 };
  const { status, headers, body } = answer;
  if (status === 200) return moving(network, place, api.read(answer, place));
  const said = cut(wordsOf(body) || `status ${status}`, 160);
  if (status === 429 || status === 408 || status >= 500) {
    return { kind: 'busy', why: `${network} says: ${said}`, afterMs: waitOf(headers) };
  }
  if (status === 401 || status === 403) {
    return closed(
      `${network} refused the key: ${said}.`,
      'Enter a valid key for it in the sidebar, under Money.',
    );
  }
  return closed(
    `${network} did not take the question (${status}): ${said}.`,
    'Check the numbers that you entered for it in the sidebar, under Money.',
  );
}

/** A network that leads back to the page it just gave would be asked forever. */
function moving(network: string, { cursor }: Place, page: Page): Page {
  return page.kind === 'page' && page.cursor === cursor ? unreadable(network) : page;
}

/** An answer that has not the form that the network documents. */
export function unreadable(network: string): Page {
  return closed(
    `${network} answered in a form that Perennial does not know.`,
    'Bring its reports in as files meanwhile, and report this.',
  );
}

export function closed(sentence: string, remedy: string): Page {
  return { kind: 'closed', problem: { code: 'network-closed', sentence, remedy } };
}

/** Reads rows one by one; what is wrong with one is said, and the others go on. */
export function readEach<T>(
  rows: T[],
  read: (row: T) => Statement,
): { statements: Statement[]; refused: string[] } {
  const refused: string[] = [];
  const statements = rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push(error.message);
      return [];
    }
  });
  return { statements, refused };
}

/** Our word for a network's state; throws a `Problem` for one that its documents do not name. */
export function statusOf(
  states: Readonly<Record<string, Statement['status']>>,
  said: string,
  id: string,
): Statement['status'] {
  const found = states[said.toLowerCase()];
  if (found !== undefined) return found;
  throw new Problem({
    code: 'state-unknown',
    value: said,
    sentence: `The row ${cut(id)} is “${cut(said)}”, a state that Perennial does not know.`,
    remedy: 'It was left out. Add it by hand if it is money, and report this.',
  });
}

/** The words of an error, whichever way a network puts them. */
function wordsOf(body: string): string {
  const value = tryJson(body);
  if (typeof value !== 'object' || value === null) return '';
  const said = value as Record<string, unknown>;
  const inner = said.error;
  if (typeof inner === 'object' && inner !== null) {
    const { message } = inner as Record<string, unknown>;
    return typeof message === 'string' ? message : '';
  }
  const words = [said.description, said.Message, said.message, inner];
  return words.find((word): word is string => typeof word === 'string') ?? '';
}

/** Seconds that a network asks for, by the names in use; a minute where it says nothing. */
function waitOf(headers: Record<string, string>): number {
  const said = ['retry-after', 'ratelimit-reset', 'x-ratelimit-reset']
    .map((name) => Number(headers[name] ?? NaN))
    .find((seconds) => Number.isFinite(seconds) && seconds >= 0 && seconds <= 3600);
  return said === undefined ? 60_000 : said * 1000;
}

/** A query from names and values; blank values are left out. */
export function query(values: Record<string, string | number>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}
