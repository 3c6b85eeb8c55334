import { dayOf, type Instant } from '../../core/calendar';
import { type Quota, readQuota, type Said } from '../../core/connectors/line/answers';
import { quotaRequests } from '../../core/connectors/line/requests';
import { withoutSecret } from '../../core/http';
import type { Services } from '../../services';
import { STATE } from '../state';
import { type LineAccount, noteLineQuota } from './kept';

/** What LINE still takes in this run. */
export interface LineRoom {
  /** Letters. */
  left: number;
  /** Why it takes no more, or none at all. */
  why: string;
  /** The month's limit, where there is one. */
  limit?: number;
}

type MonthServices = Pick<Services, 'http' | 'state' | 'clock'>;

/** Asks LINE what of the month is left; a month that LINE called full is full until it ends or grows. */
export function askRoom(services: MonthServices, account: LineAccount): LineRoom {
  const said = askQuota(services, account);
  if (said.kind === 'closed') {
    return { left: 0, why: `${said.problem.sentence} ${said.problem.remedy}` };
  }
  if (said.kind !== 'found') {
    const why = said.kind === 'busy' ? said.why : 'LINE knows nothing of the month’s messages';
    return { left: 0, why: `${why}. The next run asks again.` };
  }
  const { limit, used } = said.found;
  if (limit === undefined) return { left: Infinity, why: '' };
  const isFull = services.state.get(STATE.lineRests) === markOf(services.clock.now(), limit);
  return { left: isFull ? 0 : Math.max(0, limit - used), why: monthIsFull(limit), limit };
}

/** How much of the month is used. */
export function askQuota(
  { http, state }: Pick<Services, 'http' | 'state'>,
  { token }: LineAccount,
): Said<Quota> {
  const [limit, used] = http.batch(quotaRequests(token));
  const none = { ok: false, error: 'no answer' } as const;
  const said = readQuota(withoutSecret(limit ?? none, token), withoutSecret(used ?? none, token));
  if (said.kind === 'found') noteLineQuota({ state }, quotaInWords(said.found));
  return said;
}

/** Remembers that LINE takes no more this month, whatever its sums say. */
export function restUntilNextMonth({ state, clock }: MonthServices, room: LineRoom): void {
  room.left = 0;
  room.why = monthIsFull(room.limit);
  state.set(STATE.lineRests, markOf(clock.now(), room.limit));
}

/** The month's messages in words. */
export function quotaInWords({ limit, used }: Quota): string {
  return limit === undefined
    ? `${used} this month, without a limit`
    : `${used} of ${limit} this month`;
}

function monthIsFull(limit: number | undefined): string {
  const all = limit === undefined ? 'messages' : `${limit} messages`;
  return `LINE’s ${all} of this month are used. Letters there wait for the next one, or until you choose a larger plan in LINE’s manager.`;
}

/** LINE's months begin in Japan (recalled from its manual; unverified). */
function markOf(now: Instant, limit: number | undefined): string {
  return `${dayOf(now, 'Asia/Tokyo').slice(0, 7)} ${limit ?? ''}`;
}
