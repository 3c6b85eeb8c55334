import type { messagingApi } from '@line/bot-sdk';
import type { LineMessage } from '../../../../src/core/letters/line-message';
import {
  botRequest,
  profileRequest,
  pushRequest,
  quotaRequests,
  retryKeyOf,
  webhookRequest,
} from '../../../../src/core/connectors/line/requests';
import { checkRequests } from '../../../support/contract';
import { describeWithShared } from '../../../support/shared';

const USER = `U${'0123456789abcdef'.repeat(2)}`;
const MESSAGES: LineMessage[] = [
  { type: 'text', text: 'Hello' },
  {
    type: 'flex',
    altText: 'A recommendation',
    contents: {
      type: 'bubble',
      size: 'mega',
      body: {
        type: 'box',
        layout: 'vertical',
        spacing: 'md',
        contents: [
          { type: 'text', text: 'An affiliate link', wrap: true, size: 'xs', color: '#55665d' },
          { type: 'separator' },
          { type: 'text', text: 'Rankly', wrap: true, size: 'md', weight: 'bold' },
          {
            type: 'button',
            style: 'primary',
            height: 'sm',
            color: '#1f6f4a',
            action: { type: 'uri', label: 'Take a look', uri: 'https://gate.example/exec?l=a' },
          },
        ],
      },
    },
  },
];

it('pushes what LINE’s own SDK would take', () => {
  const request: messagingApi.PushMessageRequest = { to: USER, messages: MESSAGES };
  const { body, headers } = pushRequest('token', USER, MESSAGES, retryKeyOf('L-one'));
  expect(JSON.parse(body ?? '')).toEqual(request);
  expect(headers).toEqual({
    Authorization: 'Bearer token',
    'X-Line-Retry-Key': retryKeyOf('L-one'),
  });
});

it('gives a letter one retry key, and each letter its own', () => {
  expect(retryKeyOf('L-one')).toBe(retryKeyOf('L-one'));
  expect(retryKeyOf('L-one')).not.toBe(retryKeyOf('L-two'));
  expect(retryKeyOf('L-one')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

describeWithShared('by LINE’s own description', () => {
  it('every request is one of its operations, and well formed', () => {
    const checked = checkRequests('line-messaging-api.strict.json', [
      botRequest('token'),
      ...quotaRequests('token'),
      profileRequest('token', USER),
      webhookRequest('token'),
      pushRequest('token', USER, MESSAGES, retryKeyOf('L-one')),
    ]);
    expect(checked).toEqual(
      [
        'GET /v2/bot/info',
        'GET /v2/bot/message/quota',
        'GET /v2/bot/message/quota/consumption',
        'GET /v2/bot/profile/{userId}',
        'GET /v2/bot/channel/webhook/endpoint',
        'POST /v2/bot/message/push',
      ].map((op) => ({ op, errors: [] })),
    );
  });

  it('is not taken with more than five messages', () => {
    const six = Array<LineMessage>(6).fill({ type: 'text', text: 'Hello' });
    const [checked] = checkRequests('line-messaging-api.strict.json', [
      pushRequest('token', USER, six, retryKeyOf('L-one')),
    ]);
    expect(checked?.errors).not.toEqual([]);
  });
});
