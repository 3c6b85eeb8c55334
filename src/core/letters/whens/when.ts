import { addDays, type Day } from '../../calendar';
import type { Occasion, Product, WhenId } from '../../workbook';
import type { Life } from '../life';
import type { Outcome } from '../outcome';

/** One letter of an occasion to a client: written already, due now or still to come. */
export interface Moment {
  /** Tells it from the occasion's other letters to the client; stands in Period. */
  period: string;
  /** The first day on which it may be written. */
  from: Day;
  /** The last day on which it falls due, and may go where it had to wait. */
  until: Day;
  /** A follow-up stops where one of these came of a letter sent from `since` on, or of this one. */
  stops?: { since: Day; at: readonly Outcome[] };
  /** The products that it is about, where it is about some. */
  about?: string[];
}

/** What else stands in the workbook, to check an occasion against. */
export interface Known {
  occasions: Occasion[];
  products: Pick<Product, 'id' | 'name'>[];
}

/** A cell that cannot be followed, and what to do about it. */
export interface Fault {
  column: 'Detail' | 'Wait days';
  sentence: string;
  remedy: string;
}

/** A kind of occasion: what begins its letters. One file each. */
export interface When {
  id: WhenId;
  /** What its Detail holds, for the sidebar. */
  detail: string;
  waitDays: { least: number; most: number };
  /** Which letters go first: follow-ups, then what is bound to a day, then reports. */
  urgency: 'follow-up' | 'day' | 'report';
  /** When its letters come, in words. */
  says: (occasion: Occasion) => string;
  /** What is wrong with its Detail, if anything. */
  check?: (occasion: Occasion, known: Known, name: string) => Fault | undefined;
  /** The moments of a client, oldest first; what does not depend on the client is worked out once. */
  plan: (occasion: Occasion, known: Known, today: Day) => (life: Life) => Moment[];
  /** Why a moment may be no more, in a sentence. */
  gone?: string;
}

/** Days for which a follow-up may still go after it fell due. */
export const OPEN_DAYS = 21;

/** What ends a sequence. */
export const ENDS: readonly Outcome[] = ['replied', 'bought', 'unsubscribed', 'bounced'];

/** A follow-up that falls due `waitDays` after a day. */
export function followUp(
  { waitDays }: Pick<Occasion, 'waitDays'>,
  day: Day,
  period: string,
  stops: NonNullable<Moment['stops']>,
): Moment {
  const from = addDays(day, waitDays);
  return { period, from, until: addDays(from, OPEN_DAYS), stops };
}

/** Days after something, in words. */
export function daysAfter(days: number, what: string): string {
  if (days === 0) return `when ${what}`;
  return `${days} ${days === 1 ? 'day' : 'days'} after ${what}`;
}
