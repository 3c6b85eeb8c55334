import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type HostClient, startHost } from '../../host/client';
import type { GateReply } from '../../src/gate/services';
import type { GateDriver, Opened } from '../contracts/gate';
import { TestGate } from './gate';

/** The gate's answers on a store in memory: fast enough for floods. */
export function memoryDriver(): GateDriver & { gate: () => TestGate } {
  let gate = new TestGate();
  const html = (reply: GateReply): string => ('html' in reply ? reply.html : '');
  const done = (act: () => void): Promise<void> => {
    act();
    return Promise.resolve();
  };
  return {
    gate: () => gate,
    reset: () => done(() => (gate = new TestGate())),
    open: (query, agent) => {
      if (agent !== undefined) gate.agent = agent;
      return Promise.resolve(openedFrom(html(gate.get(query))));
    },
    post: (body, query) => Promise.resolve(html(gate.post(body, query))),
    own: (call) => Promise.resolve(gate.ask(call)),
    wait: (minutes) => done(() => (gate.now += minutes * 60_000)),
    forget: () => done(() => gate.cache.clear()),
    exhaust: () => done(() => (gate.isExhausted = true)),
    restore: () => done(() => (gate.isExhausted = false)),
    unpair: () => done(() => gate.store.delete('KEY')),
    operations: () => Promise.resolve(gate.operations.store),
    stop: () => Promise.resolve(),
  };
}

/** The built gate on the laptop host, over HTTP. */
export async function hostDriver(): Promise<GateDriver> {
  const data = mkdtempSync(path.join(tmpdir(), 'perennial-gate-'));
  const host = await startHost({ data, fresh: true, projects: { gate: 'dist/gate' } });
  const address = host.webApp('gate');
  const page = async (response: Response): Promise<string> => pageIn(await response.text());
  return {
    reset: async () => {
      await host.clearFaults();
      await host.putProperties('gate', { script: {} });
      await host.emptyCache();
    },
    open: async (query, agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0') =>
      openedFrom(
        await page(await fetch(withQuery(address, query), { headers: { 'user-agent': agent } })),
      ),
    post: async (body, query = {}, type = 'text/plain;charset=UTF-8') =>
      page(
        await fetch(withQuery(address, query), {
          method: 'POST',
          body,
          headers: { 'content-type': type },
        }),
      ),
    own: async (call) => ownAnswer(await postJson(address, call)),
    wait: async (minutes) => {
      await host.moveClock({ advance: `PT${minutes}M` });
    },
    forget: () => host.emptyCache(),
    exhaust: () => host.fault({ quota: { properties: 0 } }),
    restore: () => host.clearFaults(),
    unpair: async () => {
      const { script } = await host.properties('gate');
      const rest = Object.entries(script).filter(([name]) => name !== 'KEY');
      await host.putProperties('gate', { script: Object.fromEntries(rest) });
    },
    operations: () => propertyOperations(host),
    stop: async () => {
      await host.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Where the page's one link leads, if it has one. */
function openedFrom(html: string): Opened {
  const href = /<a\s[^>]*href="(?!mailto:)([^"]*)"/.exec(html)?.[1];
  return { html, leadsTo: href?.replace(/&amp;/g, '&') };
}

/** What the owner's page holds within the page that Google serves. */
export function pageIn(outer: string): string {
  const data = /<script type="application\/json" id="userPage">(.*?)<\/script>/.exec(outer)?.[1];
  if (data === undefined) throw new Error(`no page: ${outer.slice(0, 500)}`);
  return (JSON.parse(data) as { userHtml: string }).userHtml;
}

function postJson(address: string, call: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(address, { method: 'POST', body: JSON.stringify(call), headers });
}

async function ownAnswer(response: Response): Promise<Record<string, unknown> | undefined> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return undefined;
  return (await response.json()) as Record<string, unknown>;
}

function withQuery(address: string, query: Record<string, string>): string {
  const said = new URLSearchParams(query).toString();
  return said === '' ? address : `${address}?${said}`;
}

/** How often the gate has asked for its properties, of all executions that are remembered. */
export async function propertyOperations(host: HostClient, after = 0): Promise<number> {
  const runs = await host.executions(after);
  return runs
    .filter(({ project }) => project === 'gate')
    .flatMap(({ calls }) => Object.entries(calls))
    .filter(([name]) => name.startsWith('PropertiesService.Properties.'))
    .reduce((sum, [, times]) => sum + times, 0);
}
