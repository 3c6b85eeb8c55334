import { SAMPLE_BOT, SAMPLE_BOT_ID, SampleLine } from '../../demo/line/sample';
import { fingerprint } from '../../src/core/identity';
import { STATE, VAULT } from '../../src/jobs/state';
import { reach } from './lists';
import type { World } from './services';

export const LINE_TOKEN = 'sample-channel-access-token';
/** The secret in the address that LINE calls. */
export const LINE_KEY = 'l'.repeat(32);

/** A sample LINE behind a world's requests, connected already. */
export function withLine(world: World, options: { limit?: number } = {}): SampleLine {
  const line = new SampleLine({ token: LINE_TOKEN, now: () => world.now, ...options });
  world.vault.set(VAULT.lineToken, LINE_TOKEN);
  world.vault.set(VAULT.lineKey, LINE_KEY);
  const bot = { user: SAMPLE_BOT, id: SAMPLE_BOT_ID, name: 'Studio Chen' };
  world.state.set(STATE.line, JSON.stringify(bot));
  reach(world, 'api.line.me', line);
  return line;
}

/** What LINE posts, as the gate notes it. */
export function lineEvent(id: string, body: string, at: number) {
  const data = { key: fingerprint(LINE_KEY), fields: {}, body };
  return { id, at, kind: 'line' as const, data };
}
