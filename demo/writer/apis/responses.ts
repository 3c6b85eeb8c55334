import { errorBody } from '../api-error';
import { firstInput, readRequest } from '../request';
import { responseObject } from '../response';
import { type Api, hasBearer } from './api';

/** OpenAI's Responses API. */
export const responses: Api = {
  path: '/v1/responses',
  hasKey: hasBearer,
  read: (text) => {
    const read = readRequest(text);
    if ('error' in read) return read;
    const { request } = read;
    const format = request.text?.format;
    return {
      prompt: firstInput(request),
      messages: typeof request.input === 'string' ? 1 : request.input.length,
      schema: format?.type === 'json_schema' ? format.schema : undefined,
      room: request.max_output_tokens ?? Infinity,
      reply: (outcome, stamp) => ({ status: 200, body: responseObject(request, outcome, stamp) }),
    };
  },
  refuse: (error) => ({
    status: error.status,
    body: errorBody(error),
    headers: error.headers ?? {},
  }),
};
