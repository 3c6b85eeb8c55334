import type { Instant } from '../../core/calendar';
import type { ListId } from '../../core/connectors/lists/service';
import type { BackColumn, Matching, Place } from '../../core/lists/list';
import type { Memory } from '../../services';
import { STATE, VAULT } from '../state';

/** The list that a person chose of a service, and how they matched it. */
export interface KeptList {
  place: Place;
  matching: Matching;
  back: BackColumn[];
  /** From one pull to the next. */
  hours: number;
}

/** How far the pulls of a list are. */
export interface ListRun {
  /** The name of a pull that takes several runs, and where it goes on. */
  pull?: string;
  cursor?: string;
  /** The pull itself is done; what is ours is still being written back. */
  isWriting?: boolean;
  lastRun?: Instant;
  nextRun?: Instant;
  did?: string;
  problem?: string;
}

/** Where each service's token is kept. */
export const TOKENS = {
  airtable: VAULT.airtableToken,
  notion: VAULT.notionToken,
} as const satisfies Record<ListId, string>;

/** The name under which a list's records are remembered. */
export function listName(id: ListId, { place }: Pick<KeptList, 'place'>): string {
  return `${id}:${place.id}`;
}

export function keptList(state: Memory, id: ListId): KeptList | undefined {
  const said = state.get(STATE.list + id);
  return said === undefined ? undefined : (JSON.parse(said) as KeptList);
}

/** Keeps what a person chose; the next beat pulls it. */
export function keepList(state: Memory, id: ListId, kept: KeptList): void {
  state.set(STATE.list + id, JSON.stringify(kept));
  state.remove(STATE.listRun + id);
  state.set(STATE.look, 'list');
}

/** Forgets list and token. Which record is which client stays known, should it be connected again. */
export function forgetList(state: Memory, vault: Memory, id: ListId): void {
  vault.remove(TOKENS[id]);
  state.remove(STATE.list + id);
  state.remove(STATE.listRun + id);
}

export function listRun(state: Memory, id: ListId): ListRun {
  return JSON.parse(state.get(STATE.listRun + id) ?? '{}') as ListRun;
}

export function saveRun(state: Memory, id: ListId, run: ListRun): void {
  state.set(STATE.listRun + id, JSON.stringify(run));
}
