import { many } from '../../core/words/count';
import { hookRun } from '../../jobs/hooks/kept';
import { STATE } from '../../jobs/state';
import { gateHealth } from '../settings';
import { listHooks, removeHook } from '../hooks';
import type { Connection } from './connection';

/** All senders together. */
export const hooksConnection: Connection = {
  id: 'hooks',
  title: 'Hooks',
  about:
    'Lets Make, Zapier, n8n or a program of yours add a client, move a stage, start an occasion or add a commission. What comes is done at the next beat; what was refused stands in the Activity tab, with the reason.',
  look: ({ vault, state }) => {
    const { senders } = listHooks({ vault });
    const run = hookRun(state);
    const refused = run?.refused;
    const isOpen = refused !== undefined && senders.includes(refused.sender);
    return {
      state: senders.length === 0 ? 'off' : isOpen ? 'trouble' : 'on',
      what: many(senders.length, 'sender'),
      lastRun: run?.at ?? null,
      nextRun: null,
      did: run?.did ?? '',
      problem: isOpen ? `${refused.sender}: refused. ${refused.why}` : '',
    };
  },
  test: (services) => {
    gateHealth(services);
    return 'The gate answers. Post a request to a sender’s address, then choose Perennial → Collect taps now.';
  },
  disconnect: (services) => {
    for (const sender of listHooks(services).senders) removeHook(services, sender);
    services.state.remove(STATE.hookRun);
  },
};
