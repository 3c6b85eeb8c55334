import { unsubscribeToken } from '../../src/core/clients/client';
import fc from 'fast-check';
import { fingerprint } from '../../src/core/identity';
import type { GateReply } from '../../src/gate/services';
import { WORDS } from '../../src/core/words';
import { NOW } from '../support/rows';
import { TestGate } from '../support/gate';

const KEY = 'k'.repeat(32);
const PAGE = {
  sender: 'Mira Chen',
  contact: 'mira@studio.example',
  address: 'https://gate.example/exec',
  disclosure: '',
  texts: Object.fromEntries(Object.entries(WORDS).map(([tag, { page }]) => [tag, page])),
};
const ROUTES = [
  {
    route: 'abc',
    product: 'Rankly',
    to: 'https://rankly.sjv.io/c/1?subId1={subid}',
    state: 'live',
  },
  { route: 'def', product: 'Resty', to: 'https://resty.example/', state: 'paused' },
];
const table = (given: object = {}) => ({
  op: 'routes',
  key: KEY,
  version: 'v1',
  routes: ROUTES,
  page: PAGE,
  keys: { postback: [fingerprint('p-secret')], line: [], hook: [] },
  ...given,
});

function paired(): TestGate {
  const gate = new TestGate();
  gate.ask({ op: 'pair', key: KEY });
  gate.ask(table());
  return gate;
}
const html = (reply: GateReply): string => ('html' in reply ? reply.html : '');
const events = (gate: TestGate) =>
  gate.ask({ op: 'events', key: KEY, limit: 500 })?.events as Record<string, unknown>[];
const visitOf = (reply: GateReply) => /"visit":"(\w+)"/.exec(html(reply))?.[1] ?? '';

describe('pairing', () => {
  it('takes one key, once, and keeps only its fingerprint', () => {
    const gate = new TestGate();
    expect(gate.ask({ op: 'pair', key: KEY })).toEqual({ ok: true });
    expect(gate.ask({ op: 'pair', key: 'x'.repeat(32) })).toBeUndefined();
    expect(gate.ask({ op: 'pair', key: KEY })).toEqual({ ok: true });
    expect([...gate.store.values()].join()).not.toContain(KEY);
  });

  it('is undone by deleting the property', () => {
    const gate = paired();
    gate.store.delete('KEY');
    gate.cache.clear();
    expect(gate.ask({ op: 'pair', key: 'x'.repeat(32) })).toEqual({ ok: true });
  });

  it('gives a stranger with a wrong key nothing but “ok”', () => {
    const gate = paired();
    for (const op of ['routes', 'events', 'ack', 'health']) {
      expect(gate.post({ ...table(), op, key: 'wrong'.repeat(8) })).toEqual({
        html: 'ok',
        title: 'ok',
      });
    }
    expect(gate.post({ op: 'health' })).toEqual({ html: 'ok', title: 'ok' });
  });
});

describe('a visit', () => {
  it('gets a page with the product, the disclosure and one way on, marked with code and visit', () => {
    const gate = paired();
    const reply = gate.get({ l: 'abcdefgh' });
    const page = html(reply);
    expect(page).toContain('Rankly');
    expect(page).toContain('This is an affiliate link: if you buy, Mira Chen gets a commission');
    expect(page).toContain(`href="https://rankly.sjv.io/c/1?subId1=abcdefgh${visitOf(reply)}"`);
    expect(page.match(/<a\s/g)).toHaveLength(1);
    expect(page.length).toBeLessThan(15_000);
  });

  it('is noted before it is answered, with what the browser calls itself', () => {
    const gate = paired();
    const visit = visitOf(gate.get({ l: 'abcdefgh' }));
    gate.post({ t: 'seen', l: 'abcdefgh', v: visit, ms: 12 });
    gate.post({ t: 'tapped', l: 'abcdefgh', v: visit, ms: 900.4 });
    expect(
      events(gate).map(({ kind, code, visit: name, data }) => [kind, code, name, data]),
    ).toEqual([
      ['opened', 'abcdefgh', visit, undefined],
      ['seen', 'abcdefgh', visit, { ms: 12 }],
      ['tapped', 'abcdefgh', visit, { ms: 900 }],
    ]);
  });

  it('speaks the visitor’s language in the page itself', () => {
    const page = html(paired().get({ l: 'abcdefgh' }));
    for (const words of ['前往 Rankly', 'Weiter zu Rankly', 'Rankly へ進む'])
      expect(page).toContain(words);
  });

  it.each(['unknown1', '', 'abc', '<script>', 'abcdefg!'])(
    'to “%s” finds a friendly page and leaves no trace',
    (l) => {
      const gate = paired();
      const page = html(gate.get({ l }));
      expect(page).toContain('This link leads nowhere');
      expect(page).toContain('mailto:mira@studio.example');
      expect(page).not.toContain('<script>"');
      expect(events(gate)).toEqual([]);
    },
  );

  it('to a product that rests is told so', () => {
    expect(html(paired().get({ l: 'defdefde' }))).toContain(
      'does not recommend this at the moment',
    );
  });

  it('is answered even where nothing can be noted', () => {
    const gate = paired();
    gate.get({ l: 'abcdefgh' });
    gate.isFull = true;
    expect(() => gate.get({ l: 'abcdefgh' })).not.toThrow();
    expect(html(gate.get({ l: 'abcdefgh' }))).toContain('Continue to Rankly');
  });

  it('costs one write of a property, and no read once the cache is warm', () => {
    const gate = paired();
    gate.get({ l: 'abcdefgh' });
    gate.operations.store = 0;
    gate.get({ l: 'abcdefgj' });
    expect(gate.operations.store).toBe(1);
  });

  it('works while the gate was never paired', () => {
    expect(html(new TestGate().get({ l: 'abcdefgh' }))).toContain('This link leads nowhere');
  });
});

describe('a flood', () => {
  it('of unknown codes and wrong keys costs the owner next to nothing', () => {
    const gate = paired();
    gate.operations.store = 0;
    for (let i = 0; i < 2000; i++) {
      gate.get({ l: `zz${i}` });
      gate.post({ op: 'events', key: 'guess'.repeat(8), limit: 1 });
      gate.post({ t: 'tapped', l: 'zzzzzzzz', v: 'zzzzz', ms: 1 });
    }
    expect(gate.operations.store).toBeLessThan(5);
    expect(events(gate)).toEqual([]);
    expect(gate.ask({ op: 'health', key: KEY })?.unknown).toBeGreaterThan(1000);
  });

  it('of one code notes at most twenty of its events', () => {
    const gate = paired();
    for (let i = 0; i < 50; i++) gate.get({ l: 'abcdefgh' });
    expect(gate.ask({ op: 'health', key: KEY })).toMatchObject({ events: 20, dropped: 30 });
  });

  it('of taps leaves room for an unsubscribe', () => {
    const gate = paired();
    const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
    gate.agent = 'x'.repeat(300);
    for (let i = 0; i < 961; i++)
      gate.get({ l: `abcde${letters[i % 31] ?? ''}${letters[Math.floor(i / 31)] ?? ''}f` });
    const { bytes, dropped } = gate.ask({ op: 'health', key: KEY }) as {
      bytes: number;
      dropped: number;
    };
    expect(bytes).toBeLessThan(200_100);
    expect(dropped).toBeGreaterThan(100);
    expect(html(gate.post('', { u: 'C-lin.abcdefghjkmnpqrs' }))).toContain('Done.');
  });
});

describe('an unsubscribe', () => {
  it('by GET only asks: scanners open links too', () => {
    const gate = paired();
    const page = html(gate.get({ u: 'C-lin.abc' }));
    expect(page).toContain('<form method="post" action="https://gate.example/exec?u=C-lin.abc"');
    expect(events(gate)).toEqual([]);
  });

  it('by POST is noted and then confirmed, as often as it comes', () => {
    const gate = paired();
    for (let i = 0; i < 30; i++) {
      expect(html(gate.post('List-Unsubscribe=One-Click', { u: 'C-lin.abc' }))).toContain('Done.');
    }
    expect(events(gate)).toMatchObject([{ kind: 'unsubscribe', data: { token: 'C-lin.abc' } }]);
  });

  it('of a client whose id a person typed is taken too', () => {
    const gate = paired();
    const token = unsubscribeToken('CRM_0042 Müller '.repeat(5), 'key');
    expect(html(gate.get({ u: token }))).toContain(`exec?u=${token}"`);
    expect(html(gate.post('', { u: token }))).toContain('Done.');
    expect(events(gate)).toMatchObject([{ data: { token } }]);
  });

  it('asks by a form that is never empty', () => {
    const page = html(paired().get({ u: 'C-lin.abc' }));
    expect(page).toContain('<input type="hidden" name="List-Unsubscribe" value="One-Click"');
  });

  it('is not confirmed where it could not be written: the page says where to write', () => {
    const gate = paired();
    gate.isFull = true;
    const page = html(gate.post('', { u: 'C-lin.abc' }));
    expect(page).not.toContain('Done.');
    expect(page).toContain('mailto:mira@studio.example');
  });
});

describe('the owner', () => {
  it('gets events oldest first, and again until they are acknowledged', () => {
    const gate = paired();
    for (const l of ['abcdefgh', 'abcdefgj', 'abcdefgk']) gate.get({ l });
    const first = gate.ask({ op: 'events', key: KEY, limit: 2 }) as {
      events: { id: string; at: number }[];
      more: boolean;
    };
    expect([first.events.length, first.more]).toEqual([2, true]);
    expect(first.events[0]?.at).toBeLessThan(first.events[1]?.at ?? 0);
    expect(gate.ask({ op: 'events', key: KEY, limit: 2 })).toMatchObject({ events: first.events });
    gate.ask({ op: 'ack', key: KEY, ids: first.events.map(({ id }) => id) });
    expect(events(gate).map(({ code }) => code)).toEqual(['abcdefgk']);
    expect(gate.ask({ op: 'ack', key: KEY, ids: ['gone', 'KEY'] })).toEqual({ ok: true });
    expect(gate.ask({ op: 'health', key: KEY })).toMatchObject({ ok: true });
  });

  it('replaces the routes as a whole, however many, and old ones are forgotten', () => {
    const gate = paired();
    const many = Array.from({ length: 400 }, (_, i) => ({
      ...ROUTES[0],
      route: `r${String(i).padStart(3, '0')}`.slice(-3),
    }));
    expect(gate.ask(table({ version: 'v2', routes: many }))).toEqual({ ok: true, version: 'v2' });
    expect(html(gate.get({ l: 'abcdefgh' }))).toContain('leads nowhere');
    gate.cache.clear();
    expect(html(gate.get({ l: 'abcdefgh' }))).toContain('leads nowhere');
    expect(gate.ask({ op: 'health', key: KEY })).toMatchObject({ version: 'v2', routes: 400 });
    expect([...gate.store.keys()].filter((name) => name.startsWith('t:')).length).toBeLessThan(40);
    expect([...gate.store.values()].every((value) => value.length < 9000)).toBe(true);
  });

  it('is told where there are too many', () => {
    const many = Array.from({ length: 2000 }, () => ROUTES[0]);
    expect(paired().ask(table({ routes: many }))).toEqual({ ok: false, error: 'too many routes' });
  });

  it('pauses a route at once', () => {
    const gate = paired();
    gate.get({ l: 'abcdefgh' });
    gate.ask(table({ version: 'v2', routes: [{ ...ROUTES[0], state: 'paused' }] }));
    expect(html(gate.get({ l: 'abcdefgh' }))).toContain('at the moment');
  });
});

describe('partners', () => {
  it('are heard at their secret address, with what they said as data', () => {
    const gate = paired();
    gate.get({ p: 'p-secret', sub: 'abcdefgh', amount: '=1+1' });
    gate.post('{"a":1}', { p: 'p-secret' });
    expect(events(gate).map(({ kind, data }) => [kind, data])).toEqual([
      [
        'postback',
        { key: fingerprint('p-secret'), fields: { sub: 'abcdefgh', amount: '=1+1' }, body: '' },
      ],
      ['postback', { key: fingerprint('p-secret'), fields: {}, body: '{"a":1}' }],
    ]);
  });

  it('are not heard at any other', () => {
    const gate = paired();
    gate.get({ p: 'guess' });
    gate.post('{}', { line: 'p-secret' });
    gate.post('{}', { hook: 'p-secret' });
    expect(events(gate)).toEqual([]);
  });
});

it('leads nobody where a request wants, whatever it says, and always answers', () => {
  const gate = paired();
  const text = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      'abcdefgh',
      'https://evil.example',
      'javascript:alert(1)',
      '"><script>x</script>',
      'C-lin.abc',
    ),
  );
  const parameter = fc.dictionary(
    fc.constantFrom('l', 'u', 'p', 'line', 'hook', 'to', 'url', 'c'),
    text,
    { maxKeys: 4 },
  );
  const body = fc.oneof(
    text,
    fc.json(),
    fc.record({ t: text, l: text, v: text, ms: fc.anything() }).map((said) => JSON.stringify(said)),
    fc.record({ op: text, key: text }).map((said) => JSON.stringify(said)),
  );
  fc.assert(
    fc.property(parameter, body, (given, said) => {
      for (const reply of [gate.get(given), gate.post(said, given)]) {
        const page = html(reply);
        expect(page.length).toBeGreaterThan(0);
        expect(page).not.toMatch(
          /<script>x|href="(?!https:\/\/rankly\.sjv\.io|mailto:mira@studio\.example")/,
        );
      }
    }),
    { numRuns: 2000 },
  );
});

it('notes times as the clock shows them', () => {
  const gate = paired();
  gate.get({ l: 'abcdefgh' });
  expect(events(gate)[0]?.at).toBeGreaterThanOrEqual(NOW);
});
