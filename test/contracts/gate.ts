import { fingerprint } from '../../src/core/identity';
import { WORDS } from '../../src/core/words';

/** What a visitor is shown. */
export interface Opened {
  /** The page as HTML; blank where the gate leads on without one. */
  html: string;
  /** Where the visitor is led, or undefined where nowhere. */
  leadsTo: string | undefined;
}

/** What the contract must be able to do to a gate, whatever it is built on. */
export interface GateDriver {
  /** As newly deployed: no key, no routes, no events, nothing remembered. */
  reset: () => Promise<void>;
  open: (query: Record<string, string>, agent?: string) => Promise<Opened>;
  /** A stranger's POST; gives what is shown. */
  post: (body: string, query?: Record<string, string>, type?: string) => Promise<string>;
  /** The sheet's POST: the JSON, or undefined where the gate answered as to a stranger. */
  own: (call: object) => Promise<Record<string, unknown> | undefined>;
  /** Lets time pass. */
  wait: (minutes: number) => Promise<void>;
  /** Forgets whatever may be forgotten at any time. */
  forget: () => Promise<void>;
  /** From now on nothing lasting can be read or written, until `restore`. */
  exhaust: () => Promise<void>;
  restore: () => Promise<void>;
  /** Takes the owner's key away, as its owner would. */
  unpair: () => Promise<void>;
  /** How many operations on what lasts there have been. */
  operations: () => Promise<number>;
  stop: () => Promise<void>;
}

/** How much of a flood the gate under test can be asked to bear. */
export interface ContractOptions {
  strangers: number;
}

const KEY = 'k'.repeat(32);
const OTHER = 'x'.repeat(32);
const SENDER = 'Mira Chen';
const CONTACT = 'mira@studio.example';
export const ADDRESS = 'https://gate.example/exec';
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const ROUTES = [
  {
    route: 'abc',
    product: 'Rankly',
    why: 'Rankly watches search positions.',
    to: 'https://rankly.sjv.io/c/1?subId1={subid}',
    state: 'live',
  },
  { route: 'def', product: 'Resty', to: 'https://resty.example/', state: 'paused' },
  { route: 'ghj', product: 'Unsafe', to: 'javascript:alert(1)', state: 'live' },
];

/** A whole table as the sheet pushes it. */
export function aTable(given: object = {}): object {
  return {
    op: 'routes',
    key: KEY,
    version: 'v1',
    routes: ROUTES,
    page: {
      sender: SENDER,
      contact: CONTACT,
      address: ADDRESS,
      disclosure: '',
      texts: Object.fromEntries(Object.entries(WORDS).map(([tag, { page }]) => [tag, page])),
    },
    keys: {
      postback: [fingerprint('p-secret')],
      line: [fingerprint('l-secret')],
      hook: [fingerprint('h-secret')],
    },
    ...given,
  };
}

/** The n-th code of the route that is live. */
const codeOf = (n: number): string =>
  `abcde${[n % 31, Math.floor(n / 31) % 31, Math.floor(n / 961)].map((at) => LETTERS[at]).join('')}`;

interface Noted {
  id: string;
  at: number;
  kind: string;
  code?: string;
  visit?: string;
  data?: Record<string, unknown>;
}

/** Everything the sheet and the world may rely on, of any gate. */
export function gateContract(start: () => Promise<GateDriver>, options: ContractOptions): void {
  let gate: GateDriver;
  beforeAll(async () => {
    gate = await start();
  });
  afterAll(() => gate.stop());
  beforeEach(async () => {
    await gate.reset();
    await gate.own({ op: 'pair', key: KEY });
    await gate.own(aTable());
  });

  const answer = async (call: object) => (await gate.own({ key: KEY, ...call })) ?? {};
  const events = async (limit = 500) =>
    (await answer({ op: 'events', limit })) as unknown as {
      events: Noted[];
      more: boolean;
      dropped: number;
    };
  const noted = async () => (await events()).events;
  const health = () => answer({ op: 'health' }) as Promise<Record<string, number>>;
  const beacon = (t: string, l: unknown, v: unknown, ms: unknown = 900) =>
    gate.post(JSON.stringify({ t, l, v, ms }));
  const visitIn = ({ leadsTo = '' }: Opened) => leadsTo.slice(-5);

  describe('pairing', () => {
    it('takes one key, once, and the same again', async () => {
      await gate.reset();
      expect(await gate.own({ op: 'pair', key: KEY })).toEqual({ ok: true });
      expect(await gate.own({ op: 'pair', key: OTHER })).toBeUndefined();
      expect(await gate.own({ op: 'pair', key: KEY })).toEqual({ ok: true });
      expect(await gate.own({ op: 'health', key: OTHER })).toBeUndefined();
    });

    it('takes no key that is short, missing or no text', async () => {
      await gate.reset();
      for (const key of ['', 'short', undefined, 7, null, [KEY], { [KEY]: 1 }]) {
        expect(await gate.own({ op: 'pair', key })).toBeUndefined();
      }
      expect(await gate.own({ op: 'pair', key: KEY })).toEqual({ ok: true });
    });

    it('is undone by its owner, and notices within minutes', async () => {
      await gate.unpair();
      await gate.wait(2);
      expect(await gate.own({ op: 'pair', key: OTHER })).toEqual({ ok: true });
      expect(await gate.own({ op: 'health', key: KEY })).toBeUndefined();
    });

    it('comes before everything: a gate without a key does nothing for an owner', async () => {
      await gate.reset();
      for (const op of ['routes', 'events', 'ack', 'health']) {
        expect(await gate.own({ ...aTable(), op })).toBeUndefined();
      }
      const { html, leadsTo } = await gate.open({ l: codeOf(1) });
      expect(html).toContain('This link leads nowhere');
      expect(leadsTo).toBeUndefined();
    });
  });

  describe('a stranger', () => {
    it.each(['routes', 'events', 'ack', 'health', 'pair', 'drop', ''])(
      'with a wrong key is told nothing about “%s”',
      async (op) => {
        expect(await gate.own({ ...aTable(), op, key: OTHER })).toBeUndefined();
        expect(await gate.own({ ...aTable(), op, key: KEY.slice(1) })).toBeUndefined();
        expect(await gate.own({ op })).toBeUndefined();
      },
    );

    it.each([
      ['nothing', ''],
      ['no JSON', '{"op":"events",'],
      ['a list', '[{"op":"events"}]'],
      ['a text', '"events"'],
      ['null', 'null'],
      ['a number', '1e999'],
      ['very deep', `${'['.repeat(5000)}${']'.repeat(5000)}`],
      ['a prototype', '{"__proto__":{"op":"health"},"constructor":{"key":"x"}}'],
      ['very long', `{"op":"events","key":"${'x'.repeat(300_000)}"}`],
      ['too long to be read', `{"t":"seen","x":"${'x'.repeat(1_100_000)}"}`],
    ])('who posts %s gets a plain answer, and nothing is noted', async (_, body) => {
      expect(await gate.post(body)).toBe('ok');
      expect(await noted()).toEqual([]);
    });
  });

  describe('an owner’s call', () => {
    it('that the gate does not know is refused in words', async () => {
      expect(await answer({ op: 'drop' })).toEqual({ ok: false, error: 'unknown op' });
    });

    it('tells how the gate is', async () => {
      await gate.open({ l: codeOf(1) });
      await gate.open({ l: 'zzzzzzzz' });
      const { bytes, ...rest } = await health();
      expect(rest).toEqual({
        ok: true,
        version: 'v1',
        routes: 3,
        events: 1,
        dropped: 0,
        unknown: 1,
      });
      expect(bytes).toBeGreaterThan(50);
    });
  });

  describe('a visit', () => {
    it('is led to the route’s destination, marked with code and visit, and noted', async () => {
      const opened = await gate.open({ l: codeOf(1) });
      expect(opened.leadsTo).toBe(
        `https://rankly.sjv.io/c/1?subId1=${codeOf(1)}${visitIn(opened)}`,
      );
      expect(await noted()).toMatchObject([
        { kind: 'opened', code: codeOf(1), visit: visitIn(opened) },
      ]);
    });

    it('is another each time', async () => {
      const visits = [await gate.open({ l: codeOf(1) }), await gate.open({ l: codeOf(1) })];
      expect(new Set(visits.map(visitIn)).size).toBe(2);
    });

    it('is led on where a mail program changed the code’s case or spaces', async () => {
      expect((await gate.open({ l: ` ${codeOf(1).toUpperCase()} ` })).leadsTo).toContain(codeOf(1));
    });

    it.each([
      ['zzzzzzzz'],
      [''],
      ['abc'],
      ['abcdefghi'],
      ['<script>'],
      ['abcdefg!'],
      ['=1+1abcd'],
      ['constructor'],
      ['__proto__'],
      ['%00%00%00'],
    ])('to “%s” finds a friendly page that says whom to write to, and is not noted', async (l) => {
      const { html, leadsTo } = await gate.open({ l });
      expect(leadsTo).toBeUndefined();
      expect(html).toContain('This link leads nowhere');
      expect(html).toContain(`mailto:${CONTACT}`);
      expect(await noted()).toEqual([]);
    });

    it('to a code far too long finds the same page', async () => {
      for (const l of ['x'.repeat(1500), '😀'.repeat(130)]) {
        expect((await gate.open({ l })).html).toContain('This link leads nowhere');
      }
    });

    it('without a code finds the same page', async () => {
      expect((await gate.open({})).html).toContain('This link leads nowhere');
    });

    it('to a product that rests is told so, and whom to write to', async () => {
      const { html, leadsTo } = await gate.open({ l: 'defdefde' });
      expect(leadsTo).toBeUndefined();
      expect(html).toContain('does not recommend this at the moment');
      expect(html).toContain(`mailto:${CONTACT}`);
    });

    it('is led to no address but a safe one', async () => {
      const { html, leadsTo } = await gate.open({ l: 'ghjghjgh' });
      expect(leadsTo).toBeUndefined();
      expect(html).not.toContain('javascript:');
    });

    it('is led by the routes, whatever else the address says', async () => {
      const evil = 'https://evil.example/';
      const opened = await gate.open({
        l: codeOf(1),
        to: evil,
        url: evil,
        redirect: evil,
        r: evil,
      });
      expect(opened.leadsTo).toContain('https://rankly.sjv.io/c/1?subId1=');
      expect(opened.html).not.toContain('evil.example');
    });
  });

  describe('a beacon', () => {
    it('takes the visit further, with how long it took', async () => {
      const visit = visitIn(await gate.open({ l: codeOf(1) }));
      await beacon('seen', codeOf(1), visit, 12);
      await beacon('tapped', codeOf(1), visit, 900.4);
      expect((await noted()).map(({ kind, visit: name, data }) => [kind, name, data])).toEqual([
        ['opened', visit, undefined],
        ['seen', visit, { ms: 12 }],
        ['tapped', visit, { ms: 900 }],
      ]);
    });

    it.each([
      ['of an unknown kind', 'opened', codeOf(1), 'vvvvv', 1],
      ['of an unknown code', 'tapped', 'zzzzzzzz', 'vvvvv', 1],
      ['without a code', 'tapped', undefined, 'vvvvv', 1],
      ['of a code that is none', 'tapped', '=HYPERLINK("x")', 'vvvvv', 1],
      ['with a visit that is none', 'tapped', codeOf(1), '=1+1', 1],
      ['with a visit that is no text', 'tapped', codeOf(1), { length: 5 }, 1],
    ])('%s is not noted', async (_, t, l, v, ms) => {
      expect(await beacon(t, l, v, ms)).toBe('ok');
      expect(await noted()).toEqual([]);
    });

    it.each([['=1+1'], [null], [{}], [-5e300]])(
      'with %p for its time says a number',
      async (ms) => {
        await beacon('tapped', codeOf(1), 'vvvvv', ms);
        const [event] = await noted();
        expect(typeof event?.data?.ms).toBe('number');
      },
    );
  });

  describe('a flood', () => {
    it('of unknown codes and wrong keys is not noted, costs next to nothing, and is counted', async () => {
      const before = await gate.operations();
      for (let i = 0; i < options.strangers; i += 4) {
        await gate.open({ l: `zz${i}` });
        await gate.open({ l: 'zzzzzzzz' });
        await gate.own({ op: 'events', key: `guess${i}`.repeat(4), limit: 1 });
        await beacon('tapped', 'zzzzzzzz', 'zzzzz');
      }
      const cost = (await gate.operations()) - before;
      expect(cost).toBeLessThan(100);
      expect(await noted()).toEqual([]);
      expect((await health()).unknown).toBe(options.strangers);
    });

    it('of one code is noted twenty times in ten minutes, and later again', async () => {
      for (let i = 0; i < 25; i++)
        expect((await gate.open({ l: codeOf(1) })).leadsTo).toBeDefined();
      await gate.open({ l: codeOf(2) });
      expect(await noted()).toHaveLength(21);
      await gate.wait(11);
      await gate.open({ l: codeOf(1) });
      expect(await noted()).toHaveLength(22);
    });

    it('that fills the journal is let go by, and leaves room for an unsubscribe', async () => {
      // Quotes take two bytes each in JSON.
      const agent = '"'.repeat(300);
      let n = 0;
      while ((await health()).dropped === 0 && n < 2000) {
        for (let i = 0; i < 10; i++) {
          await Promise.all(tenOf(() => gate.open({ l: codeOf(n++) }, agent)));
        }
      }
      expect((await health()).bytes).toBeLessThan(250_000);
      expect((await gate.open({ l: codeOf(n) })).leadsTo).toContain(codeOf(n));
      expect(await gate.post('', { u: 'C-lin.abc' })).toContain('Done.');
      expect((await noted()).filter(({ kind }) => kind === 'unsubscribe')).toHaveLength(1);

      await drain();
      await gate.open({ l: codeOf(n + 1) });
      expect((await noted()).map(({ code }) => code)).toEqual([codeOf(n + 1)]);
      expect((await events()).dropped).toBe(0);
    });
  });

  const tenOf = <T>(act: () => T): T[] => Array.from({ length: 10 }, act);

  async function drain(): Promise<void> {
    for (let more = true; more;) {
      const batch = await events(200);
      await answer({ op: 'ack', ids: batch.events.map(({ id }) => id) });
      more = batch.more;
    }
  }

  describe('an unsubscribe', () => {
    it('by GET only asks: scanners open links too', async () => {
      const { html, leadsTo } = await gate.open({ u: 'C-lin.abc' });
      expect(leadsTo).toBeUndefined();
      expect(html).toContain(`<form method="post" action="${ADDRESS}?u=C-lin.abc"`);
      // An empty form may come without a body.
      expect(html).toContain('<input type="hidden" name="List-Unsubscribe" value="One-Click"');
      expect(await noted()).toEqual([]);
    });

    it('by POST, from the form or a mail program, is noted and then confirmed, as often as it comes', async () => {
      const form = 'application/x-www-form-urlencoded';
      for (let i = 0; i < 30; i++) {
        const said = await gate.post('List-Unsubscribe=One-Click', { u: 'C-lin.abc' }, form);
        expect(said).toContain('Done.');
      }
      expect(await gate.post('', { u: 'C-lin.abc' })).toContain('Done.');
      expect(await noted()).toMatchObject([{ kind: 'unsubscribe', data: { token: 'C-lin.abc' } }]);
    });

    it.each([
      ['no token'],
      ['=1+1'],
      ['C-lin'],
      ['C-lin.abc"><script>'],
      ['../exec?l=x'],
      [`${'y'.repeat(99)}😀`],
    ])('with “%s” for its token is not confirmed, and says whom to write to', async (u) => {
      for (const html of [(await gate.open({ u })).html, await gate.post('', { u })]) {
        expect(html).not.toContain('Done.');
        expect(html).not.toContain('<form');
        expect(html).toContain(`mailto:${CONTACT}`);
      }
      expect(await noted()).toEqual([]);
    });

    it('is not confirmed where it cannot be written: the page says whom to write to', async () => {
      await gate.open({ l: codeOf(1) });
      await gate.exhaust();
      const html = await gate.post('', { u: 'C-lin.abc' });
      await gate.restore();
      expect(html).not.toContain('Done.');
      expect(html).toContain(`mailto:${CONTACT}`);
      expect((await noted()).map(({ kind }) => kind)).toEqual(['opened']);
    });
  });

  describe('the journal', () => {
    it('gives events oldest first, and again until they are acknowledged', async () => {
      for (const n of [3, 1, 2]) await gate.open({ l: codeOf(n) });
      const first = await events(2);
      expect(first.events.map(({ code }) => code)).toEqual([codeOf(3), codeOf(1)]);
      expect(first.more).toBe(true);
      expect(first.events[0]?.at).toBeLessThanOrEqual(first.events[1]?.at ?? 0);
      expect((await events(2)).events).toEqual(first.events);
      await answer({ op: 'ack', ids: first.events.map(({ id }) => id) });
      expect((await noted()).map(({ code }) => code)).toEqual([codeOf(2)]);
    });

    it('forgets only what is its own, and the same as often as one likes', async () => {
      await gate.open({ l: codeOf(1) });
      const [event] = await noted();
      for (const ids of [
        ['gone', 'KEY', 'table', '', '__proto__'],
        [],
        'all',
        [1, null],
        undefined,
      ]) {
        expect(await answer({ op: 'ack', ids })).toEqual({ ok: true });
      }
      expect(await noted()).toHaveLength(1);
      for (let i = 0; i < 2; i++) {
        expect(await answer({ op: 'ack', ids: [event?.id] })).toEqual({ ok: true });
      }
      expect(await noted()).toEqual([]);
      expect((await gate.open({ l: codeOf(1) })).leadsTo).toBeDefined();
    });

    it.each([[0], [-1], ['many'], [null], [1e9], [0.5]])('takes %p for a limit', async (limit) => {
      await gate.open({ l: codeOf(1) });
      expect((await answer({ op: 'events', limit })).events).toHaveLength(1);
    });
  });

  describe('a table of routes', () => {
    it('replaces the one before as a whole', async () => {
      const routes = Array.from({ length: 300 }, (_, i) => ({
        ...ROUTES[0],
        route: `r${LETTERS[Math.floor(i / 31)] ?? ''}${LETTERS[i % 31] ?? ''}`,
        product: `産品 ${i} 😀`,
      }));
      expect(await answer(aTable({ version: 'v2', routes }))).toEqual({ ok: true, version: 'v2' });
      for (let turn = 0; turn < 2; turn++) {
        expect((await gate.open({ l: codeOf(1) })).leadsTo).toBeUndefined();
        expect((await gate.open({ l: 'rabaaaaa' })).html).toContain('産品 1 😀');
        await gate.forget();
      }
      expect(await health()).toMatchObject({ version: 'v2', routes: 300 });
    });

    it('pauses a route at once', async () => {
      await gate.open({ l: codeOf(1) });
      await answer(aTable({ version: 'v2', routes: [{ ...ROUTES[0], state: 'paused' }] }));
      expect((await gate.open({ l: codeOf(1) })).html).toContain('at the moment');
    });

    it.each([
      ['no version', { version: 7 }],
      ['no routes', { routes: 'abc' }],
      [
        'a route without a destination',
        { routes: [{ route: 'abc', product: 'X', state: 'live' }] },
      ],
      ['a route in no state', { routes: [{ ...ROUTES[0], state: 'gone' }] }],
      ['no page', { page: null }],
      ['too much', { routes: Array.from({ length: 2000 }, () => ROUTES[0]) }],
    ])('with %s is refused, and the one before stays', async (_, given) => {
      expect(await answer(aTable({ version: 'v2', ...given }))).toMatchObject({ ok: false });
      expect((await gate.open({ l: codeOf(1) })).leadsTo).toBeDefined();
      expect(await health()).toMatchObject({ version: 'v1' });
    });

    it('carries names and words as text, and for a picture nothing but a small picture', async () => {
      const hostile = '"><script>alert(1)</script>{sender}{x}$&';
      const page = {
        ...(aTable() as { page: object }).page,
        sender: hostile,
        picture: 'https://evil.example/x.png',
        texts: { en: { go: 7, disclosure: hostile }, xx: null },
      };
      await answer(aTable({ version: 'v2', page, routes: [{ ...ROUTES[0], product: hostile }] }));
      const { html, leadsTo } = await gate.open({ l: codeOf(1) });
      expect(leadsTo).toContain('https://rankly.sjv.io/');
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('evil.example');
    });
  });

  describe('a partner', () => {
    it.each([
      ['postback', { p: 'p-secret' }],
      ['line', { line: 'l-secret' }],
      ['hook', { hook: 'h-secret' }],
    ])('is heard at its secret %s address, as data, without the secret', async (kind, query) => {
      expect(await gate.post('{"a":"=1+1"}', { ...query, amount: '=1+1' })).toBe('ok');
      const [event] = await noted();
      expect(event).toMatchObject({
        kind,
        data: { fields: { amount: '=1+1' }, body: '{"a":"=1+1"}' },
      });
      expect(JSON.stringify(event)).not.toContain('-secret');
    });

    it('may send a postback by GET', async () => {
      await gate.open({ p: 'p-secret', sub: codeOf(1) });
      expect(await noted()).toMatchObject([
        { kind: 'postback', data: { fields: { sub: codeOf(1) } } },
      ]);
    });

    it('is heard at no other address', async () => {
      await gate.open({ p: 'guess' });
      await gate.post('{}', { p: 'h-secret' });
      await gate.post('{}', { line: 'p-secret' });
      await gate.post('{}', { hook: '' });
      await gate.post('{}', { hook: 'x'.repeat(5000) });
      expect(await noted()).toEqual([]);
    });

    it('who says more than can be kept is heard in part, and it is marked as such', async () => {
      await gate.post('漢'.repeat(6000), { hook: 'h-secret' });
      const [event] = await noted();
      expect(event?.data?.cut).toBe(true);
      expect(String(event?.data?.body).length).toBeGreaterThan(2500);
    });

    it('who says far too much is not heard, and that is counted', async () => {
      await gate.post('x'.repeat(30_000), { hook: 'h-secret' });
      await gate.post('', { hook: 'h-secret', more: 'x'.repeat(4500) });
      const { events: heard, dropped } = await events();
      expect([heard, dropped]).toEqual([[], 2]);
    });
  });

  describe('while the day’s operations are used up', () => {
    it('a visitor is led on as long as the gate remembers, and else asked to come again', async () => {
      await gate.open({ l: codeOf(1) });
      await gate.exhaust();
      const warm = await gate.open({ l: codeOf(1) });
      await gate.forget();
      const cold = await gate.open({ l: codeOf(1) });
      const unknown = await gate.open({ l: 'nonsense' });
      await gate.restore();
      expect(warm.leadsTo).toContain(codeOf(1));
      expect(cold.html).toContain('Please try again tomorrow');
      expect(unknown.html).toContain('This link leads nowhere');
      expect((await gate.open({ l: codeOf(1) })).leadsTo).toContain(codeOf(1));
    });

    it('every other call is answered, and nothing is promised', async () => {
      await gate.exhaust();
      const said = [
        await gate.post('{}', { hook: 'h-secret' }),
        await beacon('tapped', codeOf(1), 'vvvvv'),
      ];
      expect(said).toEqual(['ok', 'ok']);
      for (const op of ['routes', 'events', 'ack', 'health', 'pair']) {
        expect((await gate.own({ ...aTable(), op, ids: ['x'] }))?.ok).not.toBe(true);
      }
      await gate.restore();
      await gate.wait(2);
      expect(await health()).toMatchObject({ ok: true, version: 'v1' });
    });
  });

  it('spends one operation on a visit while it remembers, and three when it remembers nothing', async () => {
    await gate.open({ l: codeOf(1) });
    const cost = async (act: () => Promise<unknown>): Promise<number> => {
      const before = await gate.operations();
      await act();
      return (await gate.operations()) - before;
    };
    expect(await cost(() => gate.open({ l: codeOf(2) }))).toBe(1);
    expect(await cost(() => beacon('tapped', codeOf(2), 'vvvvv'))).toBe(1);
    await gate.forget();
    expect(await cost(() => gate.open({ l: codeOf(3) }))).toBeLessThanOrEqual(3);
  });
}
