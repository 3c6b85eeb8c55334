import { addDays, addMonths, monthOf, monthStart } from '../../calendar';
import type { When } from './when';

/** Once in each month; the period is the month. */
export const monthly: When = {
  id: 'monthly',
  detail: '',
  // The shortest month has 28 days.
  waitDays: { least: 0, most: 27 },
  urgency: 'report',
  says: ({ waitDays }) =>
    waitDays === 0 ? 'each month' : `each month, from day ${waitDays + 1} on`,
  plan: ({ waitDays }, _, today) => {
    const start = monthStart(monthOf(today));
    const moments = [start, addMonths(start, 1)].map((first) => ({
      period: monthOf(first),
      from: addDays(first, waitDays),
      until: addDays(addMonths(first, 1), -1),
    }));
    return () => moments;
  },
};
