import * as v from 'valibot';
import type { Instant } from '../../calendar';
import { tryJson } from '../../json';

/** What a person did at the official account. Who it was is only said, not proven. */
export interface LineEvent {
  id: string;
  at: Instant;
  user: string;
  kind: 'follow' | 'unfollow' | 'message';
  /** What they wrote; blank for a picture or a sticker. */
  text: string;
}

/** A webhook's events, and for which account they are. */
export interface LineCall {
  destination: string;
  events: LineEvent[];
}

const Call = v.object({
  destination: v.optional(v.string(), ''),
  events: v.optional(v.array(v.unknown()), []),
});
const Source = v.object({
  type: v.literal('user'),
  userId: v.pipe(v.string(), v.regex(/^U[0-9a-f]{32}$/)),
});
const Common = {
  webhookEventId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  timestamp: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  source: Source,
};
const Event = v.variant('type', [
  v.object({ type: v.literal('follow'), ...Common }),
  v.object({ type: v.literal('unfollow'), ...Common }),
  v.object({
    type: v.literal('message'),
    ...Common,
    message: v.object({ type: v.string(), text: v.optional(v.string(), '') }),
  }),
]);

/** Characters of a message that anything is made of. */
const MOST_TEXT = 2000;

/**
 * What a webhook's body tells, oldest first and each event once; undefined where it is none. Kinds of
 * events that are not known, and whatever comes from groups, are passed over.
 */
export function readCall(body: string): LineCall | undefined {
  const call = v.safeParse(Call, tryJson(body));
  if (!call.success) return undefined;
  const events = new Map<string, LineEvent>();
  for (const said of call.output.events) {
    const read = v.safeParse(Event, said);
    if (!read.success) continue;
    const { webhookEventId: id, timestamp: at, source, type: kind } = read.output;
    const text = 'message' in read.output ? read.output.message.text.slice(0, MOST_TEXT) : '';
    if (!events.has(id)) events.set(id, { id, at, user: source.userId, kind, text });
  }
  const inOrder = [...events.values()].sort((a, b) => a.at - b.at);
  return { destination: call.output.destination, events: inOrder };
}
