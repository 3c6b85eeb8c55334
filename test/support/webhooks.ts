import { Webhook as StandardWebhook } from 'standardwebhooks';
import type { HttpAnswer } from '../../src/core/http';
import { shownSecret } from '../../src/core/webhooks/signature';
import { type Webhook, webhooks } from '../../src/core/workbook';
import { keepSecret } from '../../src/jobs/webhooks/kept';
import { aWebhook } from './rows';
import type { World } from './services';

export const SECRET = 'c3'.repeat(32);

/** A post as it came, believed only after the library of Standard Webhooks verified it. */
export interface Received {
  id: string;
  type: string;
  data: Record<string, unknown>;
}

/** A receiver that is one of the workbook's endpoints, with what it got; `answer` says its mood. */
export class TestReceiver {
  readonly got: Received[] = [];
  answer: HttpAnswer = { ok: true, status: 204, headers: {}, body: '' };

  constructor(world: World, given: Partial<Webhook> = {}) {
    const row = aWebhook(given);
    world.put(webhooks, row);
    keepSecret(world.services().vault, row.id, { now: SECRET });
    const before = world.answer;
    world.answer = (request) => {
      if (request.url !== row.address) return before(request);
      this.take(request.headers ?? {}, request.body ?? '');
      return this.answer;
    };
  }

  private take(headers: Record<string, string>, body: string): void {
    // The library goes by the wall clock, which these tests do not.
    const clock = Date.now;
    Date.now = () => Number(headers['webhook-timestamp']) * 1000;
    try {
      new StandardWebhook(shownSecret(SECRET)).verify(body, headers);
    } finally {
      Date.now = clock;
    }
    const { type, data } = JSON.parse(body) as Omit<Received, 'id'>;
    this.got.push({ id: headers['webhook-id'] ?? '', type, data });
  }
}
