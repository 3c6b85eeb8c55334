import { tryObject } from '../../src/core/json';
import { type ApiError, invalid } from './api-error';
import { isObject, type Json } from './apis/api';
import { type JsonSchema, strictFault } from './strict-schema';

/** What is asked of `POST /responses`, as far as it decides the answer. */
export interface ResponsesRequest {
  model: string;
  input: string | InputMessage[];
  instructions?: string | null;
  max_output_tokens?: number | null;
  prompt_cache_key?: string | null;
  store?: boolean | null;
  metadata?: Record<string, string> | null;
  text?: { format?: TextFormat };
}

export interface InputMessage {
  role: string;
  content: string | { type: string; text?: string }[];
}

export type TextFormat =
  | { type: 'text' }
  | {
      type: 'json_schema';
      name: string;
      schema: JsonSchema;
      strict?: boolean;
      description?: string;
    };

/** Every parameter of CreateResponse (openai-openapi 2.3.0). */
const PARAMETERS = new Set(
  'background context_management conversation include input instructions max_output_tokens max_tool_calls metadata model moderation parallel_tool_calls previous_response_id prompt prompt_cache_key prompt_cache_options prompt_cache_retention reasoning safety_identifier service_tier store stream stream_options temperature text tool_choice tools top_logprobs top_p truncation user'.split(
    ' ',
  ),
);
const FORMAT_PARAMETERS = new Set(['type', 'name', 'schema', 'strict', 'description']);
const FEWEST_TOKENS = 16;

/** A request's body once it was checked as the API checks it, or what is wrong with it. */
export function readRequest(text: string): { request: ResponsesRequest } | { error: ApiError } {
  const body = tryObject(text);
  if (body === undefined) {
    return { error: invalid('We could not parse the JSON body of your request.', null, null) };
  }
  const error =
    unknownParameter(body, PARAMETERS, '') ??
    wrongModel(body) ??
    wrongInput(body) ??
    wrongLimit(body) ??
    wrongFormat(body);
  return error === undefined ? { request: body as unknown as ResponsesRequest } : { error };
}

/** The text of the first message that a user wrote. */
export function firstInput({ input }: ResponsesRequest): string {
  if (typeof input === 'string') return input;
  const content = input.find(({ role }) => role === 'user')?.content ?? '';
  if (typeof content === 'string') return content;
  return content.map(({ text = '' }) => text).join('\n');
}

function unknownParameter(given: Json, known: Set<string>, within: string): ApiError | undefined {
  const name = Object.keys(given).find((one) => !known.has(one));
  if (name === undefined) return undefined;
  return invalid(`Unknown parameter: '${within}${name}'.`, `${within}${name}`, 'unknown_parameter');
}

function wrongModel({ model }: Json): ApiError | undefined {
  if (model === undefined || model === '') return missing('model');
  return typeof model === 'string' ? undefined : wrongType('model', 'a string');
}

function wrongInput({ input }: Json): ApiError | undefined {
  if (input === undefined) return missing('input');
  if (typeof input === 'string') return undefined;
  const isMessages =
    Array.isArray(input) &&
    input.every((item) => isObject(item) && typeof item.role === 'string' && hasContent(item));
  return isMessages ? undefined : wrongType('input', 'a string or an array of input items');
}

function hasContent({ content }: Json): boolean {
  return typeof content === 'string' || (Array.isArray(content) && content.every(isObject));
}

function wrongLimit({ max_output_tokens: limit }: Json): ApiError | undefined {
  if (limit === undefined || limit === null) return undefined;
  const param = 'max_output_tokens';
  if (typeof limit !== 'number' || !Number.isInteger(limit)) return wrongType(param, 'an integer');
  if (limit >= FEWEST_TOKENS) return undefined;
  return invalid(
    `Invalid '${param}': integer below minimum value. Expected a value >= ${FEWEST_TOKENS}, but got ${limit} instead.`,
    param,
    'integer_below_min_value',
  );
}

function wrongFormat({ text }: Json): ApiError | undefined {
  if (text === undefined) return undefined;
  if (!isObject(text)) return wrongType('text', 'an object');
  const { format } = text;
  if (format === undefined) return undefined;
  if (!isObject(format)) return wrongType('text.format', 'an object');
  if (format.type === 'text') return undefined;
  if (format.type !== 'json_schema') {
    return invalid(`Invalid value: '${String(format.type)}'.`, 'text.format.type', 'invalid_value');
  }
  return (
    unknownParameter(format, FORMAT_PARAMETERS, 'text.format.') ??
    wrongName(format) ??
    wrongSchema(format)
  );
}

function wrongName({ name }: Json): ApiError | undefined {
  if (name === undefined) return missing('text.format.name');
  if (typeof name === 'string' && /^[a-zA-Z0-9_-]{1,64}$/.test(name)) return undefined;
  return invalid(
    "Invalid 'text.format.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
    'text.format.name',
    'invalid_value',
  );
}

function wrongSchema({ name, schema, strict }: Json): ApiError | undefined {
  if (schema === undefined) return missing('text.format.schema');
  if (!isObject(schema)) return wrongType('text.format.schema', 'an object');
  const fault = strict === true ? strictFault(schema) : undefined;
  if (fault === undefined) return undefined;
  return invalid(
    `Invalid schema for response_format '${String(name)}': ${fault}`,
    'text.format.schema',
    'invalid_json_schema',
  );
}

function missing(param: string): ApiError {
  return invalid(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
}

function wrongType(param: string, expected: string): ApiError {
  return invalid(`Invalid type for '${param}': expected ${expected}.`, param, 'invalid_type');
}
