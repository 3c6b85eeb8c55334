import utf8 from 'utf8';
import type { EventKind, EventsAnswer, GateEvent } from '../core/referrals/gate';
import type { GateServices } from './services';

/** The events that wait to be fetched, each under a property of its own, so that none needs a lock. */

const PREFIX = 'e:';
/**
 * Bytes that events of taps, and of everything else, may take; properties hold 500 KB in all. What
 * is kept free for unsubscribes holds some 400 of them.
 */
const ROOM = { taps: 200_000, rest: 150_000, unsubscribe: 200_000 };
/** A property holds 9 KB. */
const LONGEST_EVENT = 9_000;

/** How many events one code may note within ten minutes. */
const MOST_PER_CODE = 20;
const WINDOW_MS = 600_000;

/**
 * How many taps' events, and how many unsubscribes, may be noted in a day: property operations are
 * the owner's, shared with the sheet, 50,000 a day on a free account, and each event takes two.
 */
const MOST_A_DAY = { taps: 10_000, unsubscribe: 2_000 };
const DAY_MS = 86_400_000;

/** How long sizes and counts are remembered, in seconds. */
const MEMORY_SECONDS = 6 * 3600;
const SIZES = 'sizes';
export const DROPPED = 'dropped';
/**
 * Visitors at the same moment count over one another, so the journal is measured anew after so many
 * events, at the cost of one read.
 */
const MEASURED_AFTER = 10;
/** How many waiting events of taps make way where an unsubscribe finds no room. */
const MAKES_WAY = 20;

/** How many bytes the journal holds of each sort, and how many events this day has noted. */
interface Sizes {
  taps: number;
  rest: number;
  /** Events noted since the journal was measured. */
  since: number;
  day: number;
  noted: { taps: number; unsubscribe: number };
}

export type NewEvent = Omit<GateEvent, 'id' | 'at'>;

/** What of the cache noting an event asks for; read together with whatever else a visit needs. */
export function cacheNames(code: string): string[] {
  return code === '' ? [SIZES] : [SIZES, countName(code)];
}

/**
 * Notes an event before anything is answered; false where it could not be written, there is no
 * room, or one code or one day has noted too many. An unsubscribe has room of its own, and the same
 * one again takes none.
 */
export function note(
  services: GateServices,
  cached: Record<string, string>,
  event: NewEvent,
): boolean {
  try {
    if (write(services, cached, event)) return true;
  } catch {
    // The day's property operations may be used up, or the store be full.
    if (event.kind === 'unsubscribe' && writeInPlaceOfTaps(services, event)) return true;
  }
  raise(services, DROPPED);
  return false;
}

/** The event with as much of its body as a property holds; one that was cut says so. */
export function cutToFit(event: NewEvent): NewEvent {
  const { data } = event;
  let body = typeof data?.body === 'string' ? data.body : '';
  const fits = (given: NewEvent): boolean => bytesIn(JSON.stringify(given)) <= LONGEST_EVENT - 50;
  if (fits(event)) return event;
  for (;;) {
    body = body.slice(0, Math.floor(body.length * 0.9));
    const cut = { ...event, data: { ...data, body, cut: true } };
    if (body === '' || fits(cut)) return cut;
  }
}

function write(services: GateServices, cached: Record<string, string>, event: NewEvent): boolean {
  const { store, cache } = services;
  const { id, text } = entryOf(services, event);
  const size = bytesIn(text);
  const now = services.now();
  const sizes = readSizes(services, cached, now);
  const sort = isTap(event.kind) ? 'taps' : 'rest';
  const count = countOf(event.code, cached, now);
  if (size > LONGEST_EVENT || count.n >= MOST_PER_CODE || !mayNote(sizes, event.kind)) return false;
  const room = event.kind === 'unsubscribe' ? ROOM.unsubscribe : ROOM[sort];
  if (sizes[sort] + size > room) {
    // The same unsubscribe again is counted again until the journal is measured.
    if (event.kind !== 'unsubscribe') return false;
    Object.assign(sizes, sizesOf(entriesOf(store.all())));
    if (sizes.rest + size > room) return false;
  }
  store.set(PREFIX + id, text);
  sizes[sort] += size;
  sizes.since++;
  if (event.kind === 'unsubscribe') sizes.noted.unsubscribe++;
  else if (sort === 'taps') sizes.noted.taps++;
  cache.put({ [SIZES]: JSON.stringify(sizes), ...counted(event.code, count) }, MEMORY_SECONDS);
  return true;
}

/** Writes an unsubscribe into a store that is full, in place of the oldest taps. */
function writeInPlaceOfTaps(services: GateServices, event: NewEvent): boolean {
  const { store } = services;
  try {
    const taps = entriesOf(store.all()).filter(({ event: { kind } }) => isTap(kind));
    for (const { id } of taps.slice(0, MAKES_WAY)) {
      store.remove(PREFIX + id);
      raise(services, DROPPED);
    }
    const { id, text } = entryOf(services, event);
    store.set(PREFIX + id, text);
    return true;
  } catch {
    return false;
  }
}

/** The oldest events, up to `limit`, and how many were let go by since this was last asked. */
export function oldest(services: GateServices, limit: number): EventsAnswer {
  const entries = entriesOf(services.store.all());
  remember(services, entries);
  const dropped = take(services, DROPPED);
  const events = entries.slice(0, limit).map(({ id, event }): GateEvent => ({ ...event, id }));
  return { events, more: entries.length > limit, dropped };
}

/** Forgets events that the sheet has stored. */
export function acknowledge(services: GateServices, ids: string[]): void {
  const gone = new Set(ids);
  const entries = entriesOf(services.store.all());
  for (const { id } of entries) if (gone.has(id)) services.store.remove(PREFIX + id);
  remember(
    services,
    entries.filter(({ id }) => !gone.has(id)),
  );
}

/** How many events there are, and how many bytes they take. */
export function measure(all: Record<string, string>): { events: number; bytes: number } {
  const entries = entriesOf(all);
  return { events: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) };
}

/** Raises a counter that only the cache keeps: strangers must not spend the owner's quota. */
export function raise(services: GateServices, name: string): void {
  services.cache.put({ [name]: String(readCount(services, name) + 1) }, MEMORY_SECONDS);
}

/** A counter's value. */
export function readCount({ cache }: GateServices, name: string): number {
  return Number(cache.get([name])[name] ?? 0);
}

function take(services: GateServices, name: string): number {
  const count = readCount(services, name);
  if (count > 0) services.cache.remove([name]);
  return count;
}

function isTap(kind: EventKind): boolean {
  return kind === 'opened' || kind === 'seen' || kind === 'tapped';
}

const countName = (code: string): string => `n:${code}`;

/** How many events a code has noted since when. */
interface Count {
  since: number;
  n: number;
}

function countOf(code: string | undefined, cached: Record<string, string>, now: number): Count {
  const known = code === undefined ? undefined : cached[countName(code)];
  if (known === undefined) return { since: now, n: 0 };
  const count = JSON.parse(known) as Count;
  return now - count.since < WINDOW_MS ? count : { since: now, n: 0 };
}

function counted(code: string | undefined, { since, n }: Count): Record<string, string> {
  return code === undefined ? {} : { [countName(code)]: JSON.stringify({ since, n: n + 1 }) };
}

function mayNote({ noted }: Sizes, kind: EventKind): boolean {
  if (kind === 'unsubscribe') return noted.unsubscribe < MOST_A_DAY.unsubscribe;
  return !isTap(kind) || noted.taps < MOST_A_DAY.taps;
}

/** A property's name and value. Sorts by time; the same unsubscribe always has the same id. */
function entryOf(services: GateServices, event: NewEvent): { id: string; text: string } {
  const at = services.now();
  const text = JSON.stringify({ at, ...event });
  if (event.kind === 'unsubscribe') return { id: `0-${String(event.data?.token)}`, text };
  return { id: `${at.toString(36).padStart(9, '0')}-${services.random(8)}`, text };
}

interface Entry {
  id: string;
  size: number;
  event: Omit<GateEvent, 'id'>;
}

/** What waits, oldest first; what somebody else put there is passed over. */
function entriesOf(all: Record<string, string>): Entry[] {
  return Object.keys(all)
    .filter((name) => name.startsWith(PREFIX))
    .sort()
    .flatMap((name) => {
      const text = all[name] ?? '';
      const event = tryEvent(text);
      const id = name.slice(PREFIX.length);
      return event === undefined ? [] : [{ id, size: bytesIn(text), event }];
    });
}

function tryEvent(text: string): Omit<GateEvent, 'id'> | undefined {
  try {
    return JSON.parse(text) as Omit<GateEvent, 'id'>;
  } catch {
    return undefined;
  }
}

/** JSON holds no half characters, so this cannot fail. */
function bytesIn(json: string): number {
  return utf8.encode(json).length;
}

function readSizes(services: GateServices, cached: Record<string, string>, now: number): Sizes {
  const known = cached[SIZES];
  const before = known === undefined ? undefined : (JSON.parse(known) as Sizes);
  const { day, noted } = before?.day === dayOf(now) ? before : noneNoted(now);
  if (before !== undefined && before.since < MEASURED_AFTER) return { ...before, day, noted };
  return { ...sizesOf(entriesOf(services.store.all())), day, noted };
}

function remember(services: GateServices, entries: Entry[]): void {
  const now = services.now();
  const known = services.cache.get([SIZES])[SIZES];
  const noted = known === undefined ? noneNoted(now) : (JSON.parse(known) as Sizes);
  const sizes: Sizes = { ...sizesOf(entries), day: noted.day, noted: noted.noted };
  services.cache.put({ [SIZES]: JSON.stringify(sizes) }, MEMORY_SECONDS);
}

function sizesOf(entries: Entry[]): Pick<Sizes, 'taps' | 'rest' | 'since'> {
  const sizes = { taps: 0, rest: 0, since: 0 };
  for (const { event, size } of entries) sizes[isTap(event.kind) ? 'taps' : 'rest'] += size;
  return sizes;
}

function noneNoted(now: number): Pick<Sizes, 'day' | 'noted'> {
  return { day: dayOf(now), noted: { taps: 0, unsubscribe: 0 } };
}

const dayOf = (now: number): number => Math.floor(now / DAY_MS);
