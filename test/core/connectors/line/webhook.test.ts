import type { webhook } from '@line/bot-sdk';
import { readCall } from '../../../../src/core/connectors/line/webhook';

const USER = `U${'0123456789abcdef'.repeat(2)}`;
const event = (given: object): webhook.Event => ({
  type: 'message',
  mode: 'active',
  timestamp: 1000,
  source: { type: 'user', userId: USER },
  webhookEventId: '01H',
  deliveryContext: { isRedelivery: false },
  message: { type: 'text', id: '1', text: 'Hello', quoteToken: 'q' },
  ...given,
});
const read = (...events: object[]) =>
  readCall(JSON.stringify({ destination: USER, events: events.map(event) }));

it('tells who did what, oldest first', () => {
  expect(
    read(
      { webhookEventId: 'b', timestamp: 2 },
      { webhookEventId: 'a', timestamp: 1, type: 'follow' },
    ),
  ).toEqual({
    destination: USER,
    events: [
      { id: 'a', at: 1, user: USER, kind: 'follow', text: '' },
      { id: 'b', at: 2, user: USER, kind: 'message', text: 'Hello' },
    ],
  });
});

it('takes an empty call, as the console’s Verify sends it', () => {
  expect(read()).toEqual({ destination: USER, events: [] });
});

it('tells an event once, however often it was delivered', () => {
  expect(read({}, { deliveryContext: { isRedelivery: true } })?.events).toHaveLength(1);
});

it.each<[string, object]>([
  ['a kind that is not known', { type: 'somethingNew' }],
  ['a group', { source: { type: 'group', groupId: 'C1', userId: USER } }],
  ['a user of another form', { source: { type: 'user', userId: '=HYPERLINK("x")' } }],
  ['no user', { source: undefined }],
  ['a time that is none', { timestamp: 'now' }],
])('passes over %s', (_, given) => {
  expect(read(given, { webhookEventId: 'good' })?.events.map(({ id }) => id)).toEqual(['good']);
});

it('takes a sticker for a message without words', () => {
  expect(read({ message: { type: 'sticker', id: '1' } })?.events[0]?.text).toBe('');
});

it.each(['', 'ok', '[]', 'null', '{"events":1}', '{"destination":'])(
  'makes nothing of %s',
  (body) => {
    expect(readCall(body)?.events ?? []).toEqual([]);
  },
);
