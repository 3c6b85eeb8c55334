import { addDays, type Day, shortDay } from '../calendar';
import { many } from '../words/count';

/**
 * When letters that wait will have left, in a sentence; blank where all may go today. `room` are the
 * mails that may still go now, `aDay` those that may go in 24 hours.
 */
export function whenAllLeave(waiting: number, room: number, aDay: number, today: Day): string {
  const left = waiting - Math.max(0, room);
  if (left <= 0) return '';
  const last = addDays(today, Math.ceil(left / aDay));
  const wait = waiting === 1 ? 'waits' : 'wait';
  return `${many(waiting, 'letter')} ${wait}; at ${aDay} a day the last leaves on ${shortDay(last)}.`;
}
