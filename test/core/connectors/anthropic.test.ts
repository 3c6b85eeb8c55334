import Anthropic from '@anthropic-ai/sdk';
import { anthropic, messagesBody } from '../../../src/core/connectors/anthropic';
import type { HttpAnswer } from '../../../src/core/http';
import { answer, fetched } from '../../support/answers';
import { schemaErrors } from '../../support/contract';
import { describeWithShared, fixture } from '../../support/shared';

const access = {
  key: 'sk-ant-test',
  address: 'https://api.anthropic.com/v1',
  model: 'claude-haiku-5-5',
};
const writer = anthropic.open(access);
const task = { instructions: 'Rules.', input: 'Data.' };
const again = { ...task, again: { draft: '{"subject":"x"}', orders: 'Again.' } };

const message = (given: object) => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'm',
  content: [{ type: 'text', text: '{"subject":"a","body":"b"}' }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: {
    input_tokens: 10,
    output_tokens: 5,
    cache_creation_input_tokens: 100,
    cache_read_input_tokens: 1000,
  },
  ...given,
});
const error = (type: string, text = 'message', more: object = {}) => ({
  type: 'error',
  error: { type, message: text, ...more },
  request_id: 'req_1',
});

/** Anthropic's own SDK, which gets `given` for whatever it asks. */
const sdkWith = (given: Response, onAsked: (request: Request) => void = () => undefined) =>
  new Anthropic({
    apiKey: access.key,
    maxRetries: 0,
    fetch: (url, init) => {
      onAsked(new Request(url, init));
      return Promise.resolve(given.clone());
    },
  });

describe('asking', () => {
  it('fits the types of Anthropic’s own SDK', () => {
    const body: Anthropic.MessageCreateParamsNonStreaming = messagesBody(access.model, again);
    expect(body.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  });

  it('sends what the SDK sends, in the same version of the API', async () => {
    const asked: Request[] = [];
    const sdk = sdkWith(fetched(200, message({})), (request) => asked.push(request));
    await sdk.messages.create(messagesBody(access.model, task));
    await sdk.models.retrieve(access.model);
    const [write, life] = asked;
    const request = writer.ask(task, 90);
    expect(write?.url).toBe(request.url);
    expect(await write?.json()).toEqual(JSON.parse(request.body ?? ''));
    expect(life?.url).toBe(writer.askLife().url);
    for (const headers of [request.headers, writer.askLife().headers]) {
      expect(headers).toEqual({
        'x-api-key': access.key,
        'anthropic-version': write?.headers.get('anthropic-version'),
      });
    }
  });

  it('sends the key in a header and nowhere else, and no sampling', () => {
    const { url, body = '' } = writer.ask(task, 30);
    expect(url + body).not.toMatch(/sk-ant-test|temperature|top_p/);
  });
});

describe('reading', () => {
  it('takes the text after any thinking, and counts what the cache held', () => {
    const body = message({
      content: [
        { type: 'thinking', thinking: '…', signature: 's' },
        { type: 'text', text: '{"subject":"a",' },
        { type: 'text', text: '"body":"b"}' },
      ],
    });
    expect(writer.read(answer(200, body))).toEqual({
      kind: 'written',
      json: { subject: 'a', body: 'b' },
      tokens: { input: 1110, output: 5 },
    });
  });

  it.each([
    [
      'a refusal',
      message({
        content: [],
        stop_reason: 'refusal',
        stop_details: { type: 'refusal', category: 'cyber', explanation: 'Looks harmful.' },
      }),
      'it refused: Looks harmful.',
    ],
    [
      'a refusal without a word',
      message({ content: [], stop_reason: 'refusal' }),
      'no reason given',
    ],
    ['one cut short', message({ stop_reason: 'max_tokens' }), 'max_tokens'],
    ['one too long', message({ stop_reason: 'model_context_window_exceeded' }), 'context_window'],
    ['a call of a tool', message({ stop_reason: 'tool_use' }), 'tool_use'],
    ['chatter', message({ content: [{ type: 'text', text: 'Dear' }] }), 'did not answer in JSON'],
  ])('declines %s, which is paid for all the same', (_, body, why) => {
    const read = writer.read(answer(200, body));
    expect(read).toMatchObject({ kind: 'declined', tokens: { output: 5 } });
    expect(JSON.stringify(read)).toContain(why);
  });

  it.each([
    ['an overload', answer(529, error('overloaded_error'))],
    ['a rate limit', answer(429, error('rate_limit_error'), { 'retry-after': '12' })],
    ['a fault of theirs', answer(500, error('api_error'))],
    ['a time-out of theirs', answer(504, error('timeout_error'))],
    ['a page in the way', answer(200, '<html>')],
    ['silence', { ok: false, error: 'timeout' } satisfies HttpAnswer as HttpAnswer],
  ])('waits for %s to pass', (_, given) => {
    expect(writer.read(given)).toMatchObject({ kind: 'busy' });
  });

  it.each([
    ['a key that is refused', 401, error('authentication_error'), 'valid key'],
    ['a key without rights', 403, error('permission_error'), 'valid key'],
    ['a bill that is not paid', 402, error('billing_error'), 'Add credit'],
    [
      'a spend limit that is reached',
      429,
      error('rate_limit_error', 'message', {
        details: { error_code: 'enforced_spend_limit_reached' },
      }),
      'Add credit',
    ],
    [
      'a limit of the account’s own',
      400,
      error('invalid_request_error', 'You have reached your specified API usage limits.'),
      'Add credit',
    ],
    ['a model that is not there', 404, error('not_found_error'), 'another Model'],
    ['a request that it does not take', 400, error('invalid_request_error'), 'another Model'],
  ])('closes on %s, and says what to do', (_, status, body, remedy) => {
    const read = writer.read(answer(status, body));
    expect(read).toMatchObject({ kind: 'closed' });
    expect(JSON.stringify(read)).toContain(remedy);
  });

  it('declines the one letter that is too large', () => {
    const read = writer.read(answer(413, error('request_too_large')));
    expect(read).toMatchObject({ kind: 'declined' });
  });
});

describe('the model’s life', () => {
  const model = { id: access.model, type: 'model', lifecycle: 'active', retires_at: null };

  it.each([
    ['a model that stays', answer(200, model), { kind: 'there', ends: undefined }],
    [
      'one that ends',
      answer(200, { ...model, lifecycle: 'deprecated', retires_at: '2026-11-30T00:00:00Z' }),
      { kind: 'there', ends: '2026-11-30' },
    ],
    ['one that is retired', answer(200, { ...model, lifecycle: 'retired' }), { kind: 'gone' }],
    ['one that is not known', answer(404, error('not_found_error')), { kind: 'gone' }],
    ['a refusal', answer(401, error('authentication_error')), { kind: 'unknown' }],
  ])('knows %s', (_, given, life) => {
    expect(writer.readLife(given)).toEqual(life);
  });
});

describeWithShared('against the facts of the API', () => {
  it('asks as Anthropic’s own schema wants it', () => {
    for (const asked of [task, again]) {
      const body = JSON.parse(writer.ask(asked, 90).body ?? '') as unknown;
      expect(schemaErrors('anthropic-message-request.schema.json', body)).toEqual([]);
    }
  });

  it.each([
    ['anthropic-ok', 'written'],
    ['anthropic-refusal', 'declined'],
    ['anthropic-max-tokens', 'declined'],
    ['anthropic-tool-use', 'declined'],
    ['anthropic-400', 'closed'],
    ['anthropic-429', 'busy'],
    ['anthropic-529', 'busy'],
  ])('reads %s as %s, and the SDK agrees on whether it is an error', async (name, kind) => {
    const { status, headers, body } = fixture(name);
    const read = writer.read(answer(status, body, headers));
    expect(read.kind).toBe(kind);
    const asked = sdkWith(fetched(status, body, headers)).messages.create(
      messagesBody(access.model, task),
    );
    if (status !== 200) {
      await expect(asked).rejects.toHaveProperty('status', status);
      return;
    }
    const { usage } = await asked;
    const input = usage.input_tokens + (usage.cache_read_input_tokens ?? 0);
    expect(read).toMatchObject({ tokens: { input, output: usage.output_tokens } });
  });
});
