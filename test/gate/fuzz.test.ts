import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type HostClient, startHost } from '../../host/client';
import { isCode, isVisit } from '../../src/core/referrals/sub-id';
import { EVENT_KINDS } from '../../src/core/referrals/gate';
import type { GateReply } from '../../src/gate/services';
import { ADDRESS, aTable } from '../contracts/gate';
import { TestGate } from '../support/gate';
import { pageIn } from '../support/gate-drivers';
import { hazardsIn } from '../support/hazards';

/** Every parameter and body of the gate with whatever a stranger may send. */

const KEY = 'k'.repeat(32);
const ALLOWED = ['https://rankly.sjv.io/c/1?', 'mailto:mira@studio.example', `${ADDRESS}?u=`];
const HOSTILE = [
  'abcdefgh',
  'ABCDEFGH',
  'abcdefghvvvvv',
  'defdefde',
  'ghjghjgh',
  'vvvvv',
  'C-lin.abc',
  'p-secret',
  'l-secret',
  'h-secret',
  'https://evil.example/',
  '//evil.example',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  "' onmouseover='alert(1)",
  '{{{data}}}',
  '{subid}',
  '{sender}',
  '=HYPERLINK("https://evil.example")',
  '+1+1',
  '@SUM(A1)',
  '__proto__',
  'constructor',
  'toString',
  '\u2028',
  '\u0000',
  '\ud800',
  '\r\nLocation: https://evil.example/',
  '%0d%0a',
  'x'.repeat(300),
  '😀'.repeat(60),
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 400 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 9 }))
      .map((two) => two.join('')),
  },
);
const NAMES = [
  'l',
  'u',
  'p',
  'line',
  'hook',
  'to',
  'url',
  'op',
  'key',
  't',
  'v',
  'ms',
  '__proto__',
];
const parameter = fc.dictionary(
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: text }),
  text,
  { maxKeys: 5 },
);
const said = fc.oneof(text, fc.jsonValue(), fc.double(), fc.constant(undefined));
const op = fc.oneof(fc.constantFrom('pair', 'routes', 'events', 'ack', 'health'), text);
const bodies = fc.oneof(
  text,
  fc.json(),
  fc
    .record({ t: fc.oneof(fc.constantFrom('seen', 'tapped'), said), l: said, v: said, ms: said })
    .map((call) => JSON.stringify(call)),
  fc.record({ op, key: said }).map((call) => JSON.stringify(call)),
);
const agents = fc.oneof(text, fc.constant('Mozilla/5.0'));

function paired(): TestGate {
  const gate = new TestGate();
  gate.ask({ op: 'pair', key: KEY });
  gate.ask(aTable());
  return gate;
}

/** Judges each page once: most answers are the same. */
function judge(): (html: string) => string[] {
  const known = new Map<string, string[]>();
  return (html) => {
    const hazards = known.get(html) ?? hazardsIn(html, ALLOWED);
    known.set(html, hazards);
    return hazards;
  };
}

/** A stranger gets a page of ours, whatever it said. */
function faultsOf(reply: GateReply, hazardsOf: (html: string) => string[]): string[] {
  if ('json' in reply) return ['JSON for a stranger'];
  return reply.html === 'ok' ? [] : hazardsOf(reply.html);
}

it('leads nobody astray, runs nothing and always answers, in 10,000 cases', () => {
  const gate = paired();
  const hazardsOf = judge();
  fc.assert(
    fc.property(parameter, bodies, agents, fc.boolean(), (given, body, agent, isExhausted) => {
      gate.agent = agent;
      gate.isExhausted = isExhausted;
      if (gate.cache.size > 500) gate.cache.clear();
      expect(faultsOf(gate.get(given), hazardsOf)).toEqual([]);
      expect(faultsOf(gate.post(body, given), hazardsOf)).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
});

it('notes only kinds, codes, visits and tokens that it knows, as data of a bounded length', () => {
  const gate = paired();
  fc.assert(
    fc.property(parameter, bodies, agents, (given, body, agent) => {
      gate.agent = agent;
      gate.get(given);
      gate.post(body, given);
    }),
    { numRuns: 2000 },
  );
  const { events } = gate.ask({ op: 'events', key: KEY, limit: 500 }) as {
    events: Record<string, unknown>[];
  };
  expect(new Set(events.map(({ kind }) => kind)).size).toBeGreaterThan(2);
  for (const { id, at, kind, code, visit, agent = '', data = {} } of events) {
    expect(id).toMatch(/^[A-Za-z0-9.-]+$/);
    expect(typeof at).toBe('number');
    expect(EVENT_KINDS).toContain(kind);
    expect(code === undefined || isCode(code as string)).toBe(true);
    expect(visit === undefined || isVisit(visit as string)).toBe(true);
    expect((agent as string).length).toBeLessThanOrEqual(300);
    const { token = 'C-a.b', ms = 0 } = data as { token?: string; ms?: number };
    expect(token).toMatch(/^[A-Za-z0-9-]+\.[a-z0-9]+$/);
    expect(Number.isInteger(ms)).toBe(true);
  }
});

it('survives whatever its owner’s key is used for, and leads to nothing but https', () => {
  const gate = paired();
  const call = fc.record(
    {
      op: fc.constantFrom('routes', 'routes', 'events', 'ack', 'health'),
      version: said,
      routes: fc.oneof(
        said,
        fc.array(
          fc.record({
            route: fc.oneof(fc.constant('abc'), text),
            product: text,
            why: said,
            to: fc.oneof(text, fc.constant('https://rankly.sjv.io/c/1?subId1={subid}')),
            state: fc.constantFrom('live', 'paused'),
          }),
          { maxLength: 5 },
        ),
      ),
      page: fc.oneof(
        said,
        fc.record(
          {
            sender: said,
            contact: said,
            address: said,
            disclosure: said,
            picture: said,
            texts: fc.oneof(said, fc.dictionary(text, fc.oneof(said, fc.dictionary(text, said)))),
          },
          { requiredKeys: [] },
        ),
      ),
      keys: said,
      ids: fc.oneof(said, fc.array(said)),
      limit: said,
    },
    { requiredKeys: ['op'] },
  );
  fc.assert(
    fc.property(call, (given) => {
      expect(gate.ask({ ...given, key: KEY })).toBeDefined();
      for (const query of [{ l: 'abcdefgh' }, { l: 'zzzzzzzz' }, { u: 'C-lin.abc' }]) {
        const page = gate.get(query);
        const html = 'html' in page ? page.html : '';
        expect(hazardsIn(html, ['https://', 'mailto:'])).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

describe('the built gate on the laptop host', () => {
  let host: HostClient;
  const data = mkdtempSync(path.join(tmpdir(), 'perennial-fuzz-'));
  beforeAll(async () => {
    host = await startHost({ data, fresh: true, projects: { gate: 'dist/gate' } });
    for (const call of [{ op: 'pair', key: KEY }, aTable()]) {
      await fetch(host.webApp('gate'), { method: 'POST', body: JSON.stringify(call) });
    }
  });
  afterAll(async () => {
    await host.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it('answers 300 strangers with a page of its own, and no execution fails', async () => {
    const address = host.webApp('gate');
    // As a browser sends it: half a character becomes U+FFFD.
    const wellFormed = (value: string): string => Buffer.from(value).toString();
    await fc.assert(
      fc.asyncProperty(parameter, bodies, fc.boolean(), async (given, body, isPost) => {
        // Google keeps these names for itself.
        fc.pre(!('c' in given) && !('sid' in given));
        const query = Object.entries(given).map((pair) =>
          pair.map((part) => encodeURIComponent(wellFormed(part))).join('='),
        );
        const response = await fetch(`${address}?${query.join('&')}`, {
          ...(isPost ? { method: 'POST', body: wellFormed(body) } : {}),
        });
        expect(response.status).toBe(200);
        const html = pageIn(await response.text());
        expect(html === 'ok' ? [] : hazardsIn(html, ALLOWED)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    const runs = await host.executions();
    expect(runs.filter(({ ok, log }) => !ok || log.length > 0)).toEqual([]);
  });
});
