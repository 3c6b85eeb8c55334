import OpenAI from 'openai';
import { openai, responsesBody } from '../../../src/core/connectors/openai';
import type { HttpAnswer } from '../../../src/core/http';
import { answer } from '../../support/answers';
import { checkAnswers, checkRequests } from '../../support/contract';
import { describeWithShared, fixture } from '../../support/shared';

const access = { key: 'sk-test', address: 'https://api.openai.com/v1', model: 'gpt-6-luna' };
const writer = openai.open(access);
const task = { instructions: 'Rules.', input: 'Data.' };
const again = { ...task, again: { draft: '{"subject":"x"}', orders: 'Again.' } };

const response = (given: object) => ({
  id: 'resp_1',
  object: 'response',
  status: 'completed',
  error: null,
  incomplete_details: null,
  output: [],
  usage: { input_tokens: 10, output_tokens: 5 },
  ...given,
});
const message = (...content: object[]) => ({ type: 'message', role: 'assistant', content });
const said = (text: string) => message({ type: 'output_text', text, annotations: [] });

describe('asking', () => {
  it('fits the types of OpenAI’s own SDK', () => {
    const body: OpenAI.Responses.ResponseCreateParamsNonStreaming = responsesBody(
      'gpt-6-luna',
      again,
    );
    expect(body).toMatchObject({
      store: false,
      text: { format: { type: 'json_schema', strict: true } },
    });
  });

  it('sends the key in a header and nowhere else', () => {
    const request = writer.ask(task, 120);
    expect(request.headers).toEqual({ Authorization: 'Bearer sk-test' });
    expect(request.url + (request.body ?? '')).not.toContain('sk-test');
    expect(request).toMatchObject({
      url: 'https://api.openai.com/v1/responses',
      timeoutSeconds: 90,
    });
  });

  it('waits no longer than there is time', () => {
    expect(writer.ask(task, 61).timeoutSeconds).toBe(61);
  });

  it('tells at the second try what came first and what was wrong', () => {
    const { input } = responsesBody('m', again);
    expect(input.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  });
});

describe('reading', () => {
  it('takes the text of all messages, whatever stands before them', () => {
    const body = response({
      output: [{ type: 'reasoning', summary: [] }, said('{"subject":"a",'), said('"body":"b"}')],
    });
    expect(writer.read(answer(200, body))).toEqual({
      kind: 'written',
      json: { subject: 'a', body: 'b' },
      tokens: { input: 10, output: 5 },
    });
  });

  it.each([
    [
      'a refusal',
      response({ output: [message({ type: 'refusal', refusal: 'I cannot.' })] }),
      'it refused: I cannot.',
    ],
    [
      'one cut short',
      response({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }),
      'max_output_tokens',
    ],
    [
      'one that is filtered',
      response({ status: 'incomplete', incomplete_details: { reason: 'content_filter' } }),
      'content_filter',
    ],
    [
      'a prompt that is refused',
      response({ status: 'failed', error: { code: 'invalid_prompt', message: 'no' } }),
      'invalid_prompt',
    ],
    [
      'text that is not JSON',
      response({ output: [said('Dear Ms Lin')] }),
      'did not answer in JSON',
    ],
    ['no text at all', response({}), 'did not answer in JSON'],
  ])('declines %s', (_, body, why) => {
    const read = writer.read(answer(200, body));
    expect(read).toMatchObject({ kind: 'declined' });
    expect(JSON.stringify(read)).toContain(why);
  });

  const error = (code: string, text = 'message') => ({
    error: { message: text, type: 't', param: null, code },
  });

  it.each([
    ['no answer at all', { ok: false, error: 'timeout' } satisfies HttpAnswer as HttpAnswer],
    ['a page in the way', answer(200, '<html>')],
    [
      'a passing failure',
      answer(200, response({ status: 'failed', error: { code: 'server_error', message: '' } })),
    ],
    ['a rate limit', answer(429, error('rate_limit_exceeded'))],
    ['a call to slow down', answer(429, error('slow_down'))],
    ['an overload', answer(503, error('server_is_overloaded'))],
    ['a fault of theirs', answer(500, 'oops')],
    ['a time-out of theirs', answer(408, '')],
  ])('waits for %s to pass', (_, given) => {
    expect(writer.read(given)).toMatchObject({ kind: 'busy' });
  });

  it.each(['invalid_prompt', 'content_filter'])(
    'declines the one letter that the service flags as %s',
    (code) => {
      expect(writer.read(answer(400, error(code)))).toMatchObject({ kind: 'declined' });
    },
  );

  it('waits as long as it is told', () => {
    const limited = error('rate_limit_exceeded');
    expect(writer.read(answer(429, limited, { 'retry-after': '7' }))).toMatchObject({
      afterMs: 7000,
    });
    expect(
      writer.read(answer(429, limited, { 'retry-after': '7', 'retry-after-ms': '210' })),
    ).toMatchObject({ afterMs: 210 });
  });

  it.each([
    [
      'a key that is refused',
      answer(401, error('invalid_api_key', 'Incorrect API key')),
      'valid key',
    ],
    ['a key without rights', answer(403, error('forbidden')), 'valid key'],
    ['a model that is not there', answer(404, error('model_not_found')), 'another Model'],
    ['credit that is used up', answer(429, error('insufficient_quota')), 'Add credit'],
    ['a balance that is gone', answer(429, error('credit_balance_exhausted')), 'Add credit'],
    ['a request it does not take', answer(400, error('invalid_json_schema')), 'another Model'],
    [
      'a failure not to be retried',
      answer(500, '', { 'x-should-retry': 'false' }),
      'another Model',
    ],
  ])('closes on %s, and says what to do', (_, given, remedy) => {
    const read = writer.read(given);
    expect(read).toMatchObject({ kind: 'closed' });
    expect(JSON.stringify(read)).toContain(remedy);
    expect(JSON.stringify(read)).not.toContain('sk-test');
  });
});

describeWithShared('against the facts of the API', () => {
  it('asks as OpenAI’s own description wants it', () => {
    const checked = checkRequests('openai.json', [
      writer.ask(task, 90),
      writer.ask(again, 90),
      writer.askLife(),
    ]);
    expect(checked).toEqual([
      { op: 'POST /responses', errors: [] },
      { op: 'POST /responses', errors: [] },
      { op: 'GET /models', errors: [] },
    ]);
  });

  it.each([
    ['openai-responses-ok', 'written'],
    ['openai-responses-refusal', 'declined'],
    ['openai-responses-incomplete', 'declined'],
    ['openai-responses-content-filter', 'declined'],
    ['openai-responses-failed', 'busy'],
    ['openai-400-schema', 'closed'],
    ['openai-401', 'closed'],
    ['openai-429-quota', 'closed'],
    ['openai-429-rate', 'busy'],
  ])('reads %s as %s, and the SDK agrees on whether it is an error', async (name, kind) => {
    const given = fixture(name);
    const { status, headers, body } = given;
    // The description knows the answers that are no errors.
    if (status === 200) expect(checkAnswers('openai.json', [given])).toEqual([[]]);
    expect(writer.read(answer(status, body, headers)).kind).toBe(kind);
    const sdk = new OpenAI({
      apiKey: 'sk-test',
      maxRetries: 0,
      fetch: () =>
        Promise.resolve(
          new Response(JSON.stringify(body), {
            status,
            headers: { ...headers, 'content-type': 'application/json' },
          }),
        ),
    });
    const asked = sdk.responses.create(responsesBody('gpt-6-luna', task));
    if (status === 200) await expect(asked).resolves.toHaveProperty('output_text');
    else await expect(asked).rejects.toHaveProperty('status', status);
  });
});

describe('the model’s life', () => {
  const list = (...data: object[]) => answer(200, { object: 'list', data });
  const luna = { id: 'gpt-6-luna', object: 'model', created: 1, owned_by: 'openai' };

  it.each([
    ['a model that stays', list(luna), { kind: 'there', ends: undefined }],
    [
      'one whose end is not announced',
      list({ ...luna, shutdown_date: null }),
      { kind: 'there', ends: undefined },
    ],
    [
      'one that ends',
      list({ ...luna, shutdown_date: '2027-01-14' }),
      { kind: 'there', ends: '2027-01-14' },
    ],
    ['one that is gone', list({ ...luna, id: 'gpt-9' }), { kind: 'gone' }],
    ['an empty list', list(), { kind: 'unknown' }],
    ['a refusal', answer(401, {}), { kind: 'unknown' }],
    [
      'silence',
      { ok: false, error: 'timeout' } satisfies HttpAnswer as HttpAnswer,
      { kind: 'unknown' },
    ],
  ])('knows %s', (_, given, life) => {
    expect(writer.readLife(given)).toEqual(life);
  });
});
