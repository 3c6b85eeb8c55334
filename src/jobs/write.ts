import { type Day, dayOf, type Instant, quarterOf } from '../core/calendar';
import { clientsById, reach } from '../core/clients/client';
import type { Writer } from '../core/connectors/connector';
import { openai } from '../core/connectors/openai';
import { dueLetters } from '../core/letters/due';
import { evidenceOf, gatherFacts, type LetterFacts } from '../core/letters/facts';
import { readOccasions } from '../core/letters/occasion';
import { type Choice, type History, readHistory, recommend } from '../core/letters/recommendation';
import { withReport } from '../core/letters/report';
import type { RateTable } from '../core/money';
import { locate } from '../core/problem';
import { linkFor } from '../core/referrals/link';
import { canBeSeen } from '../core/referrals/health';
import { type OwnAddresses, ownAddress, readOwnAddresses } from '../core/referrals/own-address';
import { ruleAgainst } from '../core/referrals/policy';
import { linkable, routeFor, withRoutes } from '../core/referrals/route';
import { unreadIds } from '../core/schema/table';
import type { Patch } from '../core/schema/writing';
import type { Settings } from '../core/settings';
import type { Look } from '../core/site/look';
import {
  addresses,
  type Client,
  clients,
  commissions,
  type Letter,
  letters,
  type Link,
  links,
  type Occasion,
  occasions,
  type Product,
  products,
  rates,
  type RouteRow,
  routes,
} from '../core/workbook';
import { many } from '../core/words/count';
import type { Services } from '../services';
import { draftAll, type Drafted, LEAST_TURN_MS } from './draft';
import type { JobResult } from './job';
import { lookAt } from './look';
import { rateTable } from './refresh';
import { VAULT } from './state';

type WriteServices = Pick<
  Services,
  'sheets' | 'http' | 'state' | 'vault' | 'clock' | 'chance' | 'progress'
>;

const WAVE = 8;
/** What writing needs to know of the letters there are; their texts are not among it. */
const WANTED = [
  'id',
  'clientId',
  'occasionId',
  'period',
  'channel',
  'status',
  'products',
  'problem',
] as const;
type Waiting = Pick<Letter, (typeof WANTED)[number]>;

/**
 * Writes the letters that are due: rows first, then in waves the facts, the recommendation, the
 * links and the draft. Each wave is saved, so a run that dies is taken up where it stopped.
 */
export function writeLetters(services: WriteServices, deadline: Instant): JobResult {
  const desk = openDesk(services);
  const due = services.sheets.append(letters, desk.due);
  const waiting = services.sheets
    .readColumns(letters, WANTED)
    .rows.filter(({ status }) => status === 'drafting');
  let writer = writerFor(services, desk.settings);
  const tally = { written: 0, plain: 0 };
  let problem = desk.problem;
  let unfinished = false;
  for (let at = 0; at < waiting.length; at += WAVE) {
    const needs = writer === undefined ? 0 : LEAST_TURN_MS;
    if (services.clock.now() + needs > deadline) {
      unfinished = true;
      break;
    }
    if (services.sheets.settingsNow().paused) break;
    services.progress.show({ job: 'Writing letters', done: at, of: waiting.length });
    const wave = writeWave(services, desk, waiting.slice(at, at + WAVE), writer, deadline);
    tally.written += wave.written;
    tally.plain += wave.plain;
    problem = wave.problem ?? problem;
    if (wave.closed) writer = undefined;
    if (wave.stops) {
      unfinished = true;
      break;
    }
  }
  return {
    done: describe(due.length, tally),
    ...(problem === undefined ? {} : { problem }),
    unfinished,
  };
}

/** All that writing reads, once. */
interface Desk {
  settings: Settings;
  today: Day;
  clients: Map<string, Client>;
  products: Product[];
  own: OwnAddresses;
  occasions: Map<string, Occasion>;
  /** Ids of clients that cannot be read whole, and of occasions that are there and not followed. */
  resting: { clients: ReadonlySet<string>; occasions: ReadonlySet<string> };
  due: Letter[];
  history: History;
  rates: RateTable;
  routes: RouteRow[];
  links: Map<string, Link>;
  linkKey: string;
  problem: string | undefined;
}

function openDesk({ sheets, vault, clock }: WriteServices): Desk {
  const { settings } = sheets.settings();
  const today = dayOf(clock.now(), sheets.zone());
  const people = sheets.read(clients);
  const offers = sheets.read(products);
  const sellable = linkable(offers.rows);
  const { own, problems } = readOwnAddresses(sheets.read(addresses).rows, offers.rows);
  const known = sheets.read(occasions);
  const reasons = readOccasions(known.rows);
  const written = sheets.readColumns(letters, WANTED).rows;
  const ledger = sheets.read(commissions).rows;
  const [first] = [
    ...reasons.problems,
    ...known.problems,
    ...people.problems,
    ...offers.problems,
    ...sellable.problems,
    ...problems,
  ];
  const due = dueLetters(people.rows, reasons.occasions, written, today, clock.now());
  return {
    settings,
    today,
    clients: clientsById(people.rows),
    products: sellable.products.filter(canBeSeen),
    own,
    occasions: new Map(reasons.occasions.map((occasion) => [occasion.id, occasion])),
    resting: {
      clients: unreadIds(clients, people),
      occasions: new Set(
        known.all.filter((row) => !reasons.occasions.includes(row)).map(({ id }) => id),
      ),
    },
    due,
    history: readHistory(written, ledger, quarterOf(today)),
    rates: rateTable(sheets.read(rates).rows),
    routes: sheets.read(routes).rows,
    links: new Map(sheets.read(links).rows.map((link) => [link.code, link])),
    linkKey: vault.get(VAULT.linkKey) ?? '',
    problem: first === undefined ? undefined : locate(first),
  };
}

interface Wave {
  written: number;
  plain: number;
  problem?: string;
  /** The writer's service refuses; the rest is written without it. */
  closed: boolean;
  /** The writer's service is busy, or the time is used; the rest waits for the next run. */
  stops: boolean;
}

function writeWave(
  services: WriteServices,
  desk: Desk,
  wave: Waiting[],
  writer: Writer | undefined,
  deadline: Instant,
): Wave {
  const { sheets, clock } = services;
  const prepared = prepare(services, desk, wave, deadline);
  if (prepared === undefined) return { written: 0, plain: 0, closed: false, stops: true };
  const { ready, asides } = prepared;
  makeLinks(services, desk, ready);
  const { drafted, closed, busy, isLate } = draftAll(services, writer, ready, deadline);
  const patches = ready.flatMap((task, i) => {
    const draft = drafted[i];
    return draft === undefined ? [] : [written(task, draft, clock.now())];
  });
  const done = new Set(sheets.patch(letters, [...asides, ...patches]));
  const saved = ready.filter(({ letter }, i) => drafted[i] !== undefined && done.has(letter.id));
  const problem = closed ?? busy;
  return {
    written: saved.length,
    plain: drafted.filter((draft) => draft?.writer === 'plain').length,
    ...(problem === undefined ? {} : { problem }),
    closed: closed !== undefined,
    stops: busy !== undefined || isLate,
  };
}

/** A letter with all that its draft needs. */
interface Prepared {
  letter: Waiting;
  occasion: Occasion;
  look: Look;
  choices: Choice[];
  facts: LetterFacts;
  brief: string;
  notes: string;
  today: Day;
}

type LetterPatch = Patch<typeof letters.columns>;

/**
 * The letters of a wave that can be written, and what becomes of those that cannot; undefined where
 * the time was used before their sites were looked at.
 */
function prepare(
  services: WriteServices,
  desk: Desk,
  wave: Waiting[],
  deadline: Instant,
): { ready: Prepared[]; asides: LetterPatch[] } | undefined {
  const asides: LetterPatch[] = [];
  const going = wave.flatMap((letter) => {
    const client = desk.clients.get(letter.clientId);
    const occasion = desk.occasions.get(letter.occasionId);
    const waits = whyWait(letter, desk.resting);
    const why = waits ?? whyNotWrite(client, occasion);
    if (client !== undefined && occasion !== undefined && why === undefined) {
      return [{ letter, client, occasion }];
    }
    const status = waits === undefined ? 'skipped' : 'drafting';
    if (status === 'skipped' || letter.problem !== why) {
      const set = { status, problem: why ?? '' } as const;
      asides.push({ id: letter.id, expect: { status: 'drafting' }, set });
    }
    return [];
  });
  const looks = lookAt(
    services,
    going.map(({ client, occasion }) => (occasion.siteReport ? client.website : '')),
    deadline,
  );
  if (looks === undefined) return undefined;
  const ready = going.map(({ letter, client, occasion }, i) => {
    const look = looks[i] ?? { seen: false, why: 'no site' };
    const mayRecommend = reach(client).letters === 'with recommendations';
    const choices = recommend(
      client,
      desk.products.filter((product) => ruleAgainst(product, letter.channel) === undefined),
      desk.history,
      desk.rates,
      desk.settings.homeCurrency,
      mayRecommend ? occasion.products : 0,
    );
    const { senderName: sender, language } = desk.settings;
    const facts = gatherFacts(client, look, choices, { sender, today: desk.today, language });
    const { brief } = occasion;
    return {
      letter,
      occasion,
      look,
      choices,
      facts,
      brief,
      notes: client.notes,
      today: desk.today,
    };
  });
  return { ready, asides };
}

/** Why a letter cannot be written for now: a person may only have mistyped a cell, or rests the occasion. */
function whyWait(letter: Waiting, resting: Desk['resting']): string | undefined {
  if (resting.clients.has(letter.clientId)) {
    return 'Waits, for the client’s row in the Clients tab holds something that cannot be read.';
  }
  if (resting.occasions.has(letter.occasionId)) {
    return 'Waits, for its occasion in the Occasions tab is not active, or cannot be read.';
  }
  return undefined;
}

function whyNotWrite(
  client: Client | undefined,
  occasion: Occasion | undefined,
): string | undefined {
  if (client === undefined) {
    return 'The client is no longer in the Clients tab, or shares another row’s mail address.';
  }
  if (occasion === undefined) return 'The occasion is no longer in the Occasions tab.';
  const may = reach(client);
  return may.letters === 'none' ? `The client ${may.why}.` : undefined;
}

/** Gives every recommendation of a wave its route and link, before any text speaks of it. */
function makeLinks({ sheets, clock }: WriteServices, desk: Desk, ready: Prepared[]): void {
  const wanted = ready.flatMap(({ letter, occasion, choices }) =>
    choices.map(({ product }) => ({
      letter,
      productId: product.id,
      way: {
        productId: product.id,
        occasionId: occasion.id,
        channel: letter.channel,
        clientId: ownAddress(desk.own, letter.clientId, product.id)?.clientId ?? '',
      },
    })),
  );
  const known = desk.routes.length;
  desk.routes = withRoutes(
    desk.routes,
    wanted.map(({ way }) => way),
  );
  sheets.append(routes, desk.routes.slice(known));
  const made: Link[] = [];
  for (const { letter, productId, way } of wanted) {
    const route = routeFor(desk.routes, way);
    if (route === undefined) continue;
    const link = linkFor(letter, productId, route, desk.links, desk.linkKey, clock.now());
    if (desk.links.has(link.code)) continue;
    desk.links.set(link.code, link);
    made.push(link);
  }
  sheets.append(links, made);
}

/** The row of a letter that has its draft; one that may go by itself is approved at once. */
function written(task: Prepared, { draft, writer, notes }: Drafted, now: Instant): LetterPatch {
  const { letter, occasion, look, choices, facts, today } = task;
  const mayGo = occasion.approval === 'auto' && notes.length === 0;
  return {
    id: letter.id,
    expect: { status: 'drafting' },
    set: {
      status: mayGo ? 'approved' : 'drafted',
      subject: draft.subject,
      body: withReport(draft.body, facts),
      products: choices.map(({ product }) => product.id),
      writer,
      checks: evidenceOf(look, choices, today),
      approved: mayGo ? now : null,
      problem: notes.join(' '),
    },
  };
}

function writerFor({ vault }: WriteServices, settings: Settings): Writer | undefined {
  const key = vault.get(VAULT.openAiKey);
  if (key === undefined) return undefined;
  return openai({ key, address: settings.modelAddress, model: settings.model });
}

function describe(due: number, { written, plain }: { written: number; plain: number }): string {
  const parts = [
    due > 0 ? `${many(due, 'letter')} became due` : '',
    written > 0 ? `${many(written, 'draft')} written` : '',
    plain > 0 ? `${plain} of them without AI` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
