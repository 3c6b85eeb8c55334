import * as v from 'valibot';
import type { HttpAnswer } from '../../http';
import { tryJson } from '../../json';
import { closed, type Reply } from './service';

const AFTER_429_MS = 30_000;
const AFTER_FAILURE_MS = 10_000;

/** Reads an answer by its schema, or says what stands in the way. */
export function reading<S extends v.GenericSchema, T>(
  schema: S,
  take: (body: v.InferOutput<S>) => Reply<T>,
): (answer: HttpAnswer) => Reply<T> {
  return (answer) => {
    if (!answer.ok) {
      return {
        kind: 'busy',
        why: `it did not answer (${answer.error})`,
        afterMs: AFTER_FAILURE_MS,
      };
    }
    if (answer.status !== 200) return trouble(answer.status, refusalOf(answer.body));
    const read = v.safeParse(schema, tryJson(answer.body));
    if (read.success) return take(read.output);
    return closed(
      'It answered with something unknown.',
      'Try again later; if it comes back, report this.',
    );
  };
}

function trouble(status: number, why: string): Reply<never> {
  // A month's share that is used up is also told by 429; the name of that error is unverified.
  if (status === 429 && /BILLING|MONTH/i.test(why)) {
    return closed(
      `The month’s API calls are used up (${why}).`,
      'Wait for the next month, or choose a larger plan there.',
    );
  }
  if (status === 429) return { kind: 'busy', why: 'it asks to wait', afterMs: AFTER_429_MS };
  if (status >= 500)
    return { kind: 'busy', why: `it is out of order (${status})`, afterMs: AFTER_FAILURE_MS };
  if (status === 401) {
    return closed(
      'The token is not accepted.',
      'Make a new personal access token there, and paste it on the Connections page.',
    );
  }
  if (status === 403 || status === 404) {
    return closed(
      `The token does not reach this base or table (${why}).`,
      'Give it the base and the scopes data.records:read and schema.bases:read, and data.records:write to write back.',
    );
  }
  return closed(
    `It refused the request (${status}: ${why}).`,
    'Choose table and columns again on the Connections page.',
  );
}

const Coded = v.object({ type: v.optional(v.string(), ''), message: v.optional(v.string(), '') });
const Refusal = v.object({
  error: v.optional(v.union([v.string(), Coded])),
  errors: v.optional(
    v.array(
      v.union([
        v.string(),
        v.object({ error: v.optional(v.string(), ''), message: v.optional(v.string(), '') }),
      ]),
    ),
  ),
});

/** What an error says, in whichever of its three shapes it comes. */
export function refusalOf(body: string): string {
  const read = v.safeParse(Refusal, tryJson(body));
  if (!read.success) return 'no reason given';
  const { error, errors } = read.output;
  const said = [...(error === undefined ? [] : [error]), ...(errors ?? [])].map((one) => {
    if (typeof one === 'string') return one;
    return ['type' in one ? one.type : one.error, one.message].filter(Boolean).join(': ');
  });
  return said.filter((one) => one !== '').join('; ') || 'no reason given';
}
