import * as v from 'valibot';
import { type HttpAnswer } from '../http';
import { tryJson } from '../json';
import { cut, type ProblemDetails } from '../problem';
import type { Access, WriterAnswer } from './connector';

/** Whose failure it is: as people call the service, and how it is reached. */
export interface Failing extends Access {
  service: string;
}

/** An error as OpenAI and Anthropic word it: the one in `code`, the other in `type` and `details`. */
const Failure = v.object({
  error: v.object({
    message: v.optional(v.string(), ''),
    type: v.nullish(v.string(), ''),
    code: v.nullish(v.union([v.string(), v.number()]), ''),
    details: v.nullish(v.object({ error_code: v.nullish(v.string(), '') })),
  }),
});

/** What is about this one letter. Azure names its own filter `content_filter`. */
const FLAGGED = ['invalid_prompt', 'content_filter', 'request_too_large'];

/** What no waiting mends. */
const SPENT = [
  'insufficient_quota',
  'credit_balance_exhausted',
  'billing_hard_limit_reached',
  'billing_error',
  'enforced_spend_limit_reached',
];

/** Anthropic's words of a spend limit have no code of their own (unverified). */
const SPENT_WORDS = /credit balance|usage limits?\b|spend(ing)? (limit|cap)/i;

/** What is to be done about an answer other than 200, by whichever service. */
export function readFailure(answer: HttpAnswer & { ok: true }, failing: Failing): WriterAnswer {
  const { status, headers } = answer;
  const { message, codes } = wordsOf(answer);
  const said = message === '' ? `status ${status}` : `${cut(message, 160)} (${status})`;
  if (status === 413 || (status === 400 && has(codes, FLAGGED))) {
    return { kind: 'declined', why: `it would not write about this: ${said}` };
  }
  const problem = problemOf(status, codes, message, failing, said);
  if (problem !== undefined) return { kind: 'closed', problem };
  const isPassing = status === 408 || status === 409 || status === 429 || status >= 500;
  if (isPassing && headers['x-should-retry'] !== 'false') {
    const afterMs = retryAfter(headers);
    return { kind: 'busy', why: said, ...(afterMs === undefined ? {} : { afterMs }) };
  }
  return {
    kind: 'closed',
    problem: {
      code: `writer-${codes[0] ?? status}`,
      sentence: `${failing.service} did not accept the request: ${said}.`,
      remedy: 'Choose another Model in the Settings tab, or report this.',
    },
  };
}

/** What a person must put right: the key, the model or the credit; undefined for anything else. */
function problemOf(
  status: number,
  codes: string[],
  message: string,
  { service, model, address }: Failing,
  said: string,
): ProblemDetails | undefined {
  const code = `writer-${codes[0] ?? status}`;
  const isSpent =
    status === 402 ||
    ([400, 403, 429].includes(status) && (has(codes, SPENT) || SPENT_WORDS.test(message)));
  if (isSpent) {
    return {
      code,
      sentence: `${service}’s credit is used up: ${said}.`,
      remedy: `Add credit to your ${service} account or raise its limit, then have the letters written again.`,
    };
  }
  if (status === 401 || status === 403) {
    return {
      code,
      sentence: `${service} refused the key: ${said}.`,
      remedy: 'Put a valid key in under Perennial → Open Perennial → Set up.',
    };
  }
  if (status === 404) {
    return {
      code,
      sentence: `${service} does not know the model “${cut(model)}” at ${cut(address)}: ${said}.`,
      remedy: 'Choose another Model in the Settings tab.',
    };
  }
  return undefined;
}

function wordsOf(answer: HttpAnswer & { ok: true }): { message: string; codes: string[] } {
  const parsed = v.safeParse(Failure, tryJson(answer.body));
  if (!parsed.success) return { message: '', codes: [] };
  const { message, code, type, details } = parsed.output.error;
  const codes = [details?.error_code, code, type].map((said) => String(said ?? ''));
  return { message, codes: codes.filter((said) => said !== '') };
}

function has(codes: string[], known: string[]): boolean {
  return codes.some((code) => known.includes(code));
}

function retryAfter(headers: Record<string, string>): number | undefined {
  const ms = Number(headers['retry-after-ms'] ?? NaN);
  const seconds = Number(headers['retry-after'] ?? NaN);
  if (Number.isFinite(ms)) return ms;
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
