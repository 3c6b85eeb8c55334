import { type Day, dayOf, type Instant } from '../core/calendar';
import { clientProblems } from '../core/clients/client';
import { endedAddresses, newlyEnded } from '../core/clients/unsubscribed';
import { nextLetterDay } from '../core/letters/due';
import { livesFrom, PAST_COLUMNS } from '../core/letters/life';
import { type Followed, readOccasions } from '../core/letters/occasion';
import { plannedRecommendations } from '../core/letters/planned';
import { locate, Problem } from '../core/problem';
import { checkProduct } from '../core/referrals/check';
import { readOwnAddresses } from '../core/referrals/own-address';
import { planIn } from '../core/revenue/forecast/plan';
import { claimChanges, openClaims } from '../core/revenue/open-claims';
import { rateTable } from '../core/revenue/rates';
import { type Rollup, rollUp } from '../core/revenue/rollup';
import { type Columns, type Reading, type RowOf, type Table } from '../core/schema/table';
import {
  addresses,
  claims,
  clicks,
  clients,
  commissions,
  letters,
  links,
  occasions,
  type Product,
  pastRates,
  products,
  rates,
  stages,
  unsubscribed,
} from '../core/workbook';
import type { Services, Sheets } from '../services';
import type { JobResult } from './job';
import { isSame } from './keep-rows';
import { finishLedger } from './ledger';
import { saveOutcomes } from './outcomes';
import { settleLedger } from './settle';
import { showBoard } from './show-board';
import { saveSteps } from './steps';
import { saveWorth } from './worth';

type RefreshServices = Pick<Services, 'sheets' | 'state' | 'clock'>;

/**
 * Brings everything that follows from other cells up to date: ids of new rows, whom a commission
 * came from and what it is worth at home, sums, outcomes, the dashboard. Again, it changes nothing.
 */
export function refresh(services: RefreshServices): JobResult {
  const { sheets, clock } = services;
  finishLedger(services);
  const { settings, problems: unset } = sheets.settings();
  const home = settings.homeCurrency;
  const today = dayOf(clock.now(), sheets.zone());
  const tables = readAll(sheets);
  const { followed, problems: wrong } = readOccasions(
    tables.occasions.rows,
    tables.products.rows,
    today,
  );

  rememberUnsubscribed(sheets, tables, clock.now());
  checkProducts(sheets, tables.products.rows);
  const { own, problems: astray } = readOwnAddresses(tables.addresses.rows, tables.products.rows);
  const missing = settleLedger(sheets, tables, { own, settings, now: clock.now() });
  const input = {
    clients: tables.clients.rows,
    letters: tables.letters.rows,
    links: tables.links.rows,
    clicks: tables.clicks.rows,
    commissions: tables.commissions.rows,
  };
  listClaims(sheets, tables, clock.now());
  const rollup = rollUp(input, today, sheets.zone(), home);
  saveShares(sheets, tables, rollup, followed, today);
  saveOutcomes(sheets, input, today);
  const { clients: people, letters: past } = input;
  const when = { now: clock.now(), zone: sheets.zone() };
  const plan = planIn(settings);
  const worth = saveWorth(
    sheets,
    {
      ...input,
      products: tables.products.rows,
      rates: rateTable(tables.rates.rows, home),
      planned: plannedRecommendations(people, followed, past, when),
    },
    { plan, today, now: when.now },
  );
  const steps = saveSteps(sheets, { ...input, ...when, worth, plan, sender: settings.senderName });
  const misread = showBoard(sheets, {
    ...input,
    ...when,
    rollup,
    worth,
    products: tables.products.rows,
    settings,
    steps,
  });

  const unread = Object.values(tables).flatMap(({ problems }) => problems);
  const problems = [
    ...unset,
    ...misread,
    ...unread,
    ...wrong,
    ...clientProblems(tables.clients),
    ...astray,
    ...missing,
  ];
  return {
    done: '',
    ...(problems.length === 0 ? {} : { problem: problems.map(locate).join('\n') }),
  };
}

function readAll(sheets: Sheets) {
  return {
    clients: readAndName(sheets, clients),
    products: readAndName(sheets, products),
    occasions: readAndName(sheets, occasions),
    addresses: readAndName(sheets, addresses),
    letters: sheets.readColumns(letters, [...PAST_COLUMNS, 'products', 'channel']),
    links: sheets.read(links),
    clicks: sheets.read(clicks),
    commissions: readAndName(sheets, commissions),
    rates: sheets.read(rates),
    pastRates: sheets.read(pastRates),
    claims: sheets.read(claims),
    unsubscribed: sheets.read(unsubscribed),
    stages: sheets.read(stages),
  };
}

type Tables = ReturnType<typeof readAll>;

/** Reads a tab and writes the ids of rows that a person added without one. */
function readAndName<C extends Columns>(sheets: Sheets, table: Table<C>): Reading<RowOf<C>> {
  const reading = sheets.read(table);
  const named = reading.unwritten.map((id) => ({
    id,
    set: { [table.key]: id } as Partial<RowOf<C>>,
  }));
  sheets.patch(table, named);
  return reading;
}

/** Whoever is marked as unsubscribed stays so, should their row be deleted and imported again. */
function rememberUnsubscribed(sheets: Sheets, tables: Tables, now: Instant): void {
  const known = endedAddresses(tables.unsubscribed.all);
  sheets.append(unsubscribed, newlyEnded(tables.clients, known, now));
}

/** Says in the Check column what each product's address can do. */
function checkProducts(sheets: Sheets, rows: Product[]): void {
  const patches = rows.flatMap((product) => {
    const check = checkOf(product);
    return check === product.check ? [] : [{ id: product.id, set: { check } }];
  });
  sheets.patch(products, patches);
}

function checkOf(product: Product): string {
  try {
    return checkProduct(product);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

/** Keeps the list of what is worth asking a network about. */
function listClaims(sheets: Sheets, tables: Tables, now: Instant): void {
  const found = openClaims(
    {
      commissions: tables.commissions.rows,
      clicks: tables.clicks.rows,
      products: tables.products.rows,
      zone: sheets.zone(),
    },
    now,
  );
  const { added, settled } = claimChanges(found, tables.claims.rows);
  sheets.append(claims, added);
  sheets.patch(claims, settled);
}

function saveShares(
  sheets: Sheets,
  tables: Tables,
  rollup: Rollup,
  followed: Followed[],
  today: Day,
): void {
  const lifeOf = livesFrom(
    {
      letters: tables.letters.all,
      clicks: tables.clicks.all,
      commissions: tables.commissions.rows,
      stages: tables.stages.rows,
    },
    sheets.zone(),
  );
  const changedClients = tables.clients.rows.flatMap((client) => {
    const share = rollup.byClient.get(client.id);
    if (share === undefined) return [];
    const nextLetter = nextLetterDay(lifeOf(client), followed, today);
    const set = { nextLetter, ...share };
    return isSame(client, set) ? [] : [{ id: client.id, set }];
  });
  sheets.patch(clients, changedClients);
  const changedLinks = tables.links.rows.flatMap((link) => {
    const share = rollup.byLink.get(link.code);
    if (share === undefined) return [];
    const set = { taps: share.taps, earned: share.earned };
    return isSame(link, set) ? [] : [{ id: link.code, set }];
  });
  sheets.patch(links, changedLinks);
}
