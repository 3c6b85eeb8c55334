import type { Address } from '../address';
import type { Day } from '../calendar';
import type { Place } from './place';

/** What a partner platform lets an affiliate's address carry, where, and what it forbids. */
export interface Network {
  /** As the Products tab names it. */
  title: string;
  /** Whose addresses they are: the network's own, or the merchant's, where UTM can be read. */
  kind: 'network' | 'merchant';
  /** Whether an affiliate address is this network's. */
  recognises: (address: Address) => boolean;
  /** Where our sub-id goes; undefined where an affiliate has no place for one. */
  slot?: Slot;
  /** Set instead of `slot` where only the affiliate's own token tells sales apart. */
  token?: Token;
  /** Query parameters that a visitor lands with: an address that has one is of somebody's visit. */
  landing: readonly string[];
  /** How its addresses look, with made-up names and numbers. */
  example: string;
  forbids?: Forbidden;
  /** Where this was read, and when it was last checked. */
  source: string;
  checked: Day;
  /** How sure it is: the network's own documents, public code that works with it, or hearsay. */
  confidence: 'primary document' | 'public code' | 'third party';
}

export interface Slot {
  /** The first of them that the address does not use itself takes the sub-id. */
  places: readonly [Place, ...Place[]];
  /** The fields of the network's reports in which it comes back, in the order of the places. */
  reports: readonly string[];
  /** How many characters reports show; undefined where no document says, then it is taken whole. */
  longest?: number;
  /** Whether reports may show it in another case. */
  folds?: boolean;
}

/** The affiliate's own name in the address, at programmes without sub-ids. */
export interface Token {
  parameter: string;
  /** Whether an affiliate may have several, so that each client gets an address of their own. */
  several: boolean;
  /** Days after a tap in which a sale counts as the affiliate's. */
  days: number;
}

/** What a programme's terms forbid; each rule with its source and what to do. */
export interface Forbidden {
  /** No new links at all: the network is closed. */
  links?: Rule;
  /** No links in mails. */
  mail?: Rule;
  /** Nothing between the letter and the network's own address. */
  detours?: Rule;
  /** Mail only with somebody's leave; said, since only a person can know of it. */
  approval?: Rule;
  /** Nothing that names or marks a person. */
  persons?: Rule;
}

export interface Rule {
  says: string;
  remedy: string;
  source: string;
}
