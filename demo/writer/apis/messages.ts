import { tryObject } from '../../../src/core/json';
import { type ApiError, invalid } from '../api-error';
import { type Outcome, type Stamp, tokensIn } from '../response';
import { type JsonSchema, strictFault } from '../strict-schema';
import { type Api, isObject, type Json, type Reply, textOf } from './api';

/** Anthropic's Messages API, as far as the product uses it. */
export const messages: Api = {
  path: '/v1/messages',
  hasKey: ({ 'x-api-key': key, authorization = '' }) =>
    key !== undefined || authorization.startsWith('Bearer '),
  read: (text) => {
    const body = tryObject(text);
    const fault = body === undefined ? 'The body is not valid JSON.' : faultIn(body);
    if (body === undefined || fault !== undefined)
      return { error: invalid(fault ?? '', null, null) };
    const said = (body.messages as unknown[]).filter(isObject);
    return {
      prompt: textOf(said[0]?.content),
      messages: said.length,
      schema: schemaIn(body),
      room: body.max_tokens as number,
      reply: (outcome, stamp) =>
        outcome.status === 'failed'
          ? messages.refuse({ ...invalid(outcome.message, null, null), status: 500 })
          : { status: 200, body: messageObject(body, outcome, stamp) },
    };
  },
  refuse,
};

/** The parameters of a request that the product could send (SDK 1.11.0); others are refused. */
const PARAMETERS = new Set(
  'model max_tokens messages system output_config metadata stop_sequences stream thinking tool_choice tools service_tier'.split(
    ' ',
  ),
);

function faultIn(body: Json): string | undefined {
  const extra = Object.keys(body).find((name) => !PARAMETERS.has(name));
  if (extra !== undefined) return `${extra}: Extra inputs are not permitted`;
  if (typeof body.model !== 'string' || body.model === '') return 'model: Field required';
  if (typeof body.max_tokens !== 'number') return 'max_tokens: Field required';
  if (!Array.isArray(body.messages) || body.messages.length === 0)
    return 'messages: Field required';
  const schema = schemaIn(body);
  const fault = schema === undefined ? undefined : strictFault(schema);
  return fault === undefined ? undefined : `output_config.format.schema: ${fault}`;
}

function schemaIn({ output_config: config }: Json): JsonSchema | undefined {
  const format = isObject(config) ? config.format : undefined;
  return isObject(format) ? (format.schema as JsonSchema) : undefined;
}

/** What the API calls each status; 503 is its own 529. */
const TYPES: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
};

function refuse({ status: said, message, code, headers = {} }: ApiError): Reply {
  const status = said === 503 ? 529 : said;
  const isSpent = code === 'insufficient_quota';
  const details = isSpent ? { details: { error_code: 'enforced_spend_limit_reached' } } : {};
  const { 'retry-after': after } = headers;
  return {
    status,
    body: { type: 'error', error: { type: TYPES[status] ?? 'api_error', message, ...details } },
    headers: after === undefined ? {} : { 'retry-after': after },
  };
}

function messageObject(
  request: Json,
  outcome: Exclude<Outcome, { status: 'failed' }>,
  { id }: Stamp,
): object {
  const isRefused =
    'refusal' in outcome || ('reason' in outcome && outcome.reason === 'content_filter');
  const text = 'text' in outcome ? outcome.text : '';
  return {
    id: `msg_${id}`,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content: isRefused ? [] : [{ type: 'text', text, citations: null }],
    stop_reason: isRefused
      ? 'refusal'
      : outcome.status === 'incomplete'
        ? 'max_tokens'
        : 'end_turn',
    stop_sequence: null,
    stop_details: isRefused
      ? {
          type: 'refusal',
          category: 'general_harms',
          explanation: 'refusal' in outcome ? outcome.refusal : 'Filtered.',
        }
      : null,
    container: null,
    diagnostics: null,
    usage: {
      input_tokens: tokensIn(JSON.stringify([request.system, request.messages])),
      output_tokens: tokensIn(text),
      output_tokens_details: { thinking_tokens: 0 },
      cache_creation: null,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      inference_geo: null,
      server_tool_use: null,
      service_tier: 'standard',
      speed: null,
    },
  };
}
