import { addDays } from '../calendar';
import type { Letter, Occasion } from '../workbook';
import type { Life } from './life';
import { type Moment, OPEN_DAYS } from './whens/when';

/** What tells letters that were begun from outside from those that came by themselves. */
const FROM_OUTSIDE = 'hook ';

/** The moments of an occasion that a hook began for a client, whatever it waits for otherwise. */
export function startedMoments(
  { id }: Pick<Occasion, 'id'>,
  { started }: Pick<Life, 'started'>,
): Moment[] {
  return started
    .filter(({ occasionId }) => occasionId === id)
    .map(({ day }) => ({
      period: FROM_OUTSIDE + day,
      from: day,
      until: addDays(day, OPEN_DAYS),
    }));
}

/** Whether a letter was begun from outside. */
export function isStarted({ period }: Pick<Letter, 'period'>): boolean {
  return period.startsWith(FROM_OUTSIDE);
}
