import type { Instant } from '../core/calendar';
import type { HttpRequest } from '../core/http';
import { derivedId } from '../core/identity';
import { locate, Problem } from '../core/problem';
import { type Endpoint, readEndpoints } from '../core/webhooks/endpoint';
import { payloadOf } from '../core/webhooks/event';
import { posted, verdictOf } from '../core/webhooks/outbox';
import type { Webhook } from '../core/workbook';
import { webhookSecrets } from '../jobs/webhooks/kept';
import type { Services } from '../services';
import { notThere, receivers } from './webhooks';

type PingServices = Pick<Services, 'sheets' | 'vault' | 'clock' | 'http'>;

/** Posts a `ping`, and says how it was answered; throws a `Problem` where it was not taken. */
export function testWebhook(services: PingServices, id: string): { said: string } {
  const row = receivers(services).find((one) => one.id === id);
  if (row === undefined) throw notThere(id);
  return testWebhooks(services, [row]);
}

/** Posts a `ping` to each, and says all the answers; throws a `Problem` where one was not taken. */
export function testWebhooks(
  { http, vault, clock }: PingServices,
  rows: Webhook[],
): { said: string } {
  const now = clock.now();
  // One that rests is tested, too.
  const tested = rows.map((row) => ({ ...row, active: true, since: now }));
  const { endpoints, problems } = readEndpoints(tested, webhookSecrets(vault));
  const answers = http.batch(endpoints.map((endpoint) => pingOf(endpoint, now)));
  const verdicts = endpoints.map(({ host }, i) => {
    const { isTaken, said } = verdictOf(answers[i] ?? { ok: false, error: 'no answer' });
    return isTaken
      ? { isTaken, said: `${host} took the test event (${said}).` }
      : { isTaken, said: `${host} did not take the test event: ${said}.` };
  });
  const said = [...verdicts.map((verdict) => verdict.said), ...problems.map(locate)].join(' ');
  if (problems.length === 0 && verdicts.every(({ isTaken }) => isTaken)) return { said };
  throw new Problem({
    code: 'webhook-not-taken',
    sentence: said,
    remedy: 'Look whether the receiver is switched on and takes POST with JSON at this address.',
  });
}

function pingOf(endpoint: Endpoint, now: Instant): HttpRequest {
  const body = payloadOf({ type: 'ping', at: now, data: { webhook_id: endpoint.id } });
  return posted(endpoint, derivedId('E', 'ping', endpoint.id, String(now)), body, now);
}
