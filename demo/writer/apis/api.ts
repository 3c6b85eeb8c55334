import type { IncomingHttpHeaders } from 'node:http';
import type { ApiError } from '../api-error';
import type { Outcome, Stamp } from '../response';
import type { JsonSchema } from '../strict-schema';

/** What is asked of the writer, whichever API it is asked by. */
export interface Asking {
  /** The text of the first message that a user wrote. */
  prompt: string;
  /** How many messages there are: asked once more, the writer puts it differently. */
  messages: number;
  /** What the answer must look like; undefined for plain text. */
  schema: JsonSchema | undefined;
  /** Tokens that there is room for. */
  room: number;
  /** The whole answer in the API's own form. */
  reply: (outcome: Outcome, stamp: Stamp) => Reply;
}

export interface Reply {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

/** One of the ways to ask a model to write. */
export interface Api {
  /** Where it is posted to. */
  path: string;
  hasKey: (headers: IncomingHttpHeaders) => boolean;
  /** Checks a body as the API checks it. */
  read: (text: string) => Asking | { error: ApiError };
  /** An error in the API's own words. */
  refuse: (error: ApiError) => Reply;
}

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a message's content: a string, or parts with a text. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part) => (isObject(part) && typeof part.text === 'string' ? part.text : ''))
    .join('\n');
}

export function hasBearer({ authorization = '' }: IncomingHttpHeaders): boolean {
  return /^Bearer \S/.test(authorization);
}
