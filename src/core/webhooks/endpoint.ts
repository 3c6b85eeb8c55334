import { parseAddress } from '../address';
import { cut, Problem, type ProblemDetails } from '../problem';
import type { Webhook } from '../workbook';
import { EVENT_TYPES, type EventType } from './event';
import type { Secret } from './signature';

/** A receiver that is told of events. */
export interface Endpoint {
  id: string;
  address: string;
  /** Its host, as people are told of it. */
  host: string;
  events: ReadonlySet<EventType>;
  /** Only what happened from then on is told. */
  since: number;
  secret: Secret;
}

/** Names that no public server has, by RFC 6761, 6762 and 8375 and by custom. */
const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|corp|home|home\.arpa|onion)$/;

/**
 * A receiver's address as it is posted to. Throws a `Problem` for one that is not https, that names a
 * machine by number or one of a private network, or that carries a password.
 */
export function endpointAddress(said: string): { href: string; host: string } {
  const address = parseAddress(said);
  if (address === undefined) throw refused(said, 'is not an address');
  const { href, protocol, hostname } = address;
  if (protocol !== 'https:') throw refused(said, 'does not begin with https://');
  // As parsed: `https:a:b@x.example` carries them too.
  if (/^https:\/\/[^/?#]*@/.test(href)) throw refused(said, 'carries a name or a password');
  const name = hostname.replace(/\.$/, '').toLowerCase();
  const isNumber = /^[\d.]+$/.test(name) || name.startsWith('[');
  if (isNumber || !name.includes('.') || PRIVATE.test(name)) {
    throw refused(said, 'is not on the public internet');
  }
  return { href, host: name };
}

/** The events that an Events cell names, all of them where it is empty; throws for others. */
export function eventsNamed(said: readonly string[]): Set<EventType> {
  if (said.length === 0) return new Set(EVENT_TYPES);
  return new Set(
    said.map((word) => {
      const found = EVENT_TYPES.find((type) => type === word.toLowerCase());
      if (found !== undefined) return found;
      throw new Problem({
        code: 'event-unknown',
        value: word,
        sentence: `There is no event “${cut(word)}”.`,
        remedy: `Write some of these, parted by commas: ${EVENT_TYPES.join(', ')}.`,
      });
    }),
  );
}

/** The endpoints that are told of events, and a problem for each row that cannot be. */
export function readEndpoints(
  rows: Webhook[],
  secrets: Readonly<Record<string, Secret>>,
): { endpoints: Endpoint[]; problems: ProblemDetails[] } {
  const problems: ProblemDetails[] = [];
  const endpoints = rows.flatMap((row): Endpoint[] => {
    const secret = secrets[row.id];
    if (!row.active || secret === undefined || row.since === null) return [];
    try {
      const { href, host } = endpointAddress(row.address);
      const events = eventsNamed(row.events);
      return [{ id: row.id, address: href, host, events, since: row.since, secret }];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push({ ...error.details, tab: 'Webhooks' });
      return [];
    }
  });
  return { endpoints, problems };
}

function refused(said: string, why: string): Problem {
  return new Problem({
    code: 'endpoint-address',
    column: 'Address',
    value: cut(said),
    sentence: `“${cut(said)}” ${why}, so nothing is sent there.`,
    remedy: 'Give the address that your receiver shows you, such as https://hooks.example/abc.',
  });
}
