import type { messagingApi } from '@line/bot-sdk';
import {
  readBot,
  readProfile,
  readPush,
  readQuota,
  readWebhook,
} from '../../../../src/core/connectors/line/answers';
import type { HttpAnswer } from '../../../../src/core/http';
import { checkAnswers } from '../../../support/contract';
import { describeWithShared, fixture } from '../../../support/shared';

const answer = (
  status: number,
  body: object,
  headers: Record<string, string> = {},
): HttpAnswer => ({ ok: true, status, headers, body: JSON.stringify(body) });
const SILENT: HttpAnswer = { ok: false, error: 'timeout' };
const USER = `U${'0'.repeat(32)}`;

describe('readPush', () => {
  it.each<[string, HttpAnswer, string]>([
    ['200', answer(200, { sentMessages: [] }), 'taken'],
    ['a key taken before', answer(409, {}, { 'x-line-accepted-request-id': 'r' }), 'taken'],
    ['a conflict that names no request', answer(409, { message: 'Conflict' }), 'busy'],
    ['too many at once', answer(429, { message: 'Too many requests' }), 'busy'],
    [
      'the month’s limit',
      answer(429, { message: 'You have reached your monthly limit.' }),
      'month is full',
    ],
    ['a fault of LINE’s', answer(500, {}), 'busy'],
    ['no answer', SILENT, 'busy'],
    ['a wrong message', answer(400, { message: 'The request body has 1 error(s)' }), 'refused'],
    ['a wrong token', answer(401, { message: 'Authentication failed' }), 'closed'],
  ])('takes %s for %s', (_, said, kind) => {
    expect(readPush(said).kind).toBe(kind);
  });

  it('names what was wrong and where', () => {
    const details = [{ message: 'May not be empty', property: 'messages[0].text' }];
    expect(readPush(answer(400, { message: 'The request body has 1 error(s)', details }))).toEqual({
      kind: 'refused',
      why: 'LINE says “The request body has 1 error(s) (messages[0].text: May not be empty)” (400)',
    });
  });
});

it('knows the account by the id that people look it up by', () => {
  const said: messagingApi.BotInfoResponse = {
    userId: USER,
    basicId: '@123abcde',
    displayName: 'Studio',
    chatMode: 'bot',
    markAsReadMode: 'auto',
  };
  const found = { user: USER, id: '@123abcde', name: 'Studio' };
  expect(readBot(answer(200, said))).toEqual({ kind: 'found', found });
  expect(readBot(answer(200, { ...said, premiumId: '@studio' }))).toMatchObject({
    found: { id: '@studio' },
  });
  expect(readBot(answer(401, { message: 'Authentication failed' }))).toMatchObject({
    kind: 'closed',
    problem: { remedy: expect.stringContaining('connect LINE again') as string },
  });
});

it('reads the month’s messages, and whether there is a limit', () => {
  const used: messagingApi.QuotaConsumptionResponse = { totalUsage: 12 };
  const limited: messagingApi.MessageQuotaResponse = { type: 'limited', value: 200 };
  expect(readQuota(answer(200, limited), answer(200, used))).toEqual({
    kind: 'found',
    found: { limit: 200, used: 12 },
  });
  expect(readQuota(answer(200, { type: 'none' }), answer(200, used))).toMatchObject({
    found: { used: 12 },
  });
  expect(readQuota(answer(200, limited), SILENT)).toMatchObject({ kind: 'busy' });
  expect(readQuota(SILENT, answer(200, used))).toMatchObject({ kind: 'busy' });
});

it.each<[string, HttpAnswer, string]>([
  ['follows', answer(200, { userId: USER, displayName: 'Lin' }), 'found'],
  ['is another', answer(200, { userId: `U${'1'.repeat(32)}`, displayName: 'Lin' }), 'none'],
  ['does not follow', answer(404, { message: 'Not found' }), 'none'],
  ['is no id of LINE’s', answer(400, { message: 'The value is invalid' }), 'none'],
  ['cannot be asked about', answer(503, {}), 'busy'],
  ['is asked about with a wrong token', answer(403, {}), 'closed'],
])('tells who %s', (_, said, kind) => {
  expect(readProfile(said, USER).kind).toBe(kind);
});

it('says where LINE posts, if it does', () => {
  const found = { endpoint: 'https://gate.example/exec?line=k', active: true };
  expect(readWebhook(answer(200, found))).toEqual({ kind: 'found', found });
  expect(readWebhook(answer(404, { message: 'Webhook URL not found' }))).toEqual({ kind: 'none' });
});

describeWithShared('the answers of LINE’s description', () => {
  const read = (name: string): string => {
    const { status, headers, body } = fixture(name);
    return readPush(answer(status, body as object, headers)).kind;
  };

  it('are read as what they mean', () => {
    expect(['line-push-ok', 'line-409', 'line-429', 'line-400'].map(read)).toEqual([
      'taken',
      'taken',
      'month is full',
      'refused',
    ]);
  });

  it('are as it has them', () => {
    const said = ['line-push-ok', 'line-409', 'line-429', 'line-400'].map(fixture);
    expect(checkAnswers('line-messaging-api.strict.json', said)).toEqual([[], [], [], []]);
  });
});
