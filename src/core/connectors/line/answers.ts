import * as v from 'valibot';
import type { HttpAnswer } from '../../http';
import { tryJson } from '../../json';
import { cut, type ProblemDetails } from '../../problem';

/** What LINE answered to something that was asked. */
export type Said<T> =
  | { kind: 'found'; found: T }
  /** There is none, or not for us. */
  | { kind: 'none' }
  /** It may be there at the next try. */
  | { kind: 'busy'; why: string }
  /** Nothing comes until a person has put something right. */
  | { kind: 'closed'; problem: ProblemDetails };

/** What became of a push. */
export type Pushed =
  | { kind: 'taken' }
  /** Nobody knows whether it was taken; the same key may be tried again. */
  | { kind: 'busy'; why: string }
  /** The month's messages are used; trying again would be in vain. */
  | { kind: 'month is full'; why: string }
  /** LINE will not take this one, however often it is tried. */
  | { kind: 'refused'; why: string }
  | { kind: 'closed'; problem: ProblemDetails };

/** The official account behind a token. */
export interface Bot {
  /** Where webhooks are meant for. */
  user: string;
  /** Such as @studio: what people look it up by. */
  id: string;
  name: string;
}

/** The month's messages; `limit` is absent where there is none. */
export interface Quota {
  limit?: number;
  used: number;
}

const BotAnswer = v.object({
  userId: v.string(),
  basicId: v.string(),
  premiumId: v.optional(v.string()),
  displayName: v.string(),
});
const QuotaAnswer = v.object({ type: v.string(), value: v.optional(v.number()) });
const UsedAnswer = v.object({ totalUsage: v.number() });
const ProfileAnswer = v.object({ userId: v.string() });
const WebhookAnswer = v.object({ endpoint: v.string(), active: v.boolean() });
const Refusal = v.object({
  message: v.optional(v.string(), ''),
  details: v.optional(
    v.array(v.object({ message: v.optional(v.string()), property: v.optional(v.string()) })),
    [],
  ),
});

export function readBot(answer: HttpAnswer): Said<Bot> {
  return reading(answer, BotAnswer, ({ userId, basicId, premiumId, displayName }) => ({
    user: userId,
    id: premiumId ?? basicId,
    name: displayName,
  }));
}

/** Reads both answers about the month; the first that says something else is what is said. */
export function readQuota(limit: HttpAnswer, used: HttpAnswer): Said<Quota> {
  const most = reading(limit, QuotaAnswer, (said) => said);
  if (most.kind !== 'found') return most;
  const { type, value } = most.found;
  return reading(used, UsedAnswer, ({ totalUsage }) => ({
    used: totalUsage,
    ...(type === 'limited' && value !== undefined ? { limit: value } : {}),
  }));
}

/** Whether somebody follows the account: `none` for whoever does not, or is nobody. */
export function readProfile(answer: HttpAnswer, user: string): Said<true> {
  // An id that LINE never gave is refused as one.
  if (answer.ok && answer.status === 400) return { kind: 'none' };
  const said = reading(answer, ProfileAnswer, ({ userId }) => userId);
  if (said.kind !== 'found') return said;
  return said.found === user ? { kind: 'found', found: true } : { kind: 'none' };
}

/** Where LINE posts what happens; `none` where no address is set. */
export function readWebhook(answer: HttpAnswer): Said<v.InferOutput<typeof WebhookAnswer>> {
  return reading(answer, WebhookAnswer, (said) => said);
}

/** Reads the answer to a push: one that was accepted before counts as taken. */
export function readPush(answer: HttpAnswer): Pushed {
  if (!answer.ok) return { kind: 'busy', why: `LINE did not answer (${cut(answer.error)})` };
  const { status, headers } = answer;
  if (status === 200) return { kind: 'taken' };
  const why = `LINE says ${refusalIn(answer)}`;
  if (status === 409) {
    return headers['x-line-accepted-request-id'] === undefined
      ? { kind: 'busy', why }
      : { kind: 'taken' };
  }
  if (status === 429) return { kind: /monthly limit/i.test(why) ? 'month is full' : 'busy', why };
  if (status >= 500) return { kind: 'busy', why };
  if (status === 401 || status === 403) return { kind: 'closed', problem: refusedToken(why) };
  return { kind: 'refused', why };
}

function reading<S extends v.GenericSchema, T>(
  answer: HttpAnswer,
  schema: S,
  take: (body: v.InferOutput<S>) => T,
): Said<T> {
  if (!answer.ok) return { kind: 'busy', why: `LINE did not answer (${cut(answer.error)})` };
  const { status, body } = answer;
  if (status === 200) {
    const read = v.safeParse(schema, tryJson(body));
    if (read.success) return { kind: 'found', found: take(read.output) };
    return { kind: 'busy', why: 'LINE answered with something unknown' };
  }
  const why = `LINE says ${refusalIn(answer)}`;
  if (status === 404) return { kind: 'none' };
  if (status === 429 || status >= 500) return { kind: 'busy', why };
  return { kind: 'closed', problem: refusedToken(why) };
}

function refusalIn({ status, body }: Extract<HttpAnswer, { ok: true }>): string {
  const read = v.safeParse(Refusal, tryJson(body));
  const { message, details } = read.success ? read.output : { message: '', details: [] };
  const [first] = details;
  const where = first === undefined ? '' : ` (${first.property ?? ''}: ${first.message ?? ''})`;
  return `“${cut(`${message || 'nothing'}${where}`, 160)}” (${status})`;
}

function refusedToken(why: string): ProblemDetails {
  return {
    code: 'line-closed',
    sentence: `${why}: the channel access token is not accepted.`,
    remedy:
      'Issue a long-lived one in LINE’s console under Messaging API, and connect LINE again on the Connections page.',
  };
}
