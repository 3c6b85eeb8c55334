import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { bodyOf, listen, type Loopback } from './loopback';
import { chance } from './random';
import { type ApiError, invalid } from './writer/api-error';
import { APIS } from './writer/apis';
import type { Api, Asking, Reply } from './writer/apis/api';
import { messages } from './writer/apis/messages';
import { responses } from './writer/apis/responses';
import { sampleLetter } from './writer/letter';
import {
  errorOf,
  type Misbehaviour,
  type MisbehaviourKind,
  misbehaviours,
  outcomeOf,
  spoiled,
} from './writer/misbehaviour';
import { type Asked, readPrompt } from './writer/prompt';
import { type Outcome, tokensIn } from './writer/response';
import { valueFor } from './writer/strict-schema';

/** The name to give as Model, so that nobody takes its letters for those of an AI. */
export const SAMPLE_MODEL = 'sample-writer';

export interface WriterOptions {
  seed: string;
  /** How long each answer takes, so that progress can be watched. */
  delayMs?: number;
  misbehave?: Misbehaviour[];
}

/** A request to write, as it came, and how it was answered. */
export interface WriterCall {
  /** The body as parsed JSON; undefined where it is none. */
  body: unknown;
  /** The client that the letter is for; blank where no letter was asked for. */
  client: string;
  /** 0 while there is no answer. */
  status: number;
  misbehaved?: MisbehaviourKind;
}

/** The writer while it runs; the address to give as Model address is its own with `/v1` behind it. */
export interface SampleWriter extends Loopback {
  /** Every request to write so far, in the order in which they came. */
  requests: () => WriterCall[];
}

/**
 * Starts a writer on this machine that speaks OpenAI’s Responses and Chat Completions and Anthropic’s
 * Messages. It is no AI: it puts a
 * prompt's facts into ready phrases. Requests are checked as the real API checks them.
 */
export async function startWriter(options: WriterOptions): Promise<SampleWriter> {
  const calls: WriterCall[] = [];
  const misbehaves = misbehaviours(options.misbehave ?? []);
  const server = await listen(async (request, response) => {
    const text = await bodyOf(request);
    const call: WriterCall = { body: tryJson(text), client: '', status: 0 };
    const desk: Desk = { ...options, misbehaves, call, nth: calls.length };
    if (isWriting(request)) calls.push(call);
    const answer = await answerTo(desk, request, text);
    if (answer === 'silence') return;
    call.status = answer.status;
    send(response, answer, desk.nth);
  });
  return { ...server, requests: () => [...calls] };
}

/** All that one answer is made from. */
interface Desk extends WriterOptions {
  misbehaves: ReturnType<typeof misbehaviours>;
  call: WriterCall;
  nth: number;
}

async function answerTo(
  desk: Desk,
  request: IncomingMessage,
  text: string,
): Promise<Reply | 'silence'> {
  const { method = '', url = '', headers } = request;
  const api = apiFor(request) ?? (headers['x-api-key'] === undefined ? responses : messages);
  if (!api.hasKey(headers)) return api.refuse(NO_KEY);
  if (isWriting(request)) return write(desk, api, text);
  if (method === 'GET' && url === '/v1/models') return { status: 200, body: MODELS };
  if (method === 'GET' && url === `/v1/models/${SAMPLE_MODEL}`) return { status: 200, body: MODEL };
  return api.refuse({ ...invalid(`Invalid URL (${method} ${url})`, null, null), status: 404 });
}

async function write(
  { call, nth, ...desk }: Desk,
  api: Api,
  text: string,
): Promise<Reply | 'silence'> {
  const asking = api.read(text);
  if ('error' in asking) return api.refuse(asking.error);
  const asked = readPrompt(asking.prompt);
  call.client = asked?.facts.client.name ?? '';
  const kind = desk.misbehaves(call.client);
  if (kind !== undefined) call.misbehaved = kind;
  if (kind === 'silence') return kind;
  await wait(desk.delayMs ?? 0);
  const error = errorOf(kind);
  if (error !== undefined) return api.refuse(error);
  const outcome = outcomeOf(kind) ?? written(asking, asked, kind, desk.seed);
  const id = chance(desk.seed, 'response', nth)
    .whole(2 ** 44, 2 ** 48 - 1)
    .toString(16);
  const at = Math.floor(Date.now() / 1000);
  return asking.reply(outcome, { id, at });
}

/** The letter in the form that was asked for, cut where the request leaves no room for more. */
function written(
  { messages: attempt, schema, room }: Asking,
  asked: Asked | undefined,
  kind: MisbehaviourKind | undefined,
  seed: string,
): Outcome {
  const letter =
    asked === undefined ? undefined : spoiled(sampleLetter(asked, `${seed} ${attempt}`), kind);
  const text =
    schema !== undefined
      ? JSON.stringify(valueFor(schema, { ...letter }))
      : letter === undefined
        ? 'A sample.'
        : `${letter.subject}\n\n${letter.body}`;
  if (tokensIn(text) <= room) return { status: 'completed', text };
  return { status: 'incomplete', reason: 'max_output_tokens', text: text.slice(0, room * 2) };
}

const NO_KEY: ApiError = {
  ...invalid(
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
    null,
    null,
  ),
  status: 401,
};

const MODEL = { id: SAMPLE_MODEL, object: 'model', created: 1_790_000_000, owned_by: 'demo' };
const MODELS = { object: 'list', data: [MODEL] };

function isWriting(request: IncomingMessage): boolean {
  return request.method === 'POST' && apiFor(request) !== undefined;
}

function apiFor({ url }: IncomingMessage): Api | undefined {
  return APIS.find(({ path }) => path === url);
}

function send(response: ServerResponse, { status, body, headers }: Reply, nth: number): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'x-request-id': `req_${nth + 1}`,
    'x-sample-writer': 'ready phrases, no AI',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
