import * as v from 'valibot';
import type { HttpAnswer } from '../../http';
import { tryJson } from '../../json';
import { cut } from '../../problem';
import { closed, type Reply } from './service';

const AFTER_FAILURE_MS = 10_000;

const Refusal = v.object({
  code: v.optional(v.string(), ''),
  message: v.optional(v.string(), ''),
});

/** Reads an answer by its schema, or says what stands in the way. */
export function reading<S extends v.GenericSchema, T>(
  schema: S,
  take: (body: v.InferOutput<S>) => Reply<T>,
): (answer: HttpAnswer) => Reply<T> {
  return (answer) => {
    if (!answer.ok) return busy(`it did not answer (${cut(answer.error)})`);
    if (answer.status !== 200) return trouble(answer);
    const read = v.safeParse(schema, tryJson(answer.body));
    if (read.success) return take(read.output);
    return closed(
      'It answered with something unknown.',
      'Try again later; if it comes back, report this.',
    );
  };
}

function trouble({ status, headers, body }: Extract<HttpAnswer, { ok: true }>): Reply<never> {
  const read = v.safeParse(Refusal, tryJson(body));
  const { code, message } = read.success ? read.output : { code: '', message: '' };
  const why = message || code || 'no reason given';
  if (status === 429 || status === 529) {
    const seconds = Number(headers['retry-after'] ?? NaN);
    return busy('it asks to wait', seconds * 1000);
  }
  if (status === 409) return busy('somebody else was writing', 1000);
  if (status >= 500) return busy(`it is out of order (${status})`);
  if (status === 401) {
    return closed(
      'The token is not accepted.',
      'Copy the secret of your connection there again, and paste it on the Connections page.',
    );
  }
  if (status === 403) {
    return closed(
      `The connection may not do this (${why}).`,
      'Give it the right to read content, and to update content to write back.',
    );
  }
  if (status === 404) {
    return closed(
      'The data source is gone, or not shared with the connection.',
      'Open the database there, choose ••• → Connections, and add yours.',
    );
  }
  return closed(
    `It refused the request (${status} ${code}: ${why}).`,
    'Choose data source and columns again on the Connections page.',
  );
}

function busy(why: string, afterMs = AFTER_FAILURE_MS): Reply<never> {
  return { kind: 'busy', why, afterMs: Number.isFinite(afterMs) ? afterMs : AFTER_FAILURE_MS };
}
