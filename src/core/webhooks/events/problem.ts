import { dayOf } from '../../calendar';
import type { EventKind, Found } from '../event';
import { DELIVERY_JOB } from '../outbox';

/** Each problem once a day while it lasts: its job says it again at every run. */
export const problem: EventKind = {
  type: 'problem',
  about: 'Something that you should look at; the same once a day while it lasts.',
  needs: ['activity'],
  find: ({ records, zone, isNews }) => {
    const found = new Map<string, Found>();
    for (const { at, job, outcome, problem: said } of records.activity) {
      const isOne = outcome === 'problem' || outcome === 'failed';
      // What is wrong with an endpoint cannot be told to it.
      if (!isOne || !isNews(at) || said === '' || job === DELIVERY_JOB) continue;
      const parts = [job, said, dayOf(at, zone)];
      const name = JSON.stringify(parts);
      if (!found.has(name)) found.set(name, { parts, at, data: { job, problem: said } });
    }
    return [...found.values()];
  },
};
