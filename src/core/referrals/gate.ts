import type { PageTexts } from '../words/words';

/** The contract between the sheet and a gate: what is posted, and what is answered. */

export interface GateRoute {
  /** The first three letters of its codes. */
  route: string;
  /** The product's name, for the page. */
  product: string;
  /** Why it is recommended, as a sentence of the freelancer's. */
  why?: string;
  /** The destination with `{subid}` where the sub-id goes. */
  to: string;
  state: 'live' | 'paused';
}

export interface GatePage {
  sender: string;
  /** A small image as a data address. */
  picture?: string;
  /** The disclosure in the freelancer's own language. */
  disclosure: string;
  /** Where to write when the page cannot help. */
  contact: string;
  /** The gate's own public address, which it cannot ask for without a permission. */
  address: string;
  /** By language tag, the freelancer's own first; what is missing is said in English. */
  texts: Record<string, Partial<PageTexts>>;
}

/** What the sheet pushes; only what differs by version is pushed again. */
export interface GateTable {
  version: string;
  routes: GateRoute[];
  page: GatePage;
  /** Hex SHA-256 of the keys in the public addresses that partners call. */
  keys: { postback: string[]; line: string[]; hook: string[] };
}

export type GateCall =
  | { op: 'pair'; key: string }
  | ({ op: 'routes'; key: string } & GateTable)
  | { op: 'events'; key: string; limit: number }
  | { op: 'ack'; key: string; ids: string[] }
  | { op: 'health'; key: string };

export const EVENT_KINDS = [
  'opened',
  'seen',
  'tapped',
  'unsubscribe',
  'postback',
  'line',
  'hook',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What the world did at the gate. Everything in it but `id`, `at` and `kind` may be a lie. */
export interface GateEvent {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  kind: EventKind;
  code?: string;
  visit?: string;
  agent?: string;
  data?: Record<string, unknown>;
}

export interface EventsAnswer {
  events: GateEvent[];
  more: boolean;
  dropped: number;
}
