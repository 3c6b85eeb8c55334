import { tryObject } from '../../../src/core/json';
import { type ApiError, errorBody, invalid } from '../api-error';
import { type Outcome, type Stamp, tokensIn } from '../response';
import { type JsonSchema, strictFault } from '../strict-schema';
import { type Api, hasBearer, isObject, type Json, textOf } from './api';

/** OpenAI's Chat Completions (openai-openapi 2.3.0), as far as the product uses them. */
export const chat: Api = {
  path: '/v1/chat/completions',
  hasKey: hasBearer,
  read: (text) => {
    const body = tryObject(text);
    const error = body === undefined ? NO_JSON : wrong(body);
    if (body === undefined || error !== undefined) return { error: error ?? NO_JSON };
    const messages = (body.messages as unknown[]).filter(isObject);
    const limit = body.max_completion_tokens ?? body.max_tokens;
    return {
      prompt: textOf(messages.find(({ role }) => role === 'user')?.content),
      // The orders are no turn of the conversation.
      messages: messages.filter(({ role }) => role !== 'system').length,
      schema: schemaIn(body),
      room: typeof limit === 'number' ? limit : Infinity,
      reply: (outcome, stamp) =>
        outcome.status === 'failed'
          ? chat.refuse({ ...invalid(outcome.message, null, outcome.code), status: 500 })
          : { status: 200, body: completion(body, outcome, stamp) },
    };
  },
  refuse: (error) => ({
    status: error.status,
    body: errorBody(error),
    headers: error.headers ?? {},
  }),
};

const NO_JSON = invalid('We could not parse the JSON body of your request.', null, null);

function wrong(body: Json): ApiError | undefined {
  if (typeof body.model !== 'string' || body.model === '') {
    return invalid("Missing required parameter: 'model'.", 'model', 'missing_required_parameter');
  }
  if (!Array.isArray(body.messages) || body.messages.length === 0) {
    return invalid(
      "Missing required parameter: 'messages'.",
      'messages',
      'missing_required_parameter',
    );
  }
  const schema = schemaIn(body);
  const fault = schema === undefined ? undefined : strictFault(schema);
  if (fault === undefined) return undefined;
  return invalid(
    `Invalid schema for response_format: ${fault}`,
    'response_format',
    'invalid_json_schema',
  );
}

function schemaIn({ response_format: format }: Json): JsonSchema | undefined {
  const nested = isObject(format) ? format.json_schema : undefined;
  return isObject(nested) ? (nested.schema as JsonSchema) : undefined;
}

function completion(
  request: Json,
  outcome: Exclude<Outcome, { status: 'failed' }>,
  { id, at }: Stamp,
): object {
  const text = 'text' in outcome ? outcome.text : null;
  const refusal = 'refusal' in outcome ? outcome.refusal : null;
  const reason =
    outcome.status === 'completed'
      ? 'stop'
      : outcome.reason === 'content_filter'
        ? 'content_filter'
        : 'length';
  const asked = tokensIn(JSON.stringify(request.messages));
  const said = tokensIn(text ?? refusal ?? '');
  return {
    id: `chatcmpl-${id}`,
    object: 'chat.completion',
    created: at,
    model: request.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, refusal, annotations: [] },
        logprobs: null,
        finish_reason: reason,
      },
    ],
    usage: { prompt_tokens: asked, completion_tokens: said, total_tokens: asked + said },
  };
}
