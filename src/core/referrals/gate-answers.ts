import * as v from 'valibot';
import { EVENT_KINDS } from './gate';

/** What a gate's answers must look like before the sheet believes them. */

const Event = v.object({
  id: v.string(),
  at: v.number(),
  kind: v.picklist(EVENT_KINDS),
  code: v.exactOptional(v.string()),
  visit: v.exactOptional(v.string()),
  agent: v.exactOptional(v.string()),
  data: v.exactOptional(v.record(v.string(), v.unknown())),
});

/** Taken our key, or some events off its journal. */
export const OkAnswer = v.object({ ok: v.literal(true) });
export const RoutesAnswer = v.object({ ok: v.literal(true), version: v.string() });
export const EventsAnswer = v.object({
  events: v.array(Event),
  more: v.boolean(),
  dropped: v.number(),
});
export const HealthAnswer = v.object({
  ok: v.literal(true),
  version: v.string(),
  routes: v.number(),
  events: v.number(),
  bytes: v.number(),
  dropped: v.number(),
  unknown: v.number(),
});
