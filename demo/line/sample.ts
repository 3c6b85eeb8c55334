import { Meter, type SampleService, type ServiceReply, type ServiceRequest } from '../lists/served';

/** A message as it was pushed. */
export type PushedMessage = { type: string } & Record<string, unknown>;

/** What reached somebody's telephone at once. */
export interface Delivery {
  to: string;
  key: string | undefined;
  messages: PushedMessage[];
}

export interface LineOptions {
  token: string;
  name?: string;
  /** Messages of a month; none where it is absent. */
  limit?: number;
  /** Milliseconds; limits and retry keys go by it. */
  now?: () => number;
}

export const SAMPLE_BOT = `U${'b07'.repeat(10)}b0`;
export const SAMPLE_BOT_ID = '@studio-chen';

const DAY_MS = 24 * 3600 * 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_MESSAGES = 5;
const MOST_TEXT = 5000;

/**
 * A made-up LINE with one official account, as its description has it: a push with a key that was
 * accepted before is refused and not sent again, the month has its limit, and only followers are known.
 */
export class SampleLine implements SampleService {
  readonly followers = new Set<string>();
  readonly delivered: Delivery[] = [];
  readonly requests: ServiceRequest[] = [];
  /** Where it posts what happens. */
  webhook = '';
  used = 0;
  /** Answers in the place of the ordinary one, for the n-th request from 0. */
  misbehave: (nth: number, request: ServiceRequest) => ServiceReply | undefined = () => undefined;
  private readonly accepted = new Map<string, { at: number; id: string }>();
  private readonly meter: Meter;
  private events = 0;

  constructor(private readonly options: LineOptions) {
    this.meter = new Meter(2000, 1000, () => this.now());
  }

  readonly answer = (request: ServiceRequest): ServiceReply => {
    const misbehaved = this.misbehave(this.requests.length, request);
    this.requests.push(request);
    if (request.headers.authorization !== `Bearer ${this.options.token}`) {
      return refusal(401, 'Authentication failed. Confirm that the access token is valid.');
    }
    if (misbehaved !== undefined) return misbehaved;
    if (this.meter.isTooMany()) return refusal(429, 'The API rate limit has been exceeded.');
    return this.route(request);
  };

  /** Forgets what was delivered, as if none of it had been. */
  forget(): void {
    this.accepted.clear();
    this.delivered.length = 0;
    this.used = 0;
  }

  /** The body of a webhook; each event is of a user, and has an id and a time of its own. */
  webhookBody(...events: ({ type: string; user: string } & Record<string, unknown>)[]): string {
    return JSON.stringify({
      destination: SAMPLE_BOT,
      events: events.map(({ type, user, ...more }) => ({
        type,
        mode: 'active',
        timestamp: this.now(),
        source: { type: 'user', userId: user },
        webhookEventId: `01SAMPLE${String(this.events++).padStart(18, '0')}`,
        deliveryContext: { isRedelivery: false },
        replyToken: 'nHuyWiB7yP5Zw52FIkcQobQuGDXCTA',
        ...more,
      })),
    });
  }

  /** Somebody adds the account, or blocks it, or writes to it; the webhook hears of that. */
  async follow(user: string): Promise<void> {
    this.followers.add(user);
    await this.tell(this.webhookBody({ type: 'follow', user, follow: { isUnblocked: false } }));
  }

  async unfollow(user: string): Promise<void> {
    this.followers.delete(user);
    await this.tell(this.webhookBody({ type: 'unfollow', user }));
  }

  async write(user: string, text: string): Promise<void> {
    await this.tell(this.webhookBody(textEvent(user, text)));
  }

  private async tell(body: string): Promise<void> {
    const headers = { 'Content-Type': 'application/json', 'x-line-signature': 'sample' };
    const { status } = await fetch(this.webhook, { method: 'POST', headers, body });
    if (status !== 200) throw new Error(`the webhook answered ${status}`);
  }

  private now(): number {
    return this.options.now?.() ?? Date.now();
  }

  private route({ method, path, headers, body }: ServiceRequest): ServiceReply {
    if (method === 'POST' && path === '/v2/bot/message/push') {
      return this.push(body, headers['x-line-retry-key']);
    }
    if (method !== 'GET') return refusal(404, 'Not found');
    if (path === '/v2/bot/info') return { status: 200, body: this.info() };
    if (path === '/v2/bot/message/quota') return { status: 200, body: this.quota() };
    if (path === '/v2/bot/message/quota/consumption') {
      return { status: 200, body: { totalUsage: this.used } };
    }
    if (path === '/v2/bot/channel/webhook/endpoint') {
      return this.webhook === ''
        ? refusal(404, 'Webhook URL not found.')
        : { status: 200, body: { endpoint: this.webhook, active: true } };
    }
    const user = /^\/v2\/bot\/profile\/([^/]+)$/.exec(path)?.[1] ?? '';
    return this.followers.has(user)
      ? { status: 200, body: { userId: user, displayName: 'A client', language: 'en' } }
      : refusal(404, 'Not found');
  }

  private info(): object {
    return {
      userId: SAMPLE_BOT,
      basicId: SAMPLE_BOT_ID,
      displayName: this.options.name ?? 'Studio Chen',
      chatMode: 'bot',
      markAsReadMode: 'auto',
    };
  }

  private quota(): object {
    const { limit } = this.options;
    return limit === undefined ? { type: 'none' } : { type: 'limited', value: limit };
  }

  private push(body: string, key: string | undefined): ServiceReply {
    const { to = '', messages = [] } = JSON.parse(body) as Partial<Delivery>;
    if (key !== undefined && !UUID.test(key)) return refusal(400, 'Invalid X-Line-Retry-Key.');
    const before = key === undefined ? undefined : this.accepted.get(key);
    if (before !== undefined && this.now() < before.at + DAY_MS) {
      return {
        ...refusal(409, 'The retry key is already accepted'),
        headers: { 'x-line-accepted-request-id': before.id },
      };
    }
    const wrong = faultIn(messages);
    if (wrong !== undefined) {
      return refusal(400, 'The request body has 1 error(s)', [wrong]);
    }
    if (!this.followers.has(to)) return refusal(400, 'Failed to send messages');
    if (this.used >= (this.options.limit ?? Infinity)) {
      return refusal(429, 'You have reached your monthly limit.');
    }
    this.used++;
    this.delivered.push({ to, key, messages });
    const id = `sample-request-${this.delivered.length}`;
    if (key !== undefined) this.accepted.set(key, { at: this.now(), id });
    const sentMessages = messages.map((_, i) => ({ id: `${this.delivered.length}${i}` }));
    return { status: 200, headers: { 'x-line-request-id': id }, body: { sentMessages } };
  }
}

/** A message's event, as a webhook holds it. */
export function textEvent(user: string, text: string) {
  return { type: 'message', user, message: { type: 'text', id: '1', quoteToken: 'q', text } };
}

/** A user's id as LINE makes them, the same for the same name. */
export function sampleUser(name: string): string {
  const hex = Array.from(name, (letter) => letter.charCodeAt(0).toString(16)).join('');
  return `U${hex.padEnd(32, '0').slice(0, 32)}`;
}

function faultIn(messages: PushedMessage[]): { message: string; property: string } | undefined {
  if (messages.length < 1 || messages.length > MOST_MESSAGES) {
    return { message: 'Size must be between 1 and 5', property: 'messages' };
  }
  const at = messages.findIndex(({ type, text }) => {
    if (type !== 'text') return false;
    return typeof text !== 'string' || text === '' || text.length > MOST_TEXT;
  });
  if (at < 0) return undefined;
  return { message: 'Length must be between 1 and 5000', property: `messages[${at}].text` };
}

function refusal(status: number, message: string, details?: object[]): ServiceReply {
  return { status, body: { message, ...(details === undefined ? {} : { details }) } };
}
