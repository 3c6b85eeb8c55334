import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type HostClient, startHost } from '../host/client';
import { unsubscribeToken } from '../src/core/clients/client';
import { ALPHABET } from '../src/core/identity';
import { WORDS } from '../src/core/words';
import { VAULT } from '../src/jobs/state';

/** How hard the gate is pressed. */
export interface Pressure {
  /** Taps that must get an answer. */
  taps: number;
  /** Visitors at the same moment. */
  visitors: number;
  /** How often the host is killed and started again. */
  kills: number;
  /** Clients who unsubscribe meanwhile. */
  unsubscribes: number;
  /** Requests with unknown codes and wrong keys, as many of them as there is time for. */
  strangers: number;
  /** When strangers stop, in seconds from the start. */
  seconds: number;
}

/** What came of it. */
export interface Endured {
  /** Taps that got an answer, and those that a kill cut off. */
  answered: number;
  cutOff: number;
  /** Answered taps that no row of Clicks shows as tapped, and visits with more than one row. */
  lost: string[];
  doubled: string[];
  collects: number;
  /** Seconds for which visitors had to wait until more was collected. */
  held: number;
  kills: number;
  confirmed: number;
  /** Clients whose unsubscribe was confirmed and who may still be written to. */
  unsubscribesLost: string[];
  dropped: number;
  strangers: number;
  /** Property operations that strangers cost, and events that they left. */
  strangerOperations: number;
  strangerEvents: number;
  seconds: { taps: number; all: number };
}

const PERSON = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15';
/** Three events each, so that no code meets its limit. */
const VISITS_PER_CODE = 6;
const WATCH_EVERY_MS = 500;
const COLLECT_EVERY_MS = 2000;
/**
 * Visitors wait while more waits at the gate, which lets go by what its journal cannot hold: a slow
 * machine collects more slowly than they come.
 */
const MOST_WAITING = 100_000;

/** Presses the built projects on a laptop host of their own, and compares what was promised with what is there. */
export async function soak(pressure: Pressure): Promise<Endured> {
  const began = Date.now();
  const data = mkdtempSync(path.join(tmpdir(), 'perennial-soak-'));
  const site = new Site(data);
  try {
    await site.start(true);
    await site.furnish(pressure);
    const endured = await pressTaps(site, pressure);
    const tapsTook = (Date.now() - began) / 1000;
    const flood = await pressStrangers(site, pressure, began);
    const all = (Date.now() - began) / 1000;
    return { ...endured, ...flood, seconds: { taps: tapsTook, all } };
  } finally {
    await site.host.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** A host with both projects, which comes back at the same address after it was killed. */
class Site {
  host!: HostClient;
  gate = '';
  codes: string[] = [];
  linkKey = '';
  private gateKey = '';
  private port = 0;

  constructor(private readonly data: string) {}

  async start(fresh: boolean): Promise<void> {
    this.host = await startHost({ data: this.data, fresh, port: this.port });
    this.port = Number(new URL(this.host.address).port);
    this.gate = this.host.webApp('gate');
  }

  async killAndRestart(): Promise<void> {
    await this.host.kill();
    await this.start(false);
  }

  /** A workbook with clients and links, and a gate that knows their route. */
  async furnish({ taps, unsubscribes }: Pressure): Promise<void> {
    const { host } = this;
    await host.result('sheet', 'setUp');
    await host.result('sheet', 'panel', { do: 'pair', address: this.gate });
    const { user } = await host.properties('sheet');
    this.gateKey = user[VAULT.gateKey] ?? '';
    this.linkKey = user[VAULT.linkKey] ?? '';
    const known = Math.ceil(taps / VISITS_PER_CODE) + 1;
    this.codes = Array.from({ length: known }, (_, i) => `abc${spelled(i)}`);
    const links = this.codes.map((code, i) => `${code},C-${i % unsubscribes},P-rank,L-${i},email`);
    await host.putCsv(
      'Links',
      ['Code,Client ID,Product ID,Letter ID,Channel', ...links].join('\n'),
    );
    const clients = Array.from(
      { length: unsubscribes },
      (_, i) => `C-${i},Client ${i},c${i}@site.example,yes,contract,2025-01-02`,
    );
    await host.putCsv(
      'Clients',
      ['Client ID,Name,Email,Consent,Consent basis,Consent date', ...clients].join('\n'),
    );
    await this.own({
      op: 'routes',
      version: 'soak',
      routes: [
        { route: 'abc', product: 'Rankly', to: 'https://rankly.example/{subid}', state: 'live' },
      ],
      page: {
        sender: 'Mira Chen',
        contact: 'mira@studio.example',
        address: this.gate,
        disclosure: '',
        texts: { en: WORDS.en.page },
      },
      keys: {},
    });
  }

  async own(call: object): Promise<Record<string, unknown>> {
    const body = JSON.stringify({ ...call, key: this.gateKey });
    const response = await fetch(this.gate, { method: 'POST', body });
    return (await response.json()) as Record<string, unknown>;
  }
}

type Taps = Pick<
  Endured,
  | 'answered'
  | 'cutOff'
  | 'lost'
  | 'doubled'
  | 'collects'
  | 'held'
  | 'kills'
  | 'confirmed'
  | 'unsubscribesLost'
  | 'dropped'
>;

async function pressTaps(site: Site, pressure: Pressure): Promise<Taps> {
  const { taps, visitors, kills, unsubscribes } = pressure;
  const answered = new Set<string>();
  const confirmed = new Set<string>();
  const counts = { cutOff: 0, collects: 0, held: 0, kills: 0, dropped: 0 };
  let begun = 0;
  let isOver = false;
  let isBehind = false;

  const visitor = async (): Promise<void> => {
    while (answered.size < taps && !isOver) {
      await until(() => !isBehind || isOver);
      const code = site.codes[Math.floor(begun++ / VISITS_PER_CODE) % site.codes.length] ?? '';
      const visit = await visitAndTap(site.gate, code);
      if (visit === undefined) counts.cutOff++;
      else answered.add(visit);
    }
  };
  const killer = async (): Promise<void> => {
    for (let n = 1; n <= kills; n++) {
      await until(() => isOver || answered.size >= (taps * n) / (kills + 1));
      if (isOver) return;
      await site.killAndRestart();
      counts.kills++;
    }
  };
  const leaver = async (): Promise<void> => {
    for (let n = 0; n < unsubscribes; n++) {
      await until(() => isOver || answered.size >= (taps * n) / unsubscribes);
      if (await unsubscribe(site, `C-${n}`)) confirmed.add(`C-${n}`);
    }
  };
  const collector = async (): Promise<void> => {
    while (!isOver) {
      await pause(COLLECT_EVERY_MS);
      const run = await site.host.run('sheet', 'collectNow').catch(() => undefined);
      if (run?.ok) counts.collects++;
      counts.dropped += run?.log.filter((line) => line.includes('unnoted')).length ?? 0;
    }
  };

  const watcher = async (): Promise<void> => {
    while (!isOver) {
      await pause(WATCH_EVERY_MS);
      const { bytes } = (await site.own({ op: 'health' }).catch(() => ({}))) as { bytes?: number };
      isBehind = (bytes ?? 0) > MOST_WAITING;
      if (isBehind) counts.held += WATCH_EVERY_MS / 1000;
    }
  };

  const working = [collector(), watcher()];
  try {
    await Promise.all([...Array.from({ length: visitors }, visitor), killer(), leaver()]);
  } finally {
    isOver = true;
    await Promise.all(working);
  }
  await site.host.result('sheet', 'collectNow');
  const { dropped } = (await site.own({ op: 'health' })) as { dropped: number };
  return {
    ...counts,
    dropped: counts.dropped + dropped,
    answered: answered.size,
    confirmed: confirmed.size,
    ...(await compare(site.host, answered)),
    unsubscribesLost: await stillSubscribed(site.host, confirmed),
  };
}

/** Opens a link, looks and goes on; the visit's id where the tap got its answer. */
async function visitAndTap(gate: string, code: string): Promise<string | undefined> {
  const headers = { 'user-agent': PERSON };
  const beacon = (t: string, v: string): Promise<string> =>
    text(gate, { method: 'POST', headers, body: JSON.stringify({ t, l: code, v, ms: 900 }) });
  try {
    const page = await text(`${gate}?l=${code}`, { headers });
    const visit = /\\"visit\\":\\"(\w+)\\"/.exec(page)?.[1];
    if (visit === undefined) throw new Error(`no page for ${code}: ${page.slice(0, 200)}`);
    await beacon('seen', visit);
    return isOk(await beacon('tapped', visit)) ? `${code}-${visit}` : undefined;
  } catch (error) {
    // The host is being killed: a visitor finds nobody there.
    // By name: a test's own TypeError is not the one that fetch throws.
    if ((error as Error).name !== 'TypeError') throw error;
    await pause(100);
    return undefined;
  }
}

/** Whether the page said that the letters stop. */
async function unsubscribe(site: Site, clientId: string): Promise<boolean> {
  const token = unsubscribeToken(clientId, site.linkKey);
  const said = await text(`${site.gate}?u=${token}`, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  }).catch(() => '');
  return said.includes(WORDS.en.page.unsubscribedTitle);
}

async function compare(
  host: HostClient,
  answered: Set<string>,
): Promise<Pick<Taps, 'lost' | 'doubled'>> {
  const levels = new Map<string, unknown>();
  const doubled: string[] = [];
  for (const row of await host.records('Clicks')) {
    const id = row['Click ID'] as string;
    if (levels.has(id)) doubled.push(id);
    levels.set(id, row.Level);
  }
  return { lost: [...answered].filter((id) => levels.get(id) !== 'tapped'), doubled };
}

async function stillSubscribed(host: HostClient, confirmed: Set<string>): Promise<string[]> {
  return (await host.records('Clients'))
    .filter((row) => row.Consent !== 'unsubscribed')
    .map((row) => row['Client ID'] as string)
    .filter((id) => confirmed.has(id));
}

async function pressStrangers(
  site: Site,
  { strangers, visitors, seconds }: Pressure,
  began: number,
): Promise<Pick<Endured, 'strangers' | 'strangerOperations' | 'strangerEvents'>> {
  const operations = countOperations(site.host);
  await operations.take();
  let asked = 0;
  let cost = 0;
  let counting = Promise.resolve();
  const stranger = async (): Promise<void> => {
    while (asked < strangers && Date.now() - began < seconds * 1000) {
      const n = asked++;
      if (n % 2 === 0) await text(`${site.gate}?l=zz${spelled(n)}z`);
      else await text(site.gate, { method: 'POST', body: wrongKey(n) });
      // The host remembers the last 2,000 executions.
      if (n % 500 === 499) counting = operations.take().then((sum) => void (cost += sum));
    }
  };
  await Promise.all(Array.from({ length: visitors }, stranger));
  await counting;
  cost += await operations.take();
  const { events } = (await site.own({ op: 'health' })) as { events: number };
  await site.host.result('sheet', 'collectNow');
  return { strangers: asked, strangerOperations: cost, strangerEvents: events };
}

const wrongKey = (n: number): string =>
  JSON.stringify({ op: ['events', 'ack', 'routes', 'pair'][n % 4], key: `guess${n}`.repeat(4) });

/** Counts the gate's property operations since it was last asked. */
function countOperations(host: HostClient): { take: () => Promise<number> } {
  let last = 0;
  return {
    take: async () => {
      const runs = await host.executions(last);
      last = runs.at(-1)?.n ?? last;
      return runs
        .filter(({ project }) => project === 'gate')
        .flatMap(({ calls }) => Object.entries(calls))
        .filter(([name]) => name.startsWith('PropertiesService.Properties.'))
        .reduce((sum, [, times]) => sum + times, 0);
    },
  };
}

/** The n-th serial of five letters. */
function spelled(n: number): string {
  const { length } = ALPHABET;
  return [0, 1, 2, 3, 4].map((i) => ALPHABET[Math.floor(n / length ** i) % length]).join('');
}

async function text(address: string, init: RequestInit = {}): Promise<string> {
  return (await fetch(address, init)).text();
}

const isOk = (page: string): boolean => page.includes('"userHtml":"ok"');

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(50);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
