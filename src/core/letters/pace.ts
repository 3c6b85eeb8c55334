import { addDays, type Day, shortDay } from '../calendar';
import type { Settings } from '../settings';
import type { Letter } from '../workbook';
import type { Life } from './life';
import { type Followed, isFor } from './occasion';

/** Days over which a client's letters are counted. */
const WINDOW_DAYS = 30;

export type Limits = Pick<Settings, 'lettersAClient' | 'daysBetween'>;

/** A letter that cannot go yet: the first day on which it may, as far as that is known now. */
export interface Rest {
  until: Day;
  why: string;
}

/**
 * Why a letter waits for its client's sake: they heard from us too lately or too often. A follow-up
 * leaves one place for a report that comes within those days, so that the report is not held up.
 */
export function whyRest(
  followed: Followed,
  life: Life,
  all: Followed[],
  { lettersAClient, daysBetween }: Limits,
  today: Day,
): Rest | undefined {
  const heard = life.letters
    .flatMap(({ sentOn }) => (sentOn === '' ? [] : [sentOn]))
    .sort()
    .reverse();
  const [last] = heard;
  const isFollowUp = followed.kind.urgency === 'follow-up';
  const kept = isFollowUp && reportComes(life, all, today) ? 1 : 0;
  const room = lettersAClient - kept;
  if (room < 1) {
    return rest(addDays(today, 1), 'for the report that comes is the one letter that may go');
  }
  const afterGap = last === undefined ? today : addDays(last, daysBetween);
  const filling = heard[room - 1];
  const afterWindow = filling === undefined ? today : addDays(filling, WINDOW_DAYS);
  const until = afterGap > afterWindow ? afterGap : afterWindow;
  if (until <= today || last === undefined) return undefined;
  const often =
    afterWindow > afterGap
      ? `${room === 1 ? 'a letter' : `${room} letters`} in ${WINDOW_DAYS} days, the last`
      : 'a letter';
  return rest(until, `for the client got ${often} on ${shortDay(last)}`);
}

function rest(until: Day, reason: string): Rest {
  return { until, why: `Waits until ${shortDay(until)}, ${reason}.` };
}

/** Whether a report is due to the client and not sent yet, or falls due within those days. */
function reportComes(life: Life, all: Followed[], today: Day): boolean {
  const horizon = addDays(today, WINDOW_DAYS);
  return all
    .filter(({ kind, occasion }) => kind.urgency !== 'follow-up' && isFor(occasion, life.client))
    .some(({ occasion, moments }) =>
      moments(life).some(
        ({ period, from, until }) =>
          from <= horizon && until >= today && !isDone(life, occasion.id, period),
      ),
    );
}

function isDone(life: Life, occasionId: string, period: Letter['period']): boolean {
  return life.letters.some(
    (letter) =>
      letter.occasionId === occasionId &&
      letter.period === period &&
      ['sent', 'skipped', 'failed'].includes(letter.status),
  );
}
