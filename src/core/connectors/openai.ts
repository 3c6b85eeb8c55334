import * as v from 'valibot';
import { type HttpAnswer, withoutSecret } from '../http';
import { tryJson } from '../json';
import { DRAFT_SCHEMA } from '../letters/prompt';
import { cut } from '../problem';
import type { Writer, WriterAnswer, WriterTask } from './connector';

export interface OpenAiAccess {
  key: string;
  /** Such as https://api.openai.com/v1. */
  address: string;
  model: string;
}

/** Room for the letter and for a model that thinks before it writes. */
const MOST_TOKENS = 6000;
const TIMEOUT_SECONDS = 90;

/** OpenAI's Responses API (openai-openapi 2.3.0, August 2026). */
export function openai(access: OpenAiAccess): Writer {
  return {
    title: access.model,
    ask: (task, seconds) => ({
      url: `${access.address.replace(/\/+$/, '')}/responses`,
      method: 'POST',
      headers: { Authorization: `Bearer ${access.key}` },
      contentType: 'application/json',
      body: JSON.stringify(requestBody(access.model, task)),
      timeoutSeconds: Math.min(TIMEOUT_SECONDS, seconds),
    }),
    read: (answer) => readAnswer(withoutSecret(answer, access.key), access),
  };
}

/** What is posted to /responses; nothing is stored there, for it is about clients. */
export function requestBody(model: string, { instructions, input, again }: WriterTask) {
  const first = { role: 'user' as const, content: input };
  const second =
    again === undefined
      ? []
      : [
          { role: 'assistant' as const, content: again.draft },
          { role: 'user' as const, content: again.orders },
        ];
  return {
    model,
    instructions,
    input: [first, ...second],
    text: {
      format: {
        type: 'json_schema' as const,
        name: 'letter',
        strict: true,
        schema: DRAFT_SCHEMA as unknown as Record<string, unknown>,
      },
    },
    max_output_tokens: MOST_TOKENS,
    store: false,
    prompt_cache_key: 'perennial-letter-1',
  };
}

const Failure = v.object({
  error: v.object({ message: v.optional(v.string(), ''), code: v.nullish(v.string(), '') }),
});

const Part = v.looseObject({
  type: v.string(),
  text: v.optional(v.string()),
  refusal: v.optional(v.string()),
});

const Reply = v.looseObject({
  status: v.string(),
  error: v.nullish(v.looseObject({ code: v.string(), message: v.string() })),
  incomplete_details: v.nullish(v.looseObject({ reason: v.optional(v.string()) })),
  output: v.array(v.looseObject({ type: v.string(), content: v.optional(v.array(Part), []) })),
  usage: v.nullish(v.looseObject({ input_tokens: v.number(), output_tokens: v.number() })),
});

function readAnswer(answer: HttpAnswer, access: OpenAiAccess): WriterAnswer {
  if (!answer.ok) return { kind: 'busy', why: `no answer (${cut(answer.error)})` };
  if (answer.status !== 200) return readFailure(answer, access);
  const parsed = v.safeParse(Reply, tryJson(answer.body));
  if (!parsed.success) return { kind: 'busy', why: 'an answer that is not a response' };
  const { status, error, incomplete_details: cutShort, output, usage } = parsed.output;
  if (status === 'failed' || error) {
    const { code = 'unknown', message = '' } = error ?? {};
    const isPassing = ['server_error', 'rate_limit_exceeded'].includes(code);
    const why = `${code}: ${cut(message, 120)}`;
    return isPassing ? { kind: 'busy', why } : { kind: 'declined', why };
  }
  if (status !== 'completed') {
    return { kind: 'declined', why: `it stopped early (${cutShort?.reason ?? status})` };
  }
  const parts = output.flatMap((item) => (item.type === 'message' ? item.content : []));
  const refusal = parts.find(({ type }) => type === 'refusal');
  if (refusal !== undefined) {
    return { kind: 'declined', why: `it refused: ${cut(refusal.refusal ?? '', 120)}` };
  }
  const said = parts
    .filter(({ type }) => type === 'output_text')
    .map(({ text = '' }) => text)
    .join('');
  const json = tryJson(said);
  if (json === undefined) return { kind: 'declined', why: 'it did not answer in JSON' };
  const tokens = { input: usage?.input_tokens ?? 0, output: usage?.output_tokens ?? 0 };
  return { kind: 'written', json, tokens };
}

/** Codes of 400 that are about this one letter. Azure names its own filter `content_filter`. */
const FLAGGED = ['invalid_prompt', 'content_filter'];

/** Codes of 429 that no waiting mends. */
const SPENT = ['insufficient_quota', 'credit_balance_exhausted', 'billing_hard_limit_reached'];

function readFailure(answer: HttpAnswer & { ok: true }, access: OpenAiAccess): WriterAnswer {
  const { status, headers } = answer;
  const parsed = v.safeParse(Failure, tryJson(answer.body));
  const { message, code } = parsed.success ? parsed.output.error : { message: '', code: '' };
  const said = message === '' ? `status ${status}` : `${cut(message, 160)} (${status})`;
  const closed = (sentence: string, remedy: string): WriterAnswer => ({
    kind: 'closed',
    problem: { code: `openai-${code || status}`, sentence, remedy },
  });
  if (status === 401 || status === 403) {
    return closed(
      `OpenAI refused the key: ${said}.`,
      'Put a valid key in under Perennial → Open Perennial → Set up.',
    );
  }
  if (status === 404) {
    return closed(
      `OpenAI does not know the model “${cut(access.model)}” at ${cut(access.address)}: ${said}.`,
      'Choose another Model in the Settings tab.',
    );
  }
  if (status === 400 && FLAGGED.includes(code)) {
    return { kind: 'declined', why: `it would not write about this: ${said}` };
  }
  if (status === 429 && SPENT.includes(code)) {
    return closed(
      `OpenAI’s credit is used up: ${said}.`,
      'Add credit to your OpenAI account, then have the letters written again.',
    );
  }
  const isPassing = status === 408 || status === 409 || status === 429 || status >= 500;
  if (isPassing && headers['x-should-retry'] !== 'false') {
    const afterMs = retryAfter(headers);
    return { kind: 'busy', why: said, ...(afterMs === undefined ? {} : { afterMs }) };
  }
  return closed(
    `OpenAI did not accept the request: ${said}.`,
    'Choose another Model in the Settings tab, or report this.',
  );
}

function retryAfter(headers: Record<string, string>): number | undefined {
  const ms = Number(headers['retry-after-ms'] ?? NaN);
  const seconds = Number(headers['retry-after'] ?? NaN);
  if (Number.isFinite(ms)) return ms;
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
