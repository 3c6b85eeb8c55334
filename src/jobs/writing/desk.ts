import { type Day, dayOf } from '../../core/calendar';
import { clientsById } from '../../core/clients/client';
import { type KnownName, knownNames } from '../../core/letters/checks/others';
import { dueLetters } from '../../core/letters/due';
import { readOccasions } from '../../core/letters/occasion';
import type { Wishes } from '../../core/letters/prompt';
import { learn, type Lessons } from '../../core/letters/recommendation';
import { latest } from '../../core/letters/taste';
import { locate } from '../../core/problem';
import { canBeSeen } from '../../core/referrals/health';
import { type OwnAddresses, readOwnAddresses } from '../../core/referrals/own-address';
import { linkable } from '../../core/referrals/route';
import { unreadIds } from '../../core/schema/table';
import type { Settings } from '../../core/settings';
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
  products,
  rates,
  type RouteRow,
  routes,
} from '../../core/workbook';
import type { Services } from '../../services';
import { rateTable } from '../refresh';
import { VAULT } from '../state';
import { learnTaste } from '../taste';
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
  occasions: Map<string, Occasion>;
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
  const due = dueLetters(people, reasons.occasions, written, today, clock.now());
  return {
    settings,
    today,
    clients: clientsById(people),
    names: knownNames(people.all),
    own,
    occasions: new Map(reasons.occasions.map((occasion) => [occasion.id, occasion])),
    resting: {
      clients: unreadIds(clients, people),
      occasions: new Set(
        known.all.filter((row) => !reasons.occasions.includes(row)).map(({ id }) => id),
      ),
    },
    due,
    lessons: learn({
      products: sellable.products.filter(canBeSeen),
      clients: people.rows,
      letters: written,
      commissions: ledger,
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
