import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { clientsCsv, type DemoClient, demoClients } from '../../demo/clients';
import { demoProducts } from '../../demo/products';
import { startSites } from '../../demo/sites';
import { demoVisits, visit } from '../../demo/visitors';
import { SAMPLE_MODEL, startWriter } from '../../demo/writer';
import { type HostClient, startHost } from '../../host/client';
import { TOKEN_HEADER } from '../../src/core/letters/mime';
import { reportFor } from '../../src/core/letters/reports';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';

/** A letter as it left, with what it is an example of. */
export interface SentLetter {
  occasion: string;
  /** What its report is about; empty for a letter without one. */
  report: string;
  language: string;
  writer: string;
  raw: string;
}

const SEED = 'bench-mail';
const GATE = 'https://gate.example/exec';
const SETTINGS = {
  senderName: 'Mira Chen',
  replyTo: 'mira@studio-chen.example',
  postalAddress: 'Studio Chen, 12 Example Lane, Taipei 100',
};
/** Past work that each kind of report follows up on; who has no site is asked how they are. */
const WORKS = [['SEO'], ['branding'], ['copywriting'], ['web design']];
const FOLLOW_UP =
  'bought-lately,After a purchase,bought,,10,,email,no,1,"Ask how they get on with it.",ask,yes';
/** So long a trigger waits: everything here is done by hand. */
const NEVER = 'P1000D';

interface World {
  host: HostClient;
  panel: <R extends PanelCall>(request: R) => Promise<PanelAnswers[R['do']]>;
}

/**
 * The letters of a year, written, approved and sent on the laptop host, by a writer or without one:
 * every report in every language, and what follows a delivery, a tap, a purchase and a long silence.
 */
export async function lettersBy(writer: 'sample' | 'plain'): Promise<SentLetter[]> {
  const data = mkdtempSync(path.join(tmpdir(), 'perennial-bench-'));
  const host = await startHost({ data, fresh: true, now: '2026-11-21T04:00:00Z' });
  const clients = everyKind(demoClients(SEED));
  const sites = await startSites(clients, SEED);
  const model = await startWriter({ seed: SEED });
  const panel: World['panel'] = (request) => host.result('sheet', 'panel', request);
  try {
    // By a name, as in life: an address with a port is a rule of its own.
    await host.putRoutes({ ...sites.routes, 'gate.example': gateFolder(host) });
    await host.result('sheet', 'setUp');
    await panel({
      do: 'saveSettings',
      settings: { ...SETTINGS, model: SAMPLE_MODEL, modelAddress: `${model.address}/v1` },
    });
    if (writer === 'sample') {
      await panel({ do: 'setSecret', name: 'OPENAI_API_KEY', value: 'sample-key' });
    }
    await panel({ do: 'pair', address: GATE });
    for (const product of demoProducts()) await panel({ do: 'saveProduct', product });
    await host.putCsv('Rates', 'Currency,Rate,As of\nUSD,31.5,2026-07-01\nEUR,36.4,2026-07-01');
    await panel({ do: 'importClients', csv: clientsCsv(clients), commit: true });
    await liveAYear({ host, panel });
    return await sentLetters(host, clients);
  } finally {
    await model.stop();
    await sites.stop();
    await host.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Clients who all agreed and whose project is under way; in each language some for every report. */
function everyKind(clients: DemoClient[]): DemoClient[] {
  const nth: Record<string, number> = {};
  return clients.map((client) => {
    const agreed = {
      ...client,
      consent: 'yes',
      consentBasis: client.consentBasis || 'form',
      consentDate: client.consentDate || '2026-01-05',
      stage: 'Active',
    } as const;
    if (client.site !== 'own') return { ...agreed, website: '', site: 'none', host: '' };
    const n = (nth[client.language] = (nth[client.language] ?? -1) + 1);
    return { ...agreed, pastWork: WORKS[n % WORKS.length] ?? [] };
  });
}

async function liveAYear(world: World): Promise<void> {
  const { host, panel } = world;
  await host.putCsv('Occasions', `${await host.csv('Occasions')}\n${FOLLOW_UP}`);
  await writeAndSend(world);
  await pass(world, 'P30D');
  await edit(host, 'Clients', (client) => ({ ...client, Stage: 'Delivered' }));
  await panel({ do: 'writeNow' });
  await pass(world, 'P5D');
  await writeAndSend(world);
  await pass(world, 'P25D');
  await writeAndSend(world);
  await beVisited(world);
  await pass(world, 'P3D');
  await sell(world);
  await pass(world, 'P12D');
  await writeAndSend(world);
  await pass(world, 'P200D');
  await writeAndSend(world);
}

/** Everyone who opens a link goes on. They come to the gate where it is, for no name leads them there. */
async function beVisited(world: World): Promise<void> {
  const { host, panel } = world;
  await panel({ do: 'pair', address: host.webApp('gate') });
  // The next beat tells the gate its address.
  await host.moveClock({ advance: 'PT30M' });
  for (const { code, ...manner } of demoVisits(await host.records('Links'), SEED)) {
    // All at once, only scanners of mail come.
    await pass(world, 'PT20M');
    await visit(host.webApp('gate'), code, { ...manner, reads: true, taps: true });
  }
  await panel({ do: 'collectNow' });
  await panel({ do: 'pair', address: GATE });
}

/** Some of those who followed a link buy; in each language a few. */
async function sell({ host, panel }: World): Promise<void> {
  const [product] = await host.records('Products');
  for (const [n, client] of (await host.records('Clients')).entries()) {
    if (n % 3 !== 0) continue;
    await panel({
      do: 'addCommission',
      commission: {
        key: `sale ${n}`,
        at: (await host.clock()).slice(0, 10),
        product: product?.['Product ID'] as string,
        client: client['Client ID'] as string,
        commission: '20',
        currency: 'USD',
      },
    });
  }
}

async function pass({ host }: World, advance: string): Promise<void> {
  await host.moveClock({ advance, every: NEVER });
}

async function writeAndSend({ panel }: World): Promise<void> {
  await panel({ do: 'writeNow' });
  const { letters } = await panel({ do: 'queue' });
  await panel({ do: 'approve', letters: letters.map(({ id }) => id) });
  await panel({ do: 'sendNow' });
}

type Cells = Record<string, string>;

/** Changes the rows of a tab as a person would who pastes them anew. */
async function edit(host: HostClient, tab: string, change: (row: Cells) => Cells): Promise<void> {
  const { data } = Papa.parse<Cells>(await host.csv(tab), { header: true, skipEmptyLines: true });
  await host.putCsv(tab, Papa.unparse(data.map(change)));
}

function gateFolder(host: HostClient): string {
  return host.webApp('gate').replace(/\/exec$/, '');
}

/** What stands in the mailbox as sent, beside its row. */
async function sentLetters(host: HostClient, clients: DemoClient[]): Promise<SentLetter[]> {
  const mails = (await host.mail()).filter(({ headers }) =>
    headers.some(([name]) => name === TOKEN_HEADER),
  );
  const rows = new Map((await host.records('Letters')).map((row) => [row['Thread ID'], row]));
  const people = new Map(
    (await host.records('Clients')).map(({ 'Client ID': id, Email }) => [
      id,
      clients.find(({ email }) => email === Email),
    ]),
  );
  const reporting = new Set(
    (await host.records('Occasions'))
      .filter((row) => row['Site report'] === 'yes')
      .map((row) => row['Occasion ID']),
  );
  const reportIn = (row: Record<string, unknown> | undefined): string => {
    const client = people.get(row?.['Client ID'] as string);
    return client === undefined || !reporting.has(row?.['Occasion ID'] as string)
      ? ''
      : reportFor(client).id;
  };
  return Promise.all(
    mails.map(async ({ id, threadId, headers }) => ({
      occasion: rows.get(threadId)?.['Occasion ID'] as string,
      report: reportIn(rows.get(threadId)),
      writer: rows.get(threadId)?.Writer as string,
      language: headers.find(([name]) => name === 'Content-Language')?.[1] ?? '',
      raw: await host.rawMail(id),
    })),
  );
}
