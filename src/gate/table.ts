import utf8 from 'utf8';
import type { GatePage, GateRoute, GateTable } from '../core/referrals/gate';
import { en } from '../core/words/en';
import type { GateServices } from './services';

/** The routes, words and keys that the sheet pushed: in properties and, for speed, in the cache. */

const POINTER = 'table';
const CHUNK = 't:';
/** A property holds 9 KB; a character may take three bytes. */
const CHUNK_LENGTH = 2800;
/** A larger table would leave the journal no room. */
const MOST_BYTES = 150_000;

const HEAD = 'head';
/** The cache holds the routes in this many parts; a part that is there is whole. */
const SHARDS = 8;
const CACHE_SECONDS = 6 * 3600;
/** A reader may have read just before a push and fill the cache after it, so what it fills is brief. */
const REFILL_SECONDS = 600;
/** A value of the cache holds 100 KB; a character may take three bytes. */
const LONGEST_CACHED = 33_000;

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

interface Found {
  head: Head;
  route: GateRoute | undefined;
  /** The table could not be read: the day's property operations are used up. */
  isLost: boolean;
}

/** A route and the head: from the cache, else from the properties, which fills the cache again. */
export function find(services: GateServices, cached: Record<string, string>, route: string): Found {
  const head = cached[HEAD];
  const shard = cached[shardOf(route)];
  if (head !== undefined && shard !== undefined) {
    const routes = JSON.parse(shard) as GateRoute[];
    return {
      head: JSON.parse(head) as Head,
      route: routes.find((row) => row.route === route),
      isLost: false,
    };
  }
  const table = tryLoad(services);
  if (table === undefined) return { head: EMPTY, route: undefined, isLost: true };
  fillCache(services, table, REFILL_SECONDS);
  return { head: table, route: table.routes.find((row) => row.route === route), isLost: false };
}

function tryLoad(services: GateServices): GateTable | undefined {
  try {
    return load(services.store.all());
  } catch {
    return undefined;
  }
}

/**
 * Takes a new table: its chunks first, then the pointer flips, then the old chunks go. False where
 * it is too large; throws where it cannot be written today, and the table before stays.
 */
export function replace(services: GateServices, table: GateTable): boolean {
  const { store } = services;
  const text = JSON.stringify(table);
  if (utf8.encode(text).length > MOST_BYTES) return false;
  const all = store.all();
  const old = Object.keys(all).filter((name) => name.startsWith(CHUNK));
  const current = pointerIn(all)?.generation ?? '';
  const isCurrent = (name: string): boolean => name.startsWith(`${CHUNK}${current}:`);
  // What a push that broke off has left would take the room of this one.
  for (const name of old.filter((name) => !isCurrent(name))) store.remove(name);

  const generation = services.random(8);
  const chunks = chunksOf(text);
  store.setAll(
    Object.fromEntries(chunks.map((chunk, at) => [chunkName(generation, at), chunk] as const)),
  );
  const pointer: Pointer = { version: table.version, chunks: chunks.length, generation };
  store.set(POINTER, JSON.stringify(pointer));
  fillCache(services, table, CACHE_SECONDS);
  for (const name of old.filter(isCurrent)) store.remove(name);
  return true;
}

/** The text in parts that fit a property each; no character is parted. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < text.length;) {
    const end = from + CHUNK_LENGTH;
    const isParted = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    const to = isParted ? end - 1 : end;
    chunks.push(text.slice(from, to));
    from = to;
  }
  return chunks;
}

function pointerIn(all: Record<string, string>): Pointer | undefined {
  const said = all[POINTER];
  return said === undefined ? undefined : (JSON.parse(said) as Pointer);
}

/** The table as the properties hold it; an empty one where none was pushed. */
export function load(all: Record<string, string>): GateTable {
  const pointer = pointerIn(all);
  if (pointer === undefined) return EMPTY;
  const { chunks, generation } = pointer;
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

function fillCache(
  { cache }: GateServices,
  { version, page, keys, routes }: GateTable,
  seconds: number,
): void {
  const head: Head = { version, page, keys };
  const shards: Record<string, GateRoute[]> = {};
  for (let at = 0; at < SHARDS; at++) shards[`s${at}`] = [];
  for (const row of routes) shards[shardOf(row.route)]?.push(row);
  const texts = [
    [HEAD, JSON.stringify(head)] as const,
    ...Object.entries(shards).map(([name, rows]) => [name, JSON.stringify(rows)] as const),
  ];
  // What is too long for the cache must not be there from before either: it is read from the properties.
  const isShort = ([, text]: readonly [string, string]): boolean => text.length <= LONGEST_CACHED;
  const long = texts.filter((entry) => !isShort(entry)).map(([name]) => name);
  if (long.length > 0) cache.remove(long);
  cache.put(Object.fromEntries(texts.filter(isShort)), seconds);
}

function shardOf(route: string): string {
  const sum = Array.from(route).reduce((total, letter) => total * 31 + letter.charCodeAt(0), 7);
  return `s${sum % SHARDS}`;
}
