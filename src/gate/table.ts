import type { GatePage, GateRoute, GateTable } from '../core/referrals/gate';
import { en } from '../core/words/en';
import type { GateServices } from './services';

/** The routes, words and keys that the sheet pushed: in properties and, for speed, in the cache. */

const POINTER = 'table';
const CHUNK = 't:';
/** A property holds 9 KB; a character may take three bytes. */
const CHUNK_LENGTH = 2800;
/** A larger table would leave the journal no room. */
const MOST_CHARACTERS = 150_000;

const HEAD = 'head';
/** The cache holds the routes in this many parts; a part that is there is whole. */
const SHARDS = 8;
const CACHE_SECONDS = 6 * 3600;

interface Pointer {
  version: string;
  chunks: number;
  /** Tells this table's chunks from those of the one before. */
  generation: string;
}

/** What every call needs to know beside its route. */
export type Head = Pick<GateTable, 'version' | 'page' | 'keys'>;

/** What of the cache looking up a route asks for. */
export function cacheNames(route: string): string[] {
  return [HEAD, shardOf(route)];
}

/** A route and the head: from the cache, else from the properties, which fills the cache again. */
export function find(
  services: GateServices,
  cached: Record<string, string>,
  route: string,
): { head: Head; route: GateRoute | undefined } {
  const head = cached[HEAD];
  const shard = cached[shardOf(route)];
  if (head !== undefined && shard !== undefined) {
    const routes = JSON.parse(shard) as GateRoute[];
    return { head: JSON.parse(head) as Head, route: routes.find((row) => row.route === route) };
  }
  const table = loadAnew(services);
  return { head: table, route: table.routes.find((row) => row.route === route) };
}

/** The table from the properties, kept in the cache; an empty one where they cannot be read today. */
function loadAnew(services: GateServices): GateTable {
  try {
    const table = load(services.store.all());
    fillCache(services, table);
    return table;
  } catch {
    return EMPTY;
  }
}

/**
 * Takes a new table: its chunks first, then the pointer flips, then the old chunks go. False where
 * it is too large.
 */
export function replace(services: GateServices, table: GateTable): boolean {
  const { store } = services;
  const text = JSON.stringify(table);
  if (text.length > MOST_CHARACTERS) return false;
  const generation = services.random(8);
  const chunks: Record<string, string> = {};
  for (let from = 0; from < text.length; from += CHUNK_LENGTH) {
    chunks[chunkName(generation, from / CHUNK_LENGTH)] = text.slice(from, from + CHUNK_LENGTH);
  }
  store.setAll(chunks);
  const count = Object.keys(chunks).length;
  const pointer: Pointer = { version: table.version, chunks: count, generation };
  store.set(POINTER, JSON.stringify(pointer));
  fillCache(services, table);
  for (const name of Object.keys(store.all())) {
    if (name.startsWith(CHUNK) && !name.startsWith(`${CHUNK}${generation}:`)) store.remove(name);
  }
  return true;
}

/** The table as the properties hold it; an empty one where none was pushed. */
export function load(all: Record<string, string>): GateTable {
  const said = all[POINTER];
  if (said === undefined) return EMPTY;
  const { chunks, generation } = JSON.parse(said) as Pointer;
  const text = Array.from({ length: chunks }, (_, at) => all[chunkName(generation, at)] ?? '');
  return JSON.parse(text.join('')) as GateTable;
}

export const EMPTY_PAGE: GatePage = {
  sender: '',
  contact: '',
  address: '',
  disclosure: '',
  texts: { en: en.page },
};

const EMPTY: GateTable = {
  version: '',
  routes: [],
  page: EMPTY_PAGE,
  keys: { postback: [], line: [], hook: [] },
};

function chunkName(generation: string, at: number): string {
  return `${CHUNK}${generation}:${at}`;
}

function fillCache({ cache }: GateServices, { version, page, keys, routes }: GateTable): void {
  const head: Head = { version, page, keys };
  const shards: Record<string, GateRoute[]> = {};
  for (let at = 0; at < SHARDS; at++) shards[`s${at}`] = [];
  for (const row of routes) shards[shardOf(row.route)]?.push(row);
  cache.put(
    {
      [HEAD]: JSON.stringify(head),
      ...Object.fromEntries(
        Object.entries(shards).map(([name, rows]) => [name, JSON.stringify(rows)]),
      ),
    },
    CACHE_SECONDS,
  );
}

function shardOf(route: string): string {
  const sum = Array.from(route).reduce((total, letter) => total * 31 + letter.charCodeAt(0), 7);
  return `s${sum % SHARDS}`;
}
