import { addDays, addMonths } from '../../calendar';
import type { When } from './when';

/** Days for which a greeting is still in time. */
const IN_TIME = 30;

/** On each anniversary of Since; the period is the year, and a client's first day is none. */
export const yearly: When = {
  id: 'yearly',
  detail: '',
  waitDays: { least: 0, most: 300 },
  urgency: 'day',
  says: ({ waitDays }) => {
    const day = 'the day on which they became a client';
    return waitDays === 0 ? `each year on ${day}` : `each year, ${waitDays} days after ${day}`;
  },
  plan: ({ waitDays }, _, today) => {
    const year = Number(today.slice(0, 4));
    return ({ client: { since } }) => {
      if (since === '') return [];
      const first = Number(since.slice(0, 4));
      // The wait may carry last year's anniversary into this year.
      return [year - 1, year, year + 1].flatMap((now) => {
        if (now <= first) return [];
        const from = addDays(addMonths(since, (now - first) * 12), waitDays);
        return [{ period: String(now), from, until: addDays(from, IN_TIME) }];
      });
    };
  },
};
