import * as v from 'valibot';
import { isDay } from '../calendar';
import { type HttpAnswer } from '../http';
import { tryJson } from '../json';
import { DRAFT_SCHEMA } from '../letters/prompt';
import type {
  Access,
  ModelLife,
  Writer,
  WriterAnswer,
  WriterService,
  WriterTask,
} from './connector';
import {
  below,
  draftIn,
  messagesOf,
  MOST_TOKENS,
  readAnswer,
  refused,
  stoppedEarly,
  writeRequest,
} from './exchange';

/** The newest version of the API (platform.claude.com, autumn 2026; the SDK 1.11.0 sends it too). */
const VERSION = '2026-10-21';

/** Anthropic's Messages API with structured output. */
export const anthropic: WriterService = {
  title: 'Anthropic',
  address: 'https://api.anthropic.com/v1',
  secret: 'ANTHROPIC_API_KEY',
  open: (access: Access): Writer => ({
    title: access.model,
    ask: (task, seconds) =>
      writeRequest(
        below(access, '/messages'),
        headersFor(access),
        messagesBody(access.model, task),
        seconds,
      ),
    read: (answer) => readAnswer(answer, 'Anthropic', access, understand),
    askLife: () => ({
      url: below(access, `/models/${encodeURIComponent(access.model)}`),
      method: 'GET',
      headers: headersFor(access),
      timeoutSeconds: 30,
    }),
    readLife,
  }),
};

function headersFor({ key }: Access): Record<string, string> {
  return { 'x-api-key': key, 'anthropic-version': VERSION };
}

/** What is posted to /messages. No sampling is asked for: newer models refuse such a request. */
export function messagesBody(model: string, task: WriterTask) {
  return {
    model,
    max_tokens: MOST_TOKENS,
    system: task.instructions,
    messages: messagesOf(task),
    output_config: {
      format: {
        type: 'json_schema' as const,
        schema: DRAFT_SCHEMA as unknown as Record<string, unknown>,
      },
    },
  };
}

const Reply = v.looseObject({
  content: v.array(v.looseObject({ type: v.string(), text: v.optional(v.string(), '') })),
  stop_reason: v.nullish(v.string(), 'end_turn'),
  stop_details: v.nullish(
    v.looseObject({ category: v.nullish(v.string()), explanation: v.nullish(v.string()) }),
  ),
  usage: v.looseObject({
    input_tokens: v.number(),
    output_tokens: v.number(),
    cache_creation_input_tokens: v.nullish(v.number()),
    cache_read_input_tokens: v.nullish(v.number()),
  }),
});

function understand(body: unknown): WriterAnswer | undefined {
  const parsed = v.safeParse(Reply, body);
  if (!parsed.success) return undefined;
  const { content, stop_reason: reason, stop_details: details, usage } = parsed.output;
  const tokens = {
    // What was written to the cache or read from it is not among the input tokens.
    input:
      usage.input_tokens +
      (usage.cache_creation_input_tokens ?? 0) +
      (usage.cache_read_input_tokens ?? 0),
    output: usage.output_tokens,
  };
  if (reason === 'refusal') {
    return refused(details?.explanation ?? details?.category ?? 'no reason given', tokens);
  }
  if (reason !== 'end_turn' && reason !== 'stop_sequence') {
    return stoppedEarly(reason, tokens);
  }
  // Thinking may stand before the text.
  const said = content.filter(({ type }) => type === 'text').map(({ text }) => text);
  return draftIn(said.join(''), tokens);
}

const Model = v.object({
  lifecycle: v.optional(v.string(), 'active'),
  retires_at: v.nullish(v.string()),
});

/** The model's own page; an address that is not there is a model that is gone. */
function readLife(answer: HttpAnswer): ModelLife {
  if (!answer.ok) return { kind: 'unknown' };
  if (answer.status === 404) return { kind: 'gone' };
  const parsed = v.safeParse(Model, tryJson(answer.body));
  if (answer.status !== 200 || !parsed.success) return { kind: 'unknown' };
  if (parsed.output.lifecycle === 'retired') return { kind: 'gone' };
  const ends = (parsed.output.retires_at ?? '').slice(0, 10);
  return { kind: 'there', ends: isDay(ends) ? ends : undefined };
}
