import Anthropic from '@anthropic-ai/sdk';
import Ajv from 'ajv';
import OpenAI from 'openai';
import { demoProducts } from '../../demo/products';
import {
  SAMPLE_MODEL,
  type SampleWriter,
  startWriter,
  type WriterOptions,
} from '../../demo/writer';
import { MISBEHAVIOURS, type MisbehaviourKind } from '../../demo/writer/misbehaviour';
import { SERVICES } from '../../src/core/connectors';
import { messagesBody } from '../../src/core/connectors/anthropic';
import type { WriterAnswer, WriterTask } from '../../src/core/connectors/connector';
import { openai, responsesBody } from '../../src/core/connectors/openai';
import type { HttpAnswer, HttpRequest } from '../../src/core/http';
import { judgeDraft } from '../../src/core/letters/checks';
import { readDraft } from '../../src/core/letters/draft';
import type { LetterFacts } from '../../src/core/letters/facts';
import { DRAFT_SCHEMA, letterPrompt, type Prompt, secondTry } from '../../src/core/letters/prompt';
import { schemaErrors } from '../support/contract';
import { isShared } from '../support/shared';

const FACTS: LetterFacts = {
  begins: 'quarterly',
  language: 'en',
  sender: 'Jo Merrin',
  today: '21 November 2026',
  period: 'quarter 4 of 2026',
  client: {
    name: 'Maya Ashgrave',
    company: 'Tarnwick Bakery',
    industry: 'bakery',
    pastWork: 'SEO',
    needs: 'hosting',
    since: '3 March 2024',
  },
  site: 'tarnwick-bakery.example',
  notSeen: '',
  filledByScript: false,
  counted: '',
  changes: '',
  findings: [{ id: 'h1', passed: true, says: 'The page has one main heading: “Bread”.' }],
  products: demoProducts()
    .slice(0, 1)
    .map(({ name, category, facts }) => ({ place: 'A', name, category, facts })),
};
const PROMPT = promptFor('Maya Ashgrave');
const BODY = responsesBody(SAMPLE_MODEL, PROMPT);

function promptFor(name: string): Prompt {
  return letterPrompt({ ...FACTS, client: { ...FACTS.client, name } }, 'Say how it went.', '');
}

let writer: SampleWriter;

async function start(options: Partial<WriterOptions> = {}): Promise<void> {
  writer = await startWriter({ seed: 'perennial', ...options });
}
afterEach(() => writer.stop());

async function post(
  body: unknown,
  headers: Record<string, string> = {},
): Promise<HttpAnswer & { ok: true }> {
  const response = await fetch(`${writer.address}/v1/responses`, {
    method: 'POST',
    headers: { Authorization: 'Bearer a-key', 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    ok: true,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

/** What the product makes of the writer's answer. */
async function ask(name = 'Maya Ashgrave'): Promise<WriterAnswer> {
  const access = { key: 'a-key', address: `${writer.address}/v1`, model: SAMPLE_MODEL };
  return openai.open(access).read(await post(responsesBody(SAMPLE_MODEL, promptFor(name))));
}

/** What the product finds wrong with a letter; undefined where there is none. */
function faultsOf(answer: WriterAnswer): string[] | undefined {
  const draft = answer.kind === 'written' ? readDraft(answer.json) : undefined;
  return draft === undefined ? undefined : judgeDraft(draft, FACTS).failures;
}

describe('a request as the product makes it', () => {
  test('is answered with a letter that passes every check', async () => {
    await start();
    expect(faultsOf(await ask())).toEqual([]);
    expect(writer.requests()).toMatchObject([{ client: 'Maya Ashgrave', status: 200, body: BODY }]);
  });

  test('gets another letter at its second try', async () => {
    await start();
    const again = { draft: '{}', orders: secondTry(['It was empty.']) };
    const answers = [
      await post(BODY),
      await post(responsesBody(SAMPLE_MODEL, { ...PROMPT, again })),
    ];
    const letters = answers.map(({ body }) =>
      openai.open({ key: '', address: '', model: '' }).read({
        ok: true,
        status: 200,
        headers: {},
        body,
      }),
    );
    expect(letters.map(faultsOf)).toEqual([[], []]);
    expect(letters[0]).not.toEqual(letters[1]);
  });

  test('is understood by OpenAI’s own client, which understands the answer', async () => {
    await start();
    const client = new OpenAI({ apiKey: 'a-key', baseURL: `${writer.address}/v1`, maxRetries: 0 });
    const response = await client.responses.create(BODY);
    const letter = JSON.parse(response.output_text) as unknown;
    expect(new Ajv().validate(DRAFT_SCHEMA, letter)).toBe(true);
    expect(response).toMatchObject({
      object: 'response',
      status: 'completed',
      model: SAMPLE_MODEL,
      store: false,
      max_output_tokens: BODY.max_output_tokens,
      instructions: PROMPT.instructions,
    });
    const { input_tokens: asked = 0, output_tokens: said = 0, total_tokens } = response.usage ?? {};
    expect(asked).toBeGreaterThan(500);
    expect(said).toBeGreaterThan(100);
    expect(total_tokens).toBe(asked + said);
    const models = await client.models.list();
    expect(models.data.map(({ id }) => id)).toEqual([SAMPLE_MODEL]);
  });

  test('may come in other forms that the API takes', async () => {
    await start();
    const parts = [{ role: 'user', content: [{ type: 'input_text', text: PROMPT.input }] }];
    for (const input of [PROMPT.input, parts]) {
      const { status, body } = await post({ model: 'any', input });
      expect([status, body.includes('Maya Ashgrave')]).toEqual([200, true]);
    }
    expect((await post({ model: 'any', input: 'Hello?' })).body).toContain('A sample.');
  });
});

test('the answer obeys whatever schema is asked for', async () => {
  await start();
  const schema = {
    type: 'object',
    properties: {
      subject: { type: 'string' },
      tone: { type: 'string', enum: ['warm', 'plain'] },
      score: { type: 'number' },
      tags: { type: 'array', items: { type: 'string' } },
      extra: { anyOf: [{ type: 'null' }, { type: 'string' }] },
      inner: {
        type: 'object',
        properties: { done: { type: 'boolean' } },
        required: ['done'],
        additionalProperties: false,
      },
    },
    required: ['subject', 'tone', 'score', 'tags', 'extra', 'inner'],
    additionalProperties: false,
  };
  const format = { type: 'json_schema', name: 'other', strict: true, schema };
  const { body } = await post({ model: 'm', input: PROMPT.input, text: { format } });
  const { output } = JSON.parse(body) as { output: { content: { text: string }[] }[] };
  const said = JSON.parse(output[0]?.content[0]?.text ?? '') as { subject: string };
  expect(new Ajv({ strict: false }).validate(schema, said)).toBe(true);
  expect(said.subject).toContain('tarnwick-bakery.example');
});

test('too little room cuts the answer short', async () => {
  await start();
  const { body } = await post({ ...BODY, max_output_tokens: 20 });
  expect(JSON.parse(body)).toMatchObject({
    status: 'incomplete',
    incomplete_details: { reason: 'max_output_tokens' },
  });
});

describe('a request that the API does not take', () => {
  const format = BODY.text.format;
  const withFormat = (more: object): object => ({
    ...BODY,
    text: { format: { ...format, ...more } },
  });
  const open = { type: 'object', properties: {}, required: [] };

  test.each([
    ['has no model', { ...BODY, model: undefined }, 'model', 'missing_required_parameter'],
    ['has no input', { ...BODY, input: undefined }, 'input', 'missing_required_parameter'],
    ['has an input of another kind', { ...BODY, input: 7 }, 'input', 'invalid_type'],
    [
      'leaves no room',
      { ...BODY, max_output_tokens: 5 },
      'max_output_tokens',
      'integer_below_min_value',
    ],
    [
      'names what is not known',
      { ...BODY, response_format: {} },
      'response_format',
      'unknown_parameter',
    ],
    [
      'nests the format as chat does',
      withFormat({ json_schema: {} }),
      'text.format.json_schema',
      'unknown_parameter',
    ],
    [
      'names the format badly',
      withFormat({ name: 'a letter' }),
      'text.format.name',
      'invalid_value',
    ],
    [
      'leaves the schema out',
      withFormat({ schema: undefined }),
      'text.format.schema',
      'missing_required_parameter',
    ],
    [
      'leaves the schema open',
      withFormat({ schema: open }),
      'text.format.schema',
      'invalid_json_schema',
    ],
    [
      'does not require a property',
      withFormat({ schema: { ...DRAFT_SCHEMA, required: ['subject'] } }),
      'text.format.schema',
      'invalid_json_schema',
    ],
    [
      'asks for a list',
      withFormat({ schema: { type: 'array' } }),
      'text.format.schema',
      'invalid_json_schema',
    ],
  ])('%s', async (_what, body, param, code) => {
    await start();
    const answer = await post(body);
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
      400,
      { error: { type: 'invalid_request_error', param, code } },
    ]);
  });

  test('is no JSON, has no key, or goes elsewhere', async () => {
    await start();
    expect((await post('{')).status).toBe(400);
    expect((await post(BODY, { Authorization: 'Basic abc' })).status).toBe(401);
    const elsewhere = await fetch(`${writer.address}/v1/chat`, {
      headers: { Authorization: 'Bearer a-key' },
    });
    expect(elsewhere.status).toBe(404);
    expect((await fetch(`${writer.address}/v1/models`)).status).toBe(401);
  });
});

describe('made to misbehave, it answers so that the product sees', () => {
  const EXPECTED: Record<Exclude<MisbehaviourKind, 'silence'>, WriterAnswer['kind']> = {
    'rate limit': 'busy',
    'no quota': 'closed',
    'wrong key': 'closed',
    'unknown model': 'closed',
    overloaded: 'busy',
    refusal: 'declined',
    'cut short': 'declined',
    'content filter': 'declined',
    'server error': 'busy',
    'not json': 'declined',
    'invented number': 'written',
    'missing place': 'written',
    'foreign address': 'written',
    html: 'written',
  };

  test.each(Object.entries(EXPECTED))('%s as %s', async (kind, expected) => {
    await start({ misbehave: [{ kind: kind as MisbehaviourKind }] });
    const answer = await ask();
    expect(answer.kind).toBe(expected);
    if (expected === 'written') expect(faultsOf(answer)).toHaveLength(1);
    // Once only: the next request is answered as it should be.
    expect(faultsOf(await ask())).toEqual([]);
    expect(writer.requests().map(({ misbehaved }) => misbehaved)).toEqual([kind, undefined]);
  });

  test('every kind is among these, or is silence', () => {
    expect([...MISBEHAVIOURS].sort()).toEqual([...Object.keys(EXPECTED), 'silence'].sort());
  });

  test('silence until the asker gives up', async () => {
    await start({ misbehave: [{ kind: 'silence' }] });
    const answer = fetch(`${writer.address}/v1/responses`, {
      method: 'POST',
      headers: { Authorization: 'Bearer a-key' },
      body: JSON.stringify(BODY),
      signal: AbortSignal.timeout(200),
    });
    await expect(answer).rejects.toThrow();
    expect(writer.requests()).toMatchObject([{ status: 0, misbehaved: 'silence' }]);
  });

  test('from the nth request on, so many times', async () => {
    await start({ misbehave: [{ kind: 'refusal', nth: 2, times: 2 }] });
    const kinds = [];
    for (let n = 0; n < 4; n++) kinds.push((await ask()).kind);
    expect(kinds).toEqual(['written', 'declined', 'declined', 'written']);
  });

  test('for one client only', async () => {
    await start({ misbehave: [{ kind: 'overloaded', client: 'Owen Pellbrook', times: 9 }] });
    expect((await ask()).kind).toBe('written');
    expect((await ask('Owen Pellbrook')).kind).toBe('busy');
    expect((await ask('Owen Pellbrook')).kind).toBe('busy');
  });

  test('a letter without a place to leave out gets one that nobody asked for', async () => {
    await start({ misbehave: [{ kind: 'missing place' }] });
    const bare = { ...FACTS, findings: [], products: [] };
    const body = responsesBody(SAMPLE_MODEL, letterPrompt(bare, '', ''));
    const answer = openai.open({ key: '', address: '', model: '' }).read(await post(body));
    const draft = answer.kind === 'written' ? readDraft(answer.json) : undefined;
    expect(draft === undefined ? [] : judgeDraft(draft, bare).failures).toHaveLength(1);
  });
});

test('takes its time where it should', async () => {
  await start({ delayMs: 120 });
  const began = Date.now();
  await ask();
  expect(Date.now() - began).toBeGreaterThanOrEqual(115);
});

describe.each(Object.entries(SERVICES))('asked by the %s service', (name, service) => {
  const access = () => ({ key: 'a-key', address: `${writer.address}/v1`, model: SAMPLE_MODEL });

  async function fetchIt({ url, method, headers, body }: HttpRequest): Promise<HttpAnswer> {
    const response = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    return {
      ok: true,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  }

  const write = async (again?: WriterTask['again']): Promise<WriterAnswer> => {
    const opened = service.open(access());
    const task = again === undefined ? PROMPT : { ...PROMPT, again };
    return opened.read(await fetchIt(opened.ask(task, 60)));
  };

  test('writes a letter that passes every check, another one at the second try, and is counted', async () => {
    await start();
    const letters = [await write(), await write({ draft: '{}', orders: 'Again.' })];
    expect(letters.map(faultsOf)).toEqual([[], []]);
    expect(letters[0]).not.toEqual(letters[1]);
    expect(letters[0]).toMatchObject({ tokens: { input: expect.any(Number) as number } });
    expect(writer.requests().map(({ client }) => client)).toEqual(Array(2).fill('Maya Ashgrave'));
  });

  test('knows its model, and no other', async () => {
    await start();
    const life = async (model: string): Promise<string> => {
      const opened = service.open({ ...access(), model });
      return opened.readLife(await fetchIt(opened.askLife())).kind;
    };
    expect(await life(SAMPLE_MODEL)).toBe('there');
    // Of a server that is not OpenAI's nobody knows what it lists.
    expect(await life('gone')).toBe(name === 'chat' ? 'unknown' : 'gone');
  });

  test.each([
    ['rate limit', 'busy'],
    ['overloaded', 'busy'],
    ['server error', 'busy'],
    ['no quota', 'closed'],
    ['wrong key', 'closed'],
    ['unknown model', 'closed'],
    ['refusal', 'declined'],
    ['cut short', 'declined'],
    ['content filter', 'declined'],
    ['not json', 'declined'],
  ] as const)('misbehaves by %s, and is read as %s', async (kind, read) => {
    await start({ misbehave: [{ kind }] });
    expect(await write()).toMatchObject({ kind: read });
    expect((await write()).kind).toBe('written');
  });

  test('is refused without a key', async () => {
    await start();
    const { url, body = '' } = service.open(access()).ask(PROMPT, 60);
    const response = await fetch(url, { method: 'POST', body });
    expect(response.status).toBe(401);
  });
});

describe('Anthropic’s own client', () => {
  test('understands the answer, which is as Anthropic’s schema wants it', async () => {
    await start();
    const client = new Anthropic({ apiKey: 'a-key', baseURL: writer.address, maxRetries: 0 });
    const message = await client.messages.create(messagesBody(SAMPLE_MODEL, PROMPT));
    expect(message).toMatchObject({ stop_reason: 'end_turn', model: SAMPLE_MODEL });
    const [block] = message.content;
    const letter = JSON.parse(block?.type === 'text' ? block.text : '') as unknown;
    expect(new Ajv().validate(DRAFT_SCHEMA, letter)).toBe(true);
    if (isShared)
      expect(schemaErrors('anthropic-message-response.schema.json', message)).toEqual([]);
  });

  test('takes its errors for what they are', async () => {
    await start({ misbehave: [{ kind: 'overloaded' }] });
    const client = new Anthropic({ apiKey: 'a-key', baseURL: writer.address, maxRetries: 0 });
    const asked = client.messages.create(messagesBody(SAMPLE_MODEL, PROMPT));
    await expect(asked).rejects.toHaveProperty('status', 529);
  });
});
