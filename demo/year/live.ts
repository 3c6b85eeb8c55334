import type { HostClient } from '../../host/client';
import {
  commissions,
  letters as lettersTable,
  type Link,
  links as linksTable,
  products as productsTable,
} from '../../src/core/workbook';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';
import { type Chance, chance } from '../random';
import { recordsOf } from '../tabs';
import { visit } from '../visitors';
import { audit, type Audit } from './audit';
import { type Good, GOODS, goodForms } from './goods';
import { type Market, openMarket } from './market';
import { NETWORKS, reportOn, trueRows } from './reports';

/** A year, or some months of it, on the built projects: as a freelancer, their clients and four networks live it. */
export interface YearOptions {
  host: HostClient;
  seed: string;
  /** So many days of letters and taps; some months follow until everything is settled. */
  days: number;
}

export interface Lived {
  audit: Audit;
  letters: number;
  taps: number;
  sales: number;
}

const DAY = 86_400_000;
const CLIENTS = 50;
/** The freelancer looks once a week, and drops the networks' reports every fortnight. */
const WEEK_DAYS = 7;
const REPORT_WEEKS = 2;
/** After the last tap until everything is settled. */
const AFTERMATH_DAYS = 60;
/** The share of links that are followed at all, and once more. */
const FOLLOWED = 0.5;
const AGAIN = 0.3;
const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

interface World extends YearOptions {
  panel: <R extends PanelCall>(request: R) => Promise<PanelAnswers[R['do']]>;
  market: Market;
  draw: Chance;
  /** The goods by the workbook's ids of their products. */
  goods: Map<string, Good>;
  /** Links whose readers have made up their minds. */
  met: Set<string>;
  taps: number;
}

/** Lives the time out and lays the ledger beside the truth. */
export async function liveYear(options: YearOptions): Promise<Lived> {
  const world = await begin(options);
  const { host, market, days } = world;
  const start = Date.parse(await host.clock());
  for (let week = 1; Date.parse(await host.clock()) < start + days * DAY; week++) {
    await liveWeek(world);
    if (week % REPORT_WEEKS === 0) await dropReports(world, week);
  }
  await rest(world);
  await dropReports(world, 0);
  const day = Date.parse(await host.clock());
  const ledger = recordsOf(commissions, await host.records('Commissions'));
  const letters = await host.records('Letters');
  return {
    audit: audit(trueRows(market.sales, day), ledger),
    letters: letters.filter(({ Status }) => Status === 'sent').length,
    taps: world.taps,
    sales: market.sales.length,
  };
}

async function begin(options: YearOptions): Promise<World> {
  const { host, seed, days } = options;
  const panel: World['panel'] = (request) => host.result('sheet', 'panel', request);
  await host.putProperties('sheet', { user: { LINK_KEY: seed.repeat(8) } });
  await host.result('sheet', 'setUp');
  await panel({
    do: 'saveSettings',
    settings: {
      senderName: 'Mira Chen',
      replyTo: 'mira@studio-chen.example',
      postalAddress: 'Studio Chen, 12 Example Lane, Taipei 100',
      homeCurrency: 'TWD',
    },
  });
  await panel({ do: 'pair', address: host.webApp('gate') });
  for (const product of goodForms()) await panel({ do: 'saveProduct', product });
  await host.putCsv('Rates', 'Currency,Rate,As of\nUSD,31.5,2026-01-01\nEUR,36.4,2026-01-01');
  await panel({ do: 'importClients', csv: clientsCsv(), commit: true });
  const names = new Map(GOODS.map((good) => [good.name, good]));
  const goods = new Map<string, Good>();
  for (const { name, id } of recordsOf(productsTable, await host.records('Products'))) {
    const good = names.get(name);
    if (good !== undefined) goods.set(id, good);
  }
  const now = Date.parse(await host.clock());
  const market = openMarket(seed, now, now + days * DAY);
  return { ...options, panel, market, draw: chance(seed, 'live'), goods, met: new Set(), taps: 0 };
}

/** Clients without a site: their letters say hello, and nothing need be measured. */
function clientsCsv(): string {
  const header = 'Name,Email,Industry,Past work,Consent,Consent basis,Consent date';
  const rows = Array.from(
    { length: CLIENTS },
    (_, n) => `Client ${n},owner@post${n}.example,bakery,SEO,yes,contract,2025-01-02`,
  );
  return [header, ...rows].join('\n');
}

/** Letters are written by the triggers, approved, sent by the triggers, and some links followed. */
async function liveWeek(world: World): Promise<void> {
  const { host, panel } = world;
  await host.moveClock({ advance: 'P1D', every: 'P1D' });
  const { letters } = await panel({ do: 'queue' });
  if (letters.length > 0) await panel({ do: 'approve', letters: letters.map(({ id }) => id) });
  await host.moveClock({ advance: 'P1D', every: 'P1D' });
  const written = recordsOf(lettersTable, await host.records('Letters'));
  const sent = new Set(written.filter(({ status }) => status === 'sent').map(({ id }) => id));
  const links = recordsOf(linksTable, await host.records('Links'));
  const followed = links.filter(({ code, letterId }) => {
    if (!sent.has(letterId) || world.met.has(code)) return false;
    world.met.add(code);
    return world.draw.happens(FOLLOWED);
  });
  const shuffled = world.draw.shuffled(followed);
  for (let day = 0; day < WEEK_DAYS - 2; day++) {
    await host.moveClock({ advance: 'P1D', every: 'P1D' });
    for (const [nth, link] of shuffled.entries()) {
      if (nth % (WEEK_DAYS - 2) !== day) continue;
      await follow(world, link);
      if (world.draw.happens(AGAIN)) await follow(world, link);
    }
  }
}

async function follow(world: World, link: Link): Promise<void> {
  const { host, market, goods } = world;
  const { code, clientId, productId, letterId } = link;
  const good = goods.get(productId);
  if (good === undefined) throw new Error(`${code} leads to no product of the year`);
  const met = await visit(host.webApp('gate'), code, { agent: BROWSER, reads: true, taps: true });
  const at = Date.parse(await host.clock());
  market.tap({ good, at, code, visit: met.visit, clientId, productId, letterId });
  world.taps++;
}

/** Drops every network's report of the day into the sidebar; one of them is forgotten each time. */
async function dropReports({ host, panel, market }: World, nth: number): Promise<void> {
  const day = Date.parse(await host.clock());
  for (const [place, network] of NETWORKS.entries()) {
    const csv = reportOn(network, market.sales, day);
    if (csv === '' || (nth > 0 && place === nth % NETWORKS.length)) continue;
    const name = `${network.title}-${new Date(day).toISOString().slice(0, 10)}.csv`;
    const request = { do: 'importReport' as const, name, csv, currency: network.currency };
    const { refused, open } = await panel({ ...request, commit: true });
    if (refused.length + open.length > 0) throw new Error(`${name}: ${JSON.stringify(refused)}`);
  }
}

/** Nobody writes any more; the networks settle what is open, and their reports come in. */
async function rest(world: World): Promise<void> {
  const { host, panel } = world;
  await panel({ do: 'saveSettings', settings: { paused: 'yes' } });
  await host.moveClock({ advance: `P${AFTERMATH_DAYS}D`, every: `P${AFTERMATH_DAYS}D` });
}
