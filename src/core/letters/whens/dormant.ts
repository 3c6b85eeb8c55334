import { addDays, type Day } from '../../calendar';
import type { Life } from '../life';
import type { When } from './when';

/** Days for which it stays due: who is silent may be written to later as well. */
const LATEST = 365;
/** Outcomes that only a client who is there can bring. */
const SIGNS: readonly string[] = ['replied', 'tapped', 'bought'];

/**
 * Days without a sign of life: a tap, a reply, a purchase, a stage reached. Counted from the day on
 * which Perennial first saw the client at the earliest; the period is the day of the last sign.
 */
export const dormant: When = {
  id: 'dormant',
  detail: '',
  waitDays: { least: 30, most: 730 },
  urgency: 'follow-up',
  says: ({ waitDays }) => `after ${waitDays} days without a sign of life`,
  plan:
    ({ id, waitDays }) =>
    (life) => {
      const last = lastSign(life);
      if (last === '') return [];
      // A sign that is taken back later must not call for a second letter at once.
      const before = life.letters.filter(({ occasionId }) => occasionId === id);
      const rest = [last, ...before.filter((l) => l.period !== last).map((l) => l.sentOn)];
      const from = addDays(rest.sort().reverse()[0] ?? last, waitDays);
      const stops = { since: last, at: ['unsubscribed', 'bounced'] as const };
      return [{ period: last, from, until: addDays(from, LATEST), stops }];
    },
  gone: 'The client gave a sign of life.',
};

function lastSign({ client, firstSeen, reached, letters, taps, sales }: Life): Day | '' {
  const days = [
    firstSeen,
    // A client who joins later than Perennial saw the row.
    ...(firstSeen === '' ? [] : [client.since]),
    ...reached.map(({ day }) => day),
    ...letters.filter(({ outcome }) => SIGNS.includes(outcome)).map(({ sentOn }) => sentOn),
    ...letters.map(({ answeredOn }) => answeredOn),
    ...taps.map(({ day }) => day),
    ...sales.map(({ day }) => day),
  ];
  return days.sort().reverse()[0] ?? '';
}
