import * as v from 'valibot';
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
import { askModels, readModels } from './openai-models';

/** Chat Completions (openai-openapi 2.3.0), which many other servers speak too. */
export const chat: WriterService = {
  title: 'The model’s server',
  address: 'https://api.openai.com/v1',
  secret: 'OPENAI_API_KEY',
  open: (access: Access): Writer => ({
    title: access.model,
    ask: (task, seconds) =>
      writeRequest(
        below(access, '/chat/completions'),
        { Authorization: `Bearer ${access.key}` },
        chatBody(access, task),
        seconds,
      ),
    read: (answer) => readAnswer(answer, chat.title, access, understand),
    askLife: () => askModels(access),
    readLife: (answer) => lifeAt(access, readModels(answer, access)),
  }),
};

/** What is posted to /chat/completions. Only OpenAI itself is told not to store it: others may not know how. */
export function chatBody({ address, model }: Pick<Access, 'address' | 'model'>, task: WriterTask) {
  const isOpenAi = address.startsWith(chat.address);
  const limit = isOpenAi
    ? { max_completion_tokens: MOST_TOKENS, store: false }
    : { max_tokens: MOST_TOKENS };
  return {
    model,
    messages: [{ role: 'system' as const, content: task.instructions }, ...messagesOf(task)],
    response_format: {
      type: 'json_schema' as const,
      json_schema: {
        name: 'letter',
        strict: true,
        schema: DRAFT_SCHEMA as unknown as Record<string, unknown>,
      },
    },
    ...limit,
  };
}

/** Other servers answer to names that are not in their list, so from them no model is called gone. */
function lifeAt({ address }: Access, life: ModelLife): ModelLife {
  return life.kind === 'gone' && !address.startsWith(chat.address) ? { kind: 'unknown' } : life;
}

const Reply = v.looseObject({
  choices: v.array(
    v.looseObject({
      finish_reason: v.nullish(v.string(), 'stop'),
      message: v.looseObject({
        content: v.nullish(v.string(), ''),
        refusal: v.nullish(v.string()),
      }),
    }),
  ),
  usage: v.nullish(v.looseObject({ prompt_tokens: v.number(), completion_tokens: v.number() })),
});

function understand(body: unknown): WriterAnswer | undefined {
  const parsed = v.safeParse(Reply, body);
  if (!parsed.success) return undefined;
  const [choice] = parsed.output.choices;
  if (choice === undefined) return undefined;
  const { usage } = parsed.output;
  const tokens = { input: usage?.prompt_tokens ?? 0, output: usage?.completion_tokens ?? 0 };
  const { finish_reason: reason, message } = choice;
  if (typeof message.refusal === 'string' && message.refusal !== '') {
    return refused(message.refusal, tokens);
  }
  if (reason === 'length' || reason === 'content_filter') return stoppedEarly(reason, tokens);
  return draftIn(bare(message.content), tokens);
}

/** Some servers put the JSON into a fence of Markdown. */
function bare(said: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(said)?.[1] ?? said;
}
