import { fingerprint } from '../../src/core/identity';
import { panel } from '../../src/panel';
import type { PanelAnswers } from '../../src/panel/protocol';
import type { GateReply } from '../../src/gate/services';
import type { World } from './services';

/** Makes a sender in the sidebar; what is given to it is posted to the gate. */
export function aSender(world: World, sender = 'Make CRM'): (body: unknown) => GateReply {
  const services = { ...world.services(), chance: { secret: () => fingerprint(sender) } };
  const { address } = panel(services, { do: 'addHook', sender }) as PanelAnswers['addHook'];
  const hook = /[?&]hook=([^&]+)/.exec(address)?.[1] ?? '';
  return (body) => world.gate.post(body, { hook });
}
