import { DELIVERY_JOB } from '../../core/webhooks/outbox';
import { many } from '../../core/words/count';
import { deliverWebhooks } from '../../jobs/webhooks/deliver';
import { webhookRun } from '../../jobs/webhooks/kept';
import { testWebhooks } from '../pings';
import { listWebhooks, receivers, removeWebhook } from '../webhooks';
import type { Connection } from './connection';

/** All receivers together. */
export const webhooksConnection: Connection = {
  id: 'webhooks',
  title: 'Webhooks',
  about:
    'Tells Make, Zapier, n8n or a program of yours what happens here: a letter sent, a link tapped, a commission.',
  look: (services) => {
    const { webhooks } = listWebhooks(services);
    const run = webhookRun(services.state);
    const waiting = webhooks.reduce((sum, line) => sum + line.waiting, 0);
    const problem = webhooks
      .filter((line) => line.problem !== '')
      .map((line) => `${line.address}: ${line.problem}`)
      .join('\n');
    const nexts = webhooks.flatMap(({ next }) => (next === null ? [] : [next]));
    return {
      state: webhooks.length === 0 ? 'off' : problem === '' ? 'on' : 'trouble',
      what: `${many(webhooks.length, 'receiver')}, ${many(waiting, 'event')} waiting`,
      lastRun: run?.at ?? null,
      nextRun: nexts.length === 0 ? null : Math.min(...nexts),
      did: run?.did ?? '',
      problem,
    };
  },
  test: (services) => testWebhooks(services, receivers(services)).said,
  run: {
    job: DELIVERY_JOB,
    work: (services, deadline) => deliverWebhooks(services, deadline, true),
  },
  disconnect: (services) => {
    for (const { id } of listWebhooks(services).webhooks) removeWebhook(services, id);
  },
};
