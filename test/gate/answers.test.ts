import { unsubscribeToken } from '../../src/core/clients/client';
import type { GateReply } from '../../src/gate/services';
import { aTable } from '../contracts/gate';
import { TestGate } from '../support/gate';

/** What only this gate promises, beyond the contract that every gate keeps. */

const KEY = 'k'.repeat(32);

function paired(): TestGate {
  const gate = new TestGate();
  gate.ask({ op: 'pair', key: KEY });
  gate.ask(aTable());
  return gate;
}
const html = (reply: GateReply): string => ('html' in reply ? reply.html : '');
const health = (gate: TestGate) => gate.ask({ op: 'health', key: KEY });
const visitOf = (reply: GateReply) => /"visit":"(\w+)"/.exec(html(reply))?.[1] ?? '';
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeOf = (n: number) =>
  `abc${[0, 1, 2, 3, 4].map((i) => LETTERS[Math.floor(n / 31 ** i) % 31]).join('')}`;

it('keeps only its owner’s key’s fingerprint', () => {
  expect([...paired().store.values()].join()).not.toContain(KEY);
});

it('lets nobody pair over a key that its cache has not heard of yet', () => {
  const gate = paired();
  gate.cache.set('KEY', 'nobody');
  expect(gate.ask({ op: 'pair', key: 'x'.repeat(32) })).toBeUndefined();
  gate.cache.clear();
  expect(health(gate)).toMatchObject({ ok: true });
});

it('shows who recommends what and why, the disclosure and one way on', () => {
  const reply = paired().get({ l: 'abcdefgh' });
  const page = html(reply);
  expect(page).toContain('Mira Chen recommends');
  expect(page).toContain('Rankly watches search positions.');
  expect(page).toContain('This is an affiliate link: if you buy, Mira Chen gets a commission');
  expect(page).toContain(`href="https://rankly.sjv.io/c/1?subId1=abcdefgh${visitOf(reply)}"`);
  expect(page.match(/<a\s/g)).toHaveLength(1);
});

it('speaks the visitor’s language in the page itself', () => {
  const page = html(paired().get({ l: 'abcdefgh' }));
  for (const words of ['前往 Rankly', 'Weiter zu Rankly', 'Rankly へ進む'])
    expect(page).toContain(words);
});

describe('an execution costs', () => {
  const cost = (gate: TestGate, act: () => void) => {
    gate.operations.store = 0;
    gate.operations.cacheReads = 0;
    act();
    return { ...gate.operations };
  };
  const warm = () => {
    const gate = paired();
    gate.get({ l: 'abcdefgh' });
    return gate;
  };

  it.each([
    ['a visit', (gate: TestGate) => gate.get({ l: 'abcdefgj' }), { store: 1, cacheReads: 1 }],
    [
      'a beacon',
      (gate: TestGate) => gate.post({ t: 'tapped', l: 'abcdefgj', v: 'vvvvv', ms: 900 }),
      { store: 1, cacheReads: 1 },
    ],
    [
      'an unknown code',
      (gate: TestGate) => gate.get({ l: 'zzzzzzzz' }),
      { store: 0, cacheReads: 2 },
    ],
    [
      'an unsubscribe',
      (gate: TestGate) => gate.post('', { u: 'C-a.b' }),
      { store: 1, cacheReads: 2 },
    ],
  ])('for %s one or two cache reads and at most one property operation', (_, act, expected) => {
    const gate = warm();
    expect(cost(gate, () => act(gate))).toEqual(expected);
  });

  it('on a cold cache one read of the cache still, and two of the properties', () => {
    const gate = warm();
    gate.cache.clear();
    expect(cost(gate, () => gate.get({ l: 'abcdefgj' }))).toEqual({ store: 3, cacheReads: 1 });
  });

  it('for a thousand visits 1.1 property operations each, measuring the journal included', () => {
    const gate = warm();
    const { store } = cost(gate, () => {
      for (let i = 0; i < 700; i++) gate.get({ l: codeOf(i) });
    });
    expect(store / 700).toBeLessThan(1.12);
  });
});

describe('within a day', () => {
  it('taps may take 20,000 of the owner’s property operations, and then only the next day again', () => {
    const gate = paired();
    gate.operations.store = 0;
    let answered = 0;
    for (let i = 0; i < 11_000; i++) {
      if (html(gate.get({ l: codeOf(i) })).includes('Continue to')) answered++;
      if (i % 400 === 399) drain(gate);
    }
    expect(answered).toBe(11_000);
    expect(gate.operations.store).toBeLessThan(23_000);
    gate.now += 86_400_000;
    drain(gate);
    gate.get({ l: codeOf(11_001) });
    expect(health(gate)).toMatchObject({ events: 1 });
  });

  it('made-up unsubscribes are taken 2,000 times', () => {
    const gate = paired();
    let confirmed = 0;
    for (let i = 0; i < 2500; i++) {
      if (html(gate.post('', { u: `C-x${i}.abc` })).includes('Done.')) confirmed++;
      if (i % 200 === 199) drain(gate);
    }
    expect(confirmed).toBe(2000);
  });
});

function drain(gate: TestGate): void {
  for (let more = true; more;) {
    const batch = gate.ask({ op: 'events', key: KEY, limit: 500 }) as {
      events: { id: string }[];
      more: boolean;
    };
    gate.ask({ op: 'ack', key: KEY, ids: batch.events.map(({ id }) => id) });
    more = batch.more;
  }
}

describe('an unsubscribe', () => {
  it('of a client whose id a person typed is taken too', () => {
    const gate = paired();
    const token = unsubscribeToken('CRM_0042 Müller '.repeat(5), 'key');
    expect(html(gate.get({ u: token }))).toContain(`exec?u=${token}"`);
    expect(html(gate.post('', { u: token }))).toContain('Done.');
    expect(gate.ask({ op: 'events', key: KEY, limit: 10 })).toMatchObject({
      events: [{ data: { token } }],
    });
  });

  it('asks by a form that is never empty', () => {
    const page = html(paired().get({ u: 'C-lin.abc' }));
    expect(page).toContain('<input type="hidden" name="List-Unsubscribe" value="One-Click"');
  });
});

describe('a store that is full', () => {
  /** Fills what is left of the store with events of taps, past what the journal would take. */
  function full(): TestGate {
    const gate = paired();
    const event = (agent: string): string =>
      JSON.stringify({ at: 1, kind: 'opened', code: 'abcdefgh', visit: 'vvvvv', agent });
    const left = (): number =>
      500 * 1024 - [...gate.store].reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);
    for (let i = 10; left() > 150; i++) {
      gate.store.set(`e:0000000${i}-aaaaaaaa`, event('x'.repeat(Math.min(8000, left() - 120))));
    }
    return gate;
  }

  it('gives way to an unsubscribe: the oldest taps go, and are counted', () => {
    const gate = full();
    expect(html(gate.post('', { u: 'C-lin.abc' }))).toContain('Done.');
    expect([...gate.store.keys()].filter((name) => name.startsWith('e:0-'))).toEqual([
      'e:0-C-lin.abc',
    ]);
    expect(health(gate)).toMatchObject({ dropped: 20 });
  });

  it('does not confirm one that finds no room even so', () => {
    const gate = full();
    gate.isFull = true;
    const page = html(gate.post('', { u: 'C-lin.abc' }));
    expect(page).not.toContain('Done.');
    expect(page).toContain('mailto:mira@studio.example');
  });

  it('keeps the table that is there when a new one finds no room, and takes it later', () => {
    const gate = full();
    const routes = Array.from({ length: 400 }, (_, i) => ({
      route: codeOf(i).slice(0, 3),
      product: 'Rankly',
      why: 'x'.repeat(180),
      to: 'https://rankly.example/',
      state: 'live',
    }));
    const push = () => gate.ask(aTable({ version: 'v2', routes }));
    for (let i = 0; i < 3; i++) expect(push()).toMatchObject({ ok: false });
    expect(html(gate.get({ l: 'abcdefgh' }))).toContain('Continue to Rankly');
    expect(health(gate)).toMatchObject({ version: 'v1' });
    drain(gate);
    expect(push()).toEqual({ ok: true, version: 'v2' });
    const chunks = [...gate.store.keys()].filter((name) => name.startsWith('t:'));
    expect(chunks.length).toBeLessThan(60);
  });
});

it('tells the same unsubscribe from no other, however the tokens look', () => {
  const gate = paired();
  // An id that a person typed stands in hex in its token.
  const tokens = ['C-lin', 'C-lin2', '林 1', '林'.repeat(40)].map((id) =>
    unsubscribeToken(id, 'link-key'),
  );
  for (const u of [...tokens, ...tokens]) expect(html(gate.post('', { u }))).toContain('Done.');
  const { events } = gate.ask({ op: 'events', key: KEY, limit: 10 }) as {
    events: { data: { token: string } }[];
  };
  expect(events.map(({ data }) => data.token).sort()).toEqual([...tokens].sort());
});
