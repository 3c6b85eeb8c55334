import * as v from 'valibot';
import { DRAFT_SCHEMA } from '../letters/prompt';
import { cut } from '../problem';
import type { Access, Writer, WriterAnswer, WriterService, WriterTask } from './connector';
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
import { askModels, readModels } from './openai-models';

/** OpenAI's Responses API (openai-openapi 2.3.0, August 2026). */
export const openai: WriterService = {
  title: 'OpenAI',
  address: 'https://api.openai.com/v1',
  secret: 'OPENAI_API_KEY',
  open: (access: Access): Writer => ({
    title: access.model,
    ask: (task, seconds) =>
      writeRequest(
        below(access, '/responses'),
        { Authorization: `Bearer ${access.key}` },
        responsesBody(access.model, task),
        seconds,
      ),
    read: (answer) => readAnswer(answer, 'OpenAI', access, understand),
    askLife: () => askModels(access),
    readLife: (answer) => readModels(answer, access),
  }),
};

/** What is posted to /responses; nothing is stored there, for it is about clients. */
export function responsesBody(model: string, task: WriterTask) {
  return {
    model,
    instructions: task.instructions,
    input: messagesOf(task),
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

function understand(body: unknown): WriterAnswer | undefined {
  const parsed = v.safeParse(Reply, body);
  if (!parsed.success) return undefined;
  const { status, error, incomplete_details: cutShort, output, usage } = parsed.output;
  const tokens = { input: usage?.input_tokens ?? 0, output: usage?.output_tokens ?? 0 };
  if (status === 'failed' || error) {
    const { code = 'unknown', message = '' } = error ?? {};
    const isPassing = ['server_error', 'rate_limit_exceeded'].includes(code);
    const why = `${code}: ${cut(message, 120)}`;
    return isPassing ? { kind: 'busy', why } : { kind: 'declined', why, tokens };
  }
  if (status !== 'completed') return stoppedEarly(cutShort?.reason ?? status, tokens);
  // Reasoning may stand before the message, so the parts of all messages are taken.
  const parts = output.flatMap((item) => (item.type === 'message' ? item.content : []));
  const refusal = parts.find(({ type }) => type === 'refusal');
  if (refusal !== undefined) return refused(refusal.refusal ?? '', tokens);
  const said = parts.filter(({ type }) => type === 'output_text').map(({ text = '' }) => text);
  return draftIn(said.join(''), tokens);
}
