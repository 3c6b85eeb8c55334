/** Everybody who comes to links. */
export const KINDS = [
  'person',
  'quick reader',
  'slow reader',
  'two tabs',
  'forwarded to',
  'meeting',
  'fetching scanner',
  'rendering scanner',
  'pressing scanner',
  'queueing scanner',
  'late scanner',
  'sampling scanner',
  'scanner at the click',
  'prefetcher',
  'link preview',
  'declared robot',
] as const;
export type Kind = (typeof KINDS)[number];

const PEOPLE: readonly Kind[] = KINDS.slice(0, 6);

/** One visit as it truly was. */
export interface Visiting {
  kind: Kind;
  code: string;
  /** When the page was asked for, in milliseconds since 1970. */
  at: number;
  agent: string;
  /** The page's script ran, and the page was on a screen. */
  isSeen: boolean;
  /** Milliseconds from the page to the press on its link; absent where nothing was pressed. */
  pressedAfter?: number;
}

export function isPerson({ kind }: Visiting): boolean {
  return PEOPLE.includes(kind);
}

/** Whether a person went on: what counting should find. */
export function isPersonsTap(visit: Visiting): boolean {
  return isPerson(visit) && visit.pressedAfter !== undefined;
}

/** A letter on its way, as visitors meet it. */
export interface Received {
  /** Milliseconds since 1970. */
  sent: number;
  codes: string[];
}
