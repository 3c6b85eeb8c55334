import { type Day, dayOf, type Instant } from '../../core/calendar';
import { clientsById } from '../../core/clients/client';
import { type KnownName, knownNames } from '../../core/letters/checks/others';
import { dueLetters } from '../../core/letters/due';
import { type Life, livesFrom } from '../../core/letters/life';
import { type Followed, readOccasions } from '../../core/letters/occasion';
import type { Wishes } from '../../core/letters/prompt';
import { learn, type Lessons } from '../../core/letters/recommendation';
import { latest } from '../../core/letters/taste';
import { locate } from '../../core/problem';
import { canBeSeen } from '../../core/referrals/health';
import { type OwnAddresses, readOwnAddresses } from '../../core/referrals/own-address';
import { linkable } from '../../core/referrals/route';
import { rateTable } from '../../core/revenue/rates';
import { unreadIds } from '../../core/schema/table';
import type { Settings } from '../../core/settings';
import {
  addresses,
  type Client,
  clicks,
  clients,
  commissions,
  type Letter,
  letters,
  lineLinks,
  type Link,
  links,
  occasions,
  products,
  rates,
  type RouteRow,
  routes,
} from '../../core/workbook';
import type { Services } from '../../services';
import { lineAccount } from '../line/kept';
import { noteStages } from '../stages';
import { VAULT } from '../state';
import { learnTaste } from '../taste';
import { TAP_COLUMNS } from '../turns';
import { type Budget, openBudget } from './budget';

export type WriteServices = Pick<
  Services,
  'sheets' | 'http' | 'state' | 'vault' | 'clock' | 'chance' | 'progress'
>;

/** What writing needs to know of the letters there are; their texts are not among it. */
export const WANTED = [
  'id',
  'clientId',
  'occasionId',
  'period',
  'channel',
  'status',
  'products',
  'created',
  'sent',
  'outcome',
  'answered',
  'problem',
  'tokensIn',
  'tokensOut',
  'cost',
] as const;
export type Waiting = Pick<Letter, (typeof WANTED)[number]>;

/** All that writing reads, once. */
export interface Desk {
  settings: Settings;
  today: Day;
  clients: Map<string, Client>;
  /** Of every client that there is, readable or not: no letter names another. */
  names: KnownName[];
  own: OwnAddresses;
  /** When clients on LINE last wrote there; undefined while it is not connected. */
  heard: ReadonlyMap<string, Instant> | undefined;
  /** What happened with a client so far. */
  lifeOf: (client: Client) => Life;
  followed: Followed[];
  occasions: Map<string, Followed>;
  /** Ids of clients that cannot be read whole, and of occasions that are there and not followed. */
  resting: { clients: ReadonlySet<string>; occasions: ReadonlySet<string> };
  due: Letter[];
  lessons: Lessons;
  routes: RouteRow[];
  links: Map<string, Link>;
  linkKey: string;
  wishes: Wishes;
  budget: Budget;
  problem: string | undefined;
}

/** Reads it all. */
export function openDesk(services: WriteServices): Desk {
  const { sheets, vault, clock } = services;
  const { settings } = sheets.settings();
  const today = dayOf(clock.now(), sheets.zone());
  const people = sheets.read(clients);
  const offers = sheets.read(products);
  const sellable = linkable(offers.rows);
  const { own, problems } = readOwnAddresses(sheets.read(addresses).rows, offers.rows);
  const known = sheets.read(occasions);
  const reasons = readOccasions(known.rows, offers.rows, today);
  const past = sheets.readColumns(letters, WANTED);
  const ledger = sheets.read(commissions);
  const byId = clientsById(people);
  const lifeOf = livesFrom(
    {
      letters: past.all,
      clicks: sheets.readColumns(clicks, TAP_COLUMNS).all,
      commissions: ledger.all,
      stages: noteStages(sheets, byId.values(), clock.now()),
    },
    sheets.zone(),
  );
  const [first] = [
    ...reasons.problems,
    ...known.problems,
    ...people.problems,
    ...offers.problems,
    ...sellable.problems,
    ...problems,
  ];
  const lives = [...byId.values()].map(lifeOf);
  const due = dueLetters(lives, reasons.followed, past.all, today, clock.now());
  return {
    settings,
    today,
    clients: byId,
    names: knownNames(people.all),
    own,
    heard: heardOnLine(services),
    lifeOf,
    followed: reasons.followed,
    occasions: new Map(reasons.followed.map((one) => [one.occasion.id, one])),
    resting: {
      clients: unreadIds(clients, people),
      occasions: new Set(
        known.all
          .filter((row) => !reasons.followed.some(({ occasion }) => occasion === row))
          .map(({ id }) => id),
      ),
    },
    due,
    lessons: learn({
      products: sellable.products.filter(canBeSeen),
      clients: people.rows,
      letters: past.rows,
      commissions: ledger.rows,
      rates: rateTable(sheets.read(rates).rows, settings.homeCurrency),
      home: settings.homeCurrency,
      zone: sheets.zone(),
      now: clock.now(),
    }),
    routes: sheets.read(routes).rows,
    links: new Map(sheets.read(links).rows.map((link) => [link.code, link])),
    linkKey: vault.get(VAULT.linkKey) ?? '',
    wishes: { ...settings, examples: latest(learnTaste(services)) },
    budget: openBudget(services, settings),
    problem: first === undefined ? undefined : locate(first),
  };
}

/** By client, the latest of what each of their codes has heard. */
function heardOnLine(services: WriteServices): Desk['heard'] {
  if (lineAccount(services) === undefined) return undefined;
  const heard = new Map<string, Instant>();
  for (const link of services.sheets.read(lineLinks).rows) {
    heard.set(link.clientId, Math.max(link.heard ?? 0, heard.get(link.clientId) ?? 0));
  }
  return heard;
}
