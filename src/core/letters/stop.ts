import type { Day } from '../calendar';
import type { Letter } from '../workbook';
import type { Life } from './life';
import type { Followed } from './occasion';
import type { Outcome } from './outcome';
import type { Moment } from './whens/when';

const WHYS: Partial<Record<Outcome, string>> = {
  replied: 'The client has answered meanwhile.',
  bought: 'The client has bought meanwhile.',
  unsubscribed: 'The client unsubscribed.',
  bounced: 'An earlier letter to the client came back.',
};

/** The moment that a letter stands for, or undefined where it is no more. */
export function momentOf(
  { moments }: Followed,
  { period }: Pick<Letter, 'period'>,
  life: Life,
): Moment | undefined {
  return moments(life).find((moment) => moment.period === period);
}

/** Why a follow-up stops, in a sentence, or undefined. A report is not stopped by an old answer. */
export function whyStopped(
  followed: Followed,
  letter: Pick<Letter, 'period'>,
  life: Life,
): string | undefined {
  if (followed.kind.urgency !== 'follow-up') return undefined;
  const moment = momentOf(followed, letter, life);
  if (moment === undefined) return followed.kind.gone;
  return whyOver(moment, life);
}

/** What ended a follow-up since it began. */
export function whyOver({ stops }: Moment, life: Life): string | undefined {
  if (stops === undefined) return undefined;
  const isSince = (day: Day | ''): boolean => day !== '' && day >= stops.since;
  const came = life.letters.filter(({ sentOn }) => isSince(sentOn)).map(({ outcome }) => outcome);
  // An outcome that counts for more hides an answer, and an old letter may be answered late.
  const hasCome = (one: Outcome): boolean =>
    came.includes(one) ||
    (one === 'bought' && life.sales.some(({ day }) => isSince(day))) ||
    (one === 'replied' && life.letters.some(({ answeredOn }) => isSince(answeredOn)));
  const end = stops.at.find(hasCome);
  return end === undefined ? undefined : WHYS[end];
}
