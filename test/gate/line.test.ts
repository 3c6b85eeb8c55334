import { sampleUser, SampleLine, textEvent } from '../../demo/line/sample';
import { readCall } from '../../src/core/connectors/line/webhook';
import { fingerprint } from '../../src/core/identity';
import type { GateEvent } from '../../src/core/referrals/gate';
import { aTable } from '../contracts/gate';
import { TestGate } from '../support/gate';

const OWNER = 'k'.repeat(32);
const line = new SampleLine({ token: 't', now: () => 1000 });

function noted(body: string): GateEvent[] {
  const gate = new TestGate();
  gate.ask({ op: 'pair', key: OWNER });
  const keys = { postback: [], line: [fingerprint('l-secret')], hook: [] };
  gate.ask({ op: 'routes', key: OWNER, ...aTable({ keys }) });
  expect(gate.post(body, { line: 'l-secret' })).toEqual({ html: 'ok', title: 'ok' });
  return (gate.ask({ op: 'events', key: OWNER, limit: 500 })?.events ?? []) as GateEvent[];
}

const bodyOf = ({ data }: GateEvent): string => String(data?.body);

it('notes a short webhook as it came', () => {
  const body = line.webhookBody(textEvent(sampleUser('lin'), 'stop'));
  expect(noted(body).map(bodyOf)).toEqual([body]);
});

it('notes each event of a long one, with what matters of it, and loses none', () => {
  const users = Array.from({ length: 60 }, (_, i) => sampleUser(`c${i}`));
  const words = `退訂 ${'感謝您的來信。'.repeat(400)}`;
  const body = line.webhookBody(...users.map((user) => textEvent(user, words)));
  const events = noted(body).flatMap((event) => readCall(bodyOf(event))?.events ?? []);
  expect(events.map(({ user }) => user).sort()).toEqual([...users].sort());
  expect(events.every(({ text }) => text.startsWith('退訂'))).toBe(true);
});

it('makes nothing of what is long and no webhook', () => {
  expect(noted('x'.repeat(5000))).toEqual([]);
  expect(
    noted(`{"events":[${'1,'.repeat(2000)}1]}`).flatMap((event) => readCall(bodyOf(event))?.events),
  ).toEqual([]);
});
