import type { Instant } from '../calendar';
import { derivedId } from '../identity';
import type {
  ActivityRow,
  Click,
  Client,
  Commission,
  Letter,
  Occasion,
  Product,
  StageRow,
  Unsubscribed,
} from '../workbook';

/** Every event that an endpoint may be told of; each is one file in events. */
export const EVENT_TYPES = [
  'letter.sent',
  'link.tapped',
  'client.replied',
  'commission.new',
  'commission.changed',
  'client.stage_changed',
  'client.unsubscribed',
  'problem',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Raised when a field goes or means something else; a field more is no other version. */
const PAYLOAD_VERSION = 1;

/** Flat on purpose: Make, Zapier and n8n map fields one by one. */
export type EventData = Record<string, string | number | null>;

/** Something that happened, as the tabs tell it. */
export interface OutEvent {
  /** The same whenever it is found; receivers know an event by it. */
  id: string;
  type: EventType;
  at: Instant;
  /** Whom it is about; blank where nobody. */
  clientId: string;
  data: EventData;
}

/** The letters' columns that events need. */
export const LETTER_COLUMNS = [
  'id',
  'clientId',
  'occasionId',
  'channel',
  'subject',
  'products',
  'sent',
  'answered',
] as const;

/** The clicks' columns that events need. */
export const CLICK_COLUMNS = [
  'id',
  'clientId',
  'productId',
  'letterId',
  'counted',
  'wentOn',
  'at',
] as const;

/** The commissions' columns that events need. */
export const COMMISSION_COLUMNS = [
  'id',
  'network',
  'externalId',
  'status',
  'commission',
  'sale',
  'currency',
  'at',
  'source',
  'letterId',
  'productId',
  'clientId',
  'firstSeen',
  'changed',
] as const;

/** The rows that events are found in. A tab that no wanted event needs is empty. */
export interface Records {
  clients: Client[];
  products: Pick<Product, 'id' | 'name'>[];
  occasions: Pick<Occasion, 'id' | 'title'>[];
  letters: Pick<Letter, (typeof LETTER_COLUMNS)[number]>[];
  clicks: Pick<Click, (typeof CLICK_COLUMNS)[number]>[];
  commissions: Pick<Commission, (typeof COMMISSION_COLUMNS)[number]>[];
  stages: StageRow[];
  unsubscribed: Unsubscribed[];
  activity: Pick<ActivityRow, 'at' | 'job' | 'outcome' | 'problem'>[];
}

/** The records, and their rows by id. */
export interface Scene {
  records: Records;
  client: (id: string) => Client | undefined;
  product: (id: string) => Records['products'][number] | undefined;
  occasion: (id: string) => Records['occasions'][number] | undefined;
  letter: (id: string) => Records['letters'][number] | undefined;
  zone: string;
  /** Whether something happened, and not too long ago to be told; asked before anything is made of it. */
  isNews: (at: Instant | null) => at is Instant;
}

/** What a kind of event finds in one place; the rest is made of that. */
export interface Found {
  /** What tells it from the others of its kind. */
  parts: string[];
  at: Instant;
  clientId?: string;
  data: EventData;
}

/** A kind of event. One file each. */
export interface EventKind {
  type: EventType;
  /** When it is told, in a sentence. */
  about: string;
  needs: readonly (keyof Records)[];
  find: (scene: Scene) => Found[];
}

/** Characters of a text in a payload, and of all its texts: below 20 kB at four bytes each. */
const LONGEST = 1000;
const ALL_TEXTS = 4500;

/** The event of a kind that was found. */
export function eventOf(type: EventType, { parts, at, clientId = '', data }: Found): OutEvent {
  const texts = Object.values(data).filter((value) => typeof value === 'string').length;
  const longest = Math.min(LONGEST, Math.floor(ALL_TEXTS / texts));
  const cut = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'string' ? Array.from(value).slice(0, longest).join('') : value,
  ]);
  const id = derivedId('E', type, ...parts);
  return { id, type, at, clientId, data: Object.fromEntries(cut) as EventData };
}

/** What is posted, in the form of Standard Webhooks: type, timestamp and data, and our version. */
export function payloadOf({
  type,
  at,
  data,
}: Pick<OutEvent, 'at' | 'data'> & { type: string }): string {
  const timestamp = new Date(at).toISOString();
  return JSON.stringify({ type, version: PAYLOAD_VERSION, timestamp, data });
}

/** The rows by their ids; what happened before `from` is no news. */
export function sceneOf(records: Records, zone: string, from: Instant): Scene {
  const { clients, products, occasions, letters } = records;
  return {
    records,
    client: finder(clients),
    product: finder(products),
    occasion: finder(occasions),
    letter: finder(letters),
    zone,
    isNews: (at): at is Instant => at !== null && at >= from,
  };
}

function finder<R extends { id: string }>(rows: R[]): (id: string) => R | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => byId.get(id);
}

/** How every payload names a client. */
export function aboutClient(scene: Scene, clientId: string): EventData {
  const client = scene.client(clientId);
  return {
    client_id: clientId,
    client_name: client?.name ?? '',
    client_email: client?.email ?? '',
  };
}

/** How every payload names a letter. */
export function aboutLetter(scene: Scene, letterId: string): EventData {
  const letter = scene.letter(letterId);
  const occasion = letter?.occasionId ?? '';
  return {
    letter_id: letterId,
    subject: letter?.subject ?? '',
    occasion: scene.occasion(occasion)?.title ?? occasion,
  };
}

/** How every payload names a product. */
export function aboutProduct(scene: Scene, productId: string): EventData {
  return { product_id: productId, product: scene.product(productId)?.name ?? '' };
}
