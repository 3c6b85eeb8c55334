import type { EventKind, EventsAnswer, GateEvent } from '../core/referrals/gate';
import type { GateServices } from './services';

/** The events that wait to be fetched, each under a property of its own, so that none needs a lock. */

const PREFIX = 'e:';
/** Characters that events of taps, and of everything else, may take; properties hold 500 KB in all. */
const ROOM = { taps: 200_000, rest: 150_000, unsubscribe: 200_000 };
const MOST_PER_CODE = 20;
/** How long sizes and counts are remembered, in seconds. */
const MEMORY_SECONDS = 600;
const SIZES = 'sizes';
export const DROPPED = 'dropped';

/** How many characters the journal holds of each sort. */
interface Sizes {
  taps: number;
  rest: number;
}

export type NewEvent = Omit<GateEvent, 'id' | 'at'>;

/** What of the cache noting an event asks for; read together with whatever else a visit needs. */
export function cacheNames(code: string): string[] {
  return code === '' ? [SIZES] : [SIZES, countName(code)];
}

/**
 * Notes an event before anything is answered; false where it could not be written, there is no
 * room, or one code has noted too many. An unsubscribe has room of its own, and the same one again
 * takes none.
 */
export function note(
  services: GateServices,
  cached: Record<string, string>,
  event: NewEvent,
): boolean {
  try {
    return write(services, cached, event);
  } catch {
    // The day's property operations may be used up; a visitor is answered all the same.
    raise(services, DROPPED);
    return false;
  }
}

function write(services: GateServices, cached: Record<string, string>, event: NewEvent): boolean {
  const { store, cache, now } = services;
  const code = event.code ?? '';
  const count = Number(cached[countName(code)] ?? 0);
  const sizes = readSizes(services, cached);
  const id = idOf(services, event);
  const text = JSON.stringify({ at: now(), ...event });
  const sort = isTap(event.kind) ? 'taps' : 'rest';
  const room = event.kind === 'unsubscribe' ? ROOM.unsubscribe : ROOM[sort];
  if (sizes[sort] + text.length > room || (code !== '' && count >= MOST_PER_CODE)) {
    raise(services, DROPPED);
    return false;
  }
  store.set(PREFIX + id, text);
  sizes[sort] += text.length;
  const counted = code === '' ? {} : { [countName(code)]: String(count + 1) };
  cache.put({ [SIZES]: JSON.stringify(sizes), ...counted }, MEMORY_SECONDS);
  return true;
}

/** The oldest events, up to `limit`, and how many were let go by since this was last asked. */
export function oldest(services: GateServices, limit: number): EventsAnswer {
  const entries = entriesOf(services.store.all());
  remember(services, entries);
  const dropped = take(services, DROPPED);
  const events = entries.slice(0, limit).flatMap(({ id, text }): GateEvent[] => {
    const event = tryEvent(text);
    return event === undefined ? [] : [{ ...event, id }];
  });
  return { events, more: entries.length > limit, dropped };
}

/** Forgets events that the sheet has stored. */
export function acknowledge({ store }: GateServices, ids: string[]): void {
  for (const id of ids) store.remove(PREFIX + id);
}

/** How many events there are, and how many characters they take. */
export function measure(all: Record<string, string>): { events: number; bytes: number } {
  const entries = entriesOf(all);
  return { events: entries.length, bytes: entries.reduce((sum, { text }) => sum + text.length, 0) };
}

/** Raises a counter that only the cache keeps: strangers must not spend the owner's quota. */
export function raise({ cache }: GateServices, name: string): void {
  const before = Number(cache.get([name])[name] ?? 0);
  cache.put({ [name]: String(before + 1) }, 6 * 3600);
}

/** A counter's value. */
export function counted({ cache }: GateServices, name: string): number {
  return Number(cache.get([name])[name] ?? 0);
}

function take(services: GateServices, name: string): number {
  const count = counted(services, name);
  if (count > 0) services.cache.remove([name]);
  return count;
}

function isTap(kind: EventKind): boolean {
  return kind === 'opened' || kind === 'seen' || kind === 'tapped';
}

const countName = (code: string): string => `n:${code}`;

/** Sorts by time; the same unsubscribe always has the same id. */
function idOf({ now, random }: GateServices, event: NewEvent): string {
  if (event.kind === 'unsubscribe') return `0-${String(event.data?.token)}`;
  return `${now().toString(36).padStart(9, '0')}-${random(8)}`;
}

function entriesOf(all: Record<string, string>): { id: string; text: string }[] {
  return Object.keys(all)
    .filter((name) => name.startsWith(PREFIX))
    .sort()
    .map((name) => ({ id: name.slice(PREFIX.length), text: all[name] ?? '' }));
}

function tryEvent(text: string): Omit<GateEvent, 'id'> | undefined {
  try {
    return JSON.parse(text) as Omit<GateEvent, 'id'>;
  } catch {
    return undefined;
  }
}

function readSizes(services: GateServices, cached: Record<string, string>): Sizes {
  const known = cached[SIZES];
  if (known !== undefined) return JSON.parse(known) as Sizes;
  return remember(services, entriesOf(services.store.all()));
}

function remember({ cache }: GateServices, entries: { text: string }[]): Sizes {
  const sizes: Sizes = { taps: 0, rest: 0 };
  for (const { text } of entries) {
    const kind = tryEvent(text)?.kind;
    sizes[kind !== undefined && isTap(kind) ? 'taps' : 'rest'] += text.length;
  }
  cache.put({ [SIZES]: JSON.stringify(sizes) }, MEMORY_SECONDS);
  return sizes;
}
