import { tryObject } from '../core/json';

/** Characters of a webhook that surely fit the journal, whatever script they are of. */
const FITS = 2_500;
const MOST_EVENTS = 100;
/** Of what somebody wrote; a wish to stop or a code is shorter. */
const MOST_TEXT = 500;

/** A webhook of LINE's as the journal can hold it: whole, or each event by itself with what matters of it. */
export function piecesOf(body: string): string[] {
  if (body.length <= FITS) return [body];
  const { destination, events } = tryObject(body) ?? {};
  if (!Array.isArray(events)) return [];
  return (events as unknown[])
    .slice(0, MOST_EVENTS)
    .map((event) => JSON.stringify({ destination, events: [slim(event)] }))
    .filter((piece) => piece.length <= FITS);
}

function slim(event: unknown): object {
  const { type, timestamp, source, webhookEventId, message } = objectOf(event);
  const { type: kind, text } = objectOf(message);
  const words = typeof text === 'string' ? text.slice(0, MOST_TEXT) : undefined;
  return { type, timestamp, source, webhookEventId, message: { type: kind, text: words } };
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
