import { type HostClient, startHost } from '../host/client';
import { dayOf } from '../src/core/calendar';
import { SERVICES } from '../src/core/connectors';
import {
  clicks as clicksTable,
  links as linksTable,
  products as productsTable,
} from '../src/core/workbook';
import type { PanelAnswers, PanelCall } from '../src/panel/protocol';
import { clientsCsv, demoClients, mistakenClients } from './clients';
import { demoProducts } from './products';
import { impactReport } from './reports';
import { type Sites, startSites } from './sites';
import { type LinePlatform, startLine } from './line/platform';
import { CONVERSION, startNetwork } from './network';
import { recordsOf } from './tabs';
import { demoVisits, visit } from './visitors';
import { SAMPLE_MODEL, type SampleWriter, startWriter } from './writer';

/** The demo as a story: a workbook is set up, lives through a quarter, and starts on the next. */
export interface Demo {
  /** Sets the workbook up and lives through the quarter before the present one. */
  live: () => Promise<void>;
  /** Where the network's report can be downloaded. */
  report: string;
  /** Takes a demo up again that was lived before: its writer, and perhaps its gate, have a new address. */
  resume: () => Promise<void>;
  /** Writes this quarter's letters, and says how far it is. */
  write: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface DemoOptions {
  host: HostClient;
  seed: string;
  /** The day the demo opens on, ISO; the host's clock must stand three months before it. */
  present: string;
  /** Says what was done. */
  say: (line: string) => void;
  /** Says how far something is; the next call replaces it. */
  show: (line: string) => void;
  /** A real writer to use for this quarter's letters instead of the sample. */
  real?: RealWriter | undefined;
}

/** A service, its key and, where they are not the usual ones, its address and model. */
export interface RealWriter {
  writer: 'openai' | 'chat' | 'anthropic';
  key: string;
  model: string;
  address?: string;
}

const SENDER = {
  senderName: 'Mira Chen',
  replyTo: 'mira@studio-chen.example',
  postalAddress: 'Studio Chen, 12 Example Lane, Taipei 100',
  homeCurrency: 'TWD',
};
const RATES = 'Currency,Rate,As of\nUSD,31.5,2026-07-01\nEUR,36.4,2026-07-01';
/** Long enough that progress can be watched. */
const WRITER_DELAY_MS = 400;
const VISITING_DAYS = 6;

/** Starts the demo's sites and writer for a host; nothing in the workbook is touched yet. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { host, seed } = options;
  const clients = demoClients(seed);
  const sites = await startSites(clients, seed);
  const writer = await startWriter({ seed, delayMs: WRITER_DELAY_MS });
  const network = await startNetwork(host, seed);
  const line = await startLine(host);
  await host.putRoutes({ ...sites.routes, ...network.routes, ...line.routes });
  const world: World = {
    ...options,
    sites,
    writer,
    line,
    panel: (request) => host.result('sheet', 'panel', request),
  };
  return {
    live: async () => {
      await setUp(world);
      await bringIn(world);
      await sendLastQuarter(world);
      await comeOverToLine(world);
      await beVisited(world);
      await bePaid(world);
      await comeToPresent(world);
    },
    report: network.report,
    resume: async () => {
      sites.turnTo(1);
      await repair(world);
      await line.resume(world.panel);
      await chooseWriter(world);
    },
    write: () => writeThisQuarter(world),
    stop: async () => {
      await sites.stop();
      await writer.stop();
      await network.stop();
      await line.stop();
    },
  };
}

interface World extends DemoOptions {
  sites: Sites;
  writer: SampleWriter;
  line: LinePlatform;
  panel: <R extends PanelCall>(request: R) => Promise<PanelAnswers[R['do']]>;
}

async function setUp(world: World): Promise<void> {
  const { host, panel, line, seed, say } = world;
  await host.putProperties('sheet', { user: { LINK_KEY: linkKeyOf(seed) } });
  await host.result('sheet', 'setUp');
  await panel({ do: 'saveSettings', settings: SENDER });
  await chooseWriter({ ...world, real: undefined });
  await panel({ do: 'pair', address: host.webApp('gate') });
  await line.connect(panel);
  say('The workbook is set up, its gate is paired, and a sample LINE account is connected.');
}

/** Links and their codes follow from this key; with a drawn one, no two demos would be alike. */
function linkKeyOf(seed: string): string {
  return seed.repeat(8);
}

/** Pairs the gate again where the host now has another address. */
async function repair({ host, panel, say }: World): Promise<void> {
  const address = host.webApp('gate');
  const { gate } = await panel({ do: 'home' });
  if (gate === address) return;
  await panel({ do: 'pair', address });
  say(
    'The host has another address than before, so its gate was paired again; links in mails sent before lead to the old one.',
  );
}

function sampleAddress({ writer }: World): string {
  return `${writer.address}/v1`;
}

async function bringIn({ host, panel, seed, say }: World): Promise<void> {
  const clients = demoClients(seed);
  const mistaken = mistakenClients(clients).map(({ client }) => client);
  const csv = clientsCsv([...clients, ...mistaken]);
  const { added, refused } = await panel({ do: 'importClients', csv, commit: true });
  const products = demoProducts();
  for (const product of products) await panel({ do: 'saveProduct', product });
  await host.putCsv('Rates', RATES);
  say(
    `${added} clients came in from a list (${refused.length} rows refused), and ${products.length} products over four networks.`,
  );
}

async function sendLastQuarter({ panel, say }: World): Promise<void> {
  await panel({ do: 'writeNow' });
  const { letters } = await panel({ do: 'queue' });
  await panel({ do: 'approve', letters: letters.map(({ id }) => id) });
  const { done } = await panel({ do: 'sendNow' });
  say(`Last quarter: ${done}.`);
}

/** Some clients would rather hear by LINE, and send the code in their letter there. */
async function comeOverToLine({ panel, line, seed, say }: World): Promise<void> {
  const coming = await line.comeOver(linkKeyOf(seed));
  await panel({ do: 'collectNow' });
  say(`Last quarter: ${coming} clients came over to LINE, so their next letter goes there.`);
}

/** Some of the links are followed, over some days; the beats of those days notice it. */
async function beVisited({ host, seed, say }: World): Promise<void> {
  const visits = demoVisits(await host.records('Links'), seed);
  for (let day = 0; day < VISITING_DAYS; day++) {
    for (const [i, { code, ...manner }] of visits.entries()) {
      if (i % VISITING_DAYS !== day) continue;
      // At once, or all together, only scanners of mail come.
      await host.moveClock({ advance: 'PT20M', every: 'PT12H' });
      await visit(host.webApp('gate'), code, manner);
    }
    await host.moveClock({ advance: 'P1D', every: 'PT12H' });
  }
  const clicks = await host.records('Clicks');
  const taps = clicks.filter((click) => click.Counted === 'yes').length;
  say(`Last quarter: ${clicks.length} visits to the links, ${taps} of them by people who went on.`);
}

async function bePaid({ host, panel, seed, say }: World): Promise<void> {
  await host.moveClock({ advance: 'P35D', every: 'P7D' });
  const [links, clicks, products] = await Promise.all(
    ['Links', 'Clicks', 'Products'].map((tab) => host.records(tab)),
  );
  if (links === undefined || clicks === undefined || products === undefined) return;
  const { csv } = impactReport(links, clicks, products, seed, { conversion: CONVERSION });
  const name = 'impact-paystub.csv';
  const { added } = await panel({ do: 'importReport', name, csv, commit: true });
  const direct = await bookDirectDeal(host, panel);
  say(`Last quarter: ${added} commissions from Impact's report and ${direct} of a direct deal.`);
}

/** One client bought what a direct deal's link recommended, and the freelancer enters that. */
async function bookDirectDeal(host: HostClient, panel: World['panel']): Promise<number> {
  const products = recordsOf(productsTable, await host.records('Products'));
  const direct = new Map(
    products.filter(({ network }) => network === 'Direct').map((product) => [product.id, product]),
  );
  const clicks = recordsOf(clicksTable, await host.records('Clicks'));
  const links = recordsOf(linksTable, await host.records('Links'));
  const led =
    clicks.find(({ counted, productId }) => counted && direct.has(productId)) ??
    links.find(({ productId }) => direct.has(productId));
  const product = direct.get(led?.productId ?? '');
  if (led === undefined || product === undefined) return 0;
  await panel({
    do: 'addCommission',
    commission: {
      key: 'demo-deal',
      at: dayOf(Date.parse(await host.clock()), 'UTC'),
      product: product.id,
      client: led.clientId,
      commission: String(product.amount),
      currency: product.currency,
    },
  });
  return 1;
}

/** The weeks until today pass while the freelancer is away; sites are mended meanwhile. */
async function comeToPresent({ host, panel, sites, present }: World): Promise<void> {
  await panel({ do: 'saveSettings', settings: { paused: 'yes' } });
  await host.moveClock({ now: present, every: 'P7D' });
  await panel({ do: 'saveSettings', settings: { paused: 'no' } });
  await panel({ do: 'refreshNow' });
  sites.turnTo(1);
}

const LOOK_MS = 300;

async function writeThisQuarter(world: World): Promise<void> {
  const { panel, say, show } = world;
  await chooseWriter(world);
  const writing = panel({ do: 'writeNow' });
  const watching = watch(panel, show, writing);
  const { done, problem } = await writing;
  await watching;
  say(`This quarter: ${[done, problem].filter((part) => part !== '').join('. ')}.`);
}

/** Shows a job's progress until it is over. */
async function watch(
  panel: World['panel'],
  show: World['show'],
  job: Promise<unknown>,
): Promise<void> {
  const over = job.then(
    () => 'over',
    () => 'over',
  );
  const pause = (): Promise<string> => new Promise((go) => setTimeout(go, LOOK_MS, 'pause'));
  let shown = '';
  while ((await Promise.race([over, pause()])) !== 'over') {
    const { progress } = await panel({ do: 'home' });
    const line = progress === null ? '' : `${progress.job}: ${progress.done} of ${progress.of}`;
    if (line !== '' && line !== shown) show(line);
    shown = line;
  }
}

/** The sample, or the real one that was asked for. */
async function chooseWriter(world: World): Promise<void> {
  const { writer, key, model, address }: RealWriter = world.real ?? {
    writer: 'openai',
    key: 'sample-key',
    model: SAMPLE_MODEL,
    address: sampleAddress(world),
  };
  const { secret, address: usual } = SERVICES[writer];
  const settings = { writer, model, modelAddress: address ?? usual };
  await world.panel({ do: 'saveSettings', settings });
  await world.panel({ do: 'setSecret', name: secret, value: key });
}

export { startHost };
