import type { ApiError } from './api-error';
import type { SampleLetter } from './letter';
import type { Outcome } from './response';

/** Answers that are errors of the API itself. */
const ERRORS = {
  'rate limit': {
    status: 429,
    message: 'Rate limit reached for requests per min (RPM). Please try again in 210ms.',
    type: 'requests',
    param: null,
    code: 'rate_limit_exceeded',
    headers: { 'retry-after': '1', 'retry-after-ms': '210' },
  },
  'no quota': {
    status: 429,
    message: 'You exceeded your current quota, please check your plan and billing details.',
    type: 'insufficient_quota',
    param: null,
    code: 'insufficient_quota',
  },
  'wrong key': {
    status: 401,
    message: 'Incorrect API key provided: sk-***.',
    type: 'invalid_request_error',
    param: null,
    code: 'invalid_api_key',
  },
  'unknown model': {
    status: 404,
    message: 'The requested model does not exist or you do not have access to it.',
    type: 'invalid_request_error',
    param: null,
    code: 'model_not_found',
  },
  overloaded: {
    status: 503,
    message: 'That model is currently overloaded with other requests.',
    type: 'server_error',
    param: null,
    code: 'server_is_overloaded',
  },
} satisfies Record<string, ApiError>;

/** Responses that hold no letter. */
const OUTCOMES = {
  refusal: { status: 'completed', refusal: 'I’m sorry, I can’t help with that.' },
  'cut short': { status: 'incomplete', reason: 'max_output_tokens', text: '{"subject":"A sh' },
  'content filter': { status: 'incomplete', reason: 'content_filter', text: '' },
  'server error': {
    status: 'failed',
    code: 'server_error',
    message: 'The model failed to generate a response.',
  },
  'not json': { status: 'completed', text: 'Here is your letter: Hello!' },
} satisfies Record<string, Outcome>;

/** Letters that no check should let pass. */
const SPOILS = {
  'invented number': ({ subject, body }) => ({
    subject,
    body: `${body}\n\nPS: ${inventedNumber(body)} others have done so already.`,
  }),
  'missing place': ({ subject, body }) => ({
    subject,
    // A letter without a place to leave out gets one that nobody asked for.
    body: /^\[\[.*\]\]$/m.test(body)
      ? body.replace(/^\[\[.*\]\]$/m, '')
      : `${body}\n\n[[product Z]]`,
  }),
  'foreign address': ({ subject, body }) => ({
    subject,
    body: `${body}\n\nMore at https://elsewhere.example/offer`,
  }),
  html: ({ subject, body }) => ({ subject, body: `<p>${body}</p>` }),
} satisfies Record<string, (letter: SampleLetter) => SampleLetter>;

export type MisbehaviourKind =
  | keyof typeof ERRORS
  | keyof typeof OUTCOMES
  | keyof typeof SPOILS
  /** No answer at all until the asker gives up. */
  | 'silence';

/** Every way in which the sample writer can be made to answer wrongly. */
export const MISBEHAVIOURS: readonly MisbehaviourKind[] = [
  ...(Object.keys(ERRORS) as (keyof typeof ERRORS)[]),
  ...(Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]),
  ...(Object.keys(SPOILS) as (keyof typeof SPOILS)[]),
  'silence',
];

/** Which requests are answered wrongly, and how. */
export interface Misbehaviour {
  kind: MisbehaviourKind;
  /** Only requests about the client of this name. */
  client?: string;
  /** From the nth such request on, the first being 1, the default. */
  nth?: number;
  /** For so many requests; 1 by default. */
  times?: number;
}

/** Tells, request by request, whether and how it is to be answered wrongly. */
export function misbehaviours(
  planned: Misbehaviour[],
): (client: string) => MisbehaviourKind | undefined {
  const counted = planned.map((plan) => ({ ...plan, seen: 0 }));
  return (client) => {
    const matching = counted.filter((plan) => plan.client === undefined || plan.client === client);
    for (const plan of matching) plan.seen++;
    return matching.find(({ seen, nth = 1, times = 1 }) => seen >= nth && seen < nth + times)?.kind;
  };
}

/** The API error of a kind, where it is one. */
export function errorOf(kind: MisbehaviourKind | undefined): ApiError | undefined {
  return isKeyOf(ERRORS, kind) ? ERRORS[kind] : undefined;
}

/** The response without a letter, where the kind is one. */
export function outcomeOf(kind: MisbehaviourKind | undefined): Outcome | undefined {
  return isKeyOf(OUTCOMES, kind) ? OUTCOMES[kind] : undefined;
}

/** The letter, spoiled where the kind says so. */
export function spoiled(letter: SampleLetter, kind: MisbehaviourKind | undefined): SampleLetter {
  return isKeyOf(SPOILS, kind) ? SPOILS[kind](letter) : letter;
}

function inventedNumber(body: string): string {
  const large = [41_873, 58_261, 90_417].map(String);
  return large.find((number) => !body.includes(number)) ?? '123456789';
}

function isKeyOf<T extends object>(table: T, key: PropertyKey | undefined): key is keyof T {
  return key !== undefined && key in table;
}
