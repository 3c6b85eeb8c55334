import OpenAI from 'openai';
import { chat, chatBody } from '../../../src/core/connectors/chat';
import { answer, fetched } from '../../support/answers';
import { checkAnswers, checkRequests } from '../../support/contract';
import { describeWithShared, fixture } from '../../support/shared';

const access = { key: 'sk-test', address: 'https://api.openai.com/v1', model: 'gpt-6-luna' };
const elsewhere = { ...access, address: 'https://models.example/api/v1/' };
const writer = chat.open(access);
const task = { instructions: 'Rules.', input: 'Data.' };
const again = { ...task, again: { draft: '{"subject":"x"}', orders: 'Again.' } };

const completion = (message: object, finish_reason = 'stop') => ({
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
  usage: { prompt_tokens: 12, completion_tokens: 7, total_tokens: 19 },
});

describe('asking', () => {
  it('fits the types of OpenAI’s own SDK', () => {
    const body: OpenAI.ChatCompletionCreateParamsNonStreaming = chatBody(access, again);
    expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(body).toMatchObject({
      store: false,
      response_format: { json_schema: { name: 'letter', strict: true } },
    });
  });

  it('sends what the SDK would send', async () => {
    let sent: { url: string; body: unknown; key: string | null } | undefined;
    const sdk = new OpenAI({
      apiKey: 'sk-test',
      fetch: async (url, init) => {
        const request = new Request(url, init);
        sent = {
          url: request.url,
          body: (await request.json()) as unknown,
          key: request.headers.get('authorization'),
        };
        return fetched(200, completion({ content: '{}' }));
      },
    });
    await sdk.chat.completions.create(chatBody(access, task));
    const request = writer.ask(task, 90);
    expect(sent).toEqual({
      url: request.url,
      body: JSON.parse(request.body ?? '') as unknown,
      key: request.headers?.Authorization,
    });
  });

  it('asks another server for nothing that only OpenAI knows', () => {
    const request = chat.open(elsewhere).ask(task, 90);
    expect(request.url).toBe('https://models.example/api/v1/chat/completions');
    const body = JSON.parse(request.body ?? '') as object;
    expect(Object.keys(body)).toEqual(['model', 'messages', 'response_format', 'max_tokens']);
  });
});

describe('reading', () => {
  it.each([
    ['JSON', '{"subject":"a","body":"b"}'],
    ['JSON in a fence', '```json\n{"subject":"a","body":"b"}\n```'],
  ])('takes a draft in %s, with what it took', (_, content) => {
    expect(writer.read(answer(200, completion({ content })))).toEqual({
      kind: 'written',
      json: { subject: 'a', body: 'b' },
      tokens: { input: 12, output: 7 },
    });
  });

  it.each([
    ['a refusal', completion({ content: null, refusal: 'I cannot.' }), 'it refused: I cannot.'],
    ['one cut short', completion({ content: '{"sub' }, 'length'), 'length'],
    ['one that is filtered', completion({ content: '' }, 'content_filter'), 'content_filter'],
    ['chatter', completion({ content: 'Dear Ms Lin' }), 'did not answer in JSON'],
  ])('declines %s, which is paid for all the same', (_, body, why) => {
    const read = writer.read(answer(200, body));
    expect(read).toMatchObject({ kind: 'declined', tokens: { input: 12, output: 7 } });
    expect(JSON.stringify(read)).toContain(why);
  });

  it.each([
    ['no choice', { ...completion({}), choices: [] }],
    ['something else', { hello: 'world' }],
  ])('waits where an answer holds %s', (_, body) => {
    expect(writer.read(answer(200, body))).toMatchObject({ kind: 'busy' });
  });

  it('sorts errors as everywhere, whatever kind of code they carry', () => {
    const error = { error: { message: 'no such model', code: 404 } };
    expect(writer.read(answer(404, error))).toMatchObject({ kind: 'closed' });
  });
});

it('calls a model gone only where the list is OpenAI’s own', () => {
  const list = answer(200, { data: [{ id: 'another' }] });
  expect(writer.readLife(list)).toEqual({ kind: 'gone' });
  expect(chat.open(elsewhere).readLife(list)).toEqual({ kind: 'unknown' });
});

describeWithShared('against the facts of the API', () => {
  it('asks as OpenAI’s own description wants it', () => {
    expect(checkRequests('openai.json', [writer.ask(task, 90), writer.ask(again, 90)])).toEqual([
      { op: 'POST /chat/completions', errors: [] },
      { op: 'POST /chat/completions', errors: [] },
    ]);
  });

  it.each([
    ['openai-chat-ok', 'written'],
    ['openai-chat-refusal', 'declined'],
    ['openai-chat-length', 'declined'],
  ])('reads %s as %s, as the SDK does', async (name, kind) => {
    const given = fixture(name);
    expect(checkAnswers('openai.json', [given])).toEqual([[]]);
    const read = writer.read(answer(given.status, given.body));
    expect(read.kind).toBe(kind);
    const sdk = new OpenAI({
      apiKey: 'sk-test',
      fetch: () => Promise.resolve(fetched(given.status, given.body)),
    });
    const parsed = sdk.chat.completions.parse(chatBody(access, task));
    if (kind === 'written' && read.kind === 'written') {
      const [choice] = (await parsed).choices;
      expect(JSON.parse(choice?.message.content ?? '')).toEqual(read.json);
    } else if (name === 'openai-chat-length') await expect(parsed).rejects.toThrow('length');
    else expect((await parsed).choices[0]?.message.refusal).toContain("can't assist");
  });
});
