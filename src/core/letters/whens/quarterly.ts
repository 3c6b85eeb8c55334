import { addDays, quarterOf, quarterPlus, quarterStart } from '../../calendar';
import type { When } from './when';

/** Once in each quarter; the period is the quarter. */
export const quarterly: When = {
  id: 'quarterly',
  detail: '',
  // The shortest quarter has 90 days.
  waitDays: { least: 0, most: 89 },
  urgency: 'report',
  says: ({ waitDays }) =>
    waitDays === 0 ? 'each quarter' : `each quarter, from its day ${waitDays + 1} on`,
  plan: ({ waitDays }, _, today) => {
    const now = quarterOf(today);
    const moments = [now, quarterPlus(now, 1)].map((period) => ({
      period,
      from: addDays(quarterStart(period), waitDays),
      until: addDays(quarterStart(quarterPlus(period, 1)), -1),
    }));
    return () => moments;
  },
};
