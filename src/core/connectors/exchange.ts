import { type HttpAnswer, type HttpRequest, withoutSecret } from '../http';
import { tryJson } from '../json';
import { cut } from '../problem';
import type { Access, Tokens, WriterAnswer, WriterTask } from './connector';
import { readFailure } from './failure';

/** What all writers' services have in common: a JSON body is posted, and a JSON body comes back. */

/** Room for the letter and for a model that thinks before it writes. */
export const MOST_TOKENS = 6000;
const TIMEOUT_SECONDS = 90;

/** An address below the service's own, such as /responses. */
export function below({ address }: Access, path: string): string {
  return `${address.replace(/\/+$/, '')}${path}`;
}

/** A request to write; the key goes in `headers` and nowhere else. */
export function writeRequest(
  url: string,
  headers: Record<string, string>,
  body: object,
  seconds: number,
): HttpRequest {
  return {
    url,
    method: 'POST',
    headers,
    contentType: 'application/json',
    body: JSON.stringify(body),
    timeoutSeconds: Math.min(TIMEOUT_SECONDS, seconds),
  };
}

/** What was said so far: the prompt and, at a second try, the first draft and what was wrong with it. */
export function messagesOf({
  input,
  again,
}: WriterTask): { role: 'user' | 'assistant'; content: string }[] {
  const first = { role: 'user' as const, content: input };
  if (again === undefined) return [first];
  return [
    first,
    { role: 'assistant', content: again.draft },
    { role: 'user', content: again.orders },
  ];
}

/** Reads an answer: `understand` a body that came well, the rest is sorted alike for all services. */
export function readAnswer(
  answer: HttpAnswer,
  service: string,
  access: Access,
  understand: (body: unknown) => WriterAnswer | undefined,
): WriterAnswer {
  const bare = withoutSecret(answer, access.key);
  if (!bare.ok) return { kind: 'busy', why: `no answer (${cut(bare.error)})` };
  if (bare.status !== 200) return readFailure(bare, { ...access, service });
  return (
    understand(tryJson(bare.body)) ?? { kind: 'busy', why: 'an answer that is not a response' }
  );
}

/** The draft in what the model said; a text that is no JSON is none. */
export function draftIn(said: string, tokens: Tokens): WriterAnswer {
  const json = tryJson(said);
  if (json === undefined) return { kind: 'declined', why: 'it did not answer in JSON', tokens };
  return { kind: 'written', json, tokens };
}

/** Where it would not write, in its own words. */
export function refused(why: string, tokens: Tokens): WriterAnswer {
  return { kind: 'declined', why: `it refused: ${cut(why, 120)}`, tokens };
}

/** Where it ended before the letter did. */
export function stoppedEarly(why: string, tokens: Tokens): WriterAnswer {
  return { kind: 'declined', why: `it stopped early (${why})`, tokens };
}
