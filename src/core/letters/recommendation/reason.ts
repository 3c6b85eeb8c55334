import { type Money, showMoney } from '../../money';
import { many } from '../../words/count';
import { EXCLUSIONS, type Candidate, type Candidates } from './candidates';
import { mean, type Option } from './choose';
import type { Item, Lessons } from './lessons';

/** How a choice came about, with the numbers of cases behind it. */
export interface Ground {
  candidate: Candidate;
  option: Option;
  segment: string;
  /** Whether it is the best one by what is known, or another one that is tried. */
  isBest: boolean;
}

/** Why a product was chosen, in plain words for the freelancer. */
export function reasonFor(ground: Ground, among: Candidates, lessons: Lessons): string {
  const { candidate, option } = ground;
  const share = (100 * mean(option)).toFixed(1);
  return [
    candidate.fit,
    standing(ground.isBest, among),
    `about ${share} % should buy it (${told(candidate.item, ground.segment, lessons)})`,
    worthOf(candidate.item, lessons.home),
  ].join('; ');
}

function standing(isBest: boolean, { candidates, leftOut }: Candidates): string {
  const parts = EXCLUSIONS.flatMap((why) => {
    const count = leftOut.get(why) ?? 0;
    return count === 0 ? [] : [`${count} ${why}`];
  });
  const without = parts.length === 0 ? '' : `, with ${parts.join(' and ')} left out`;
  const of = `${many(candidates.length, 'product')} that could be chosen${without}`;
  return isBest ? `most to be expected of ${of}` : `drawn, to learn what else sells, from ${of}`;
}

/** `3 sold in 60 recommendations, 1 in 12 to “bakery”`. */
function told({ sales, cases, place }: Item, segment: string, { told, segments, shelf }: Lessons) {
  if (cases === 0) return 'a guess: no recommendation of it is old enough to tell';
  const all = `${sales} sold in ${many(cases, 'recommendation')}`;
  const cell = (segments.get(segment) ?? 0) * shelf.length + place;
  return segment === ''
    ? all
    : `${all}, ${told.sales[cell] ?? 0} in ${told.cases[cell] ?? 0} to “${segment}”`;
}

function worthOf({ worth }: Item, home: string): string {
  if (worth.value === null) return 'what a sale brings is not known yet';
  const shown = (minor: number): string => {
    const amount: Money = { minor: Math.round(minor), currency: home };
    return showMoney(amount, 'en');
  };
  const rests = worth.payments === 0 ? 'as its row says' : `by ${many(worth.payments, 'payment')}`;
  if (worth.lasting === undefined) return `a sale brings ${shown(worth.value)} (${rests})`;
  const { subscriptions, expected } = worth.lasting;
  const stay = subscriptions === 0 ? 'a guess' : `by ${many(subscriptions, 'subscription')}`;
  return (
    `a sale brings ${shown(worth.value)}: ${shown(worth.payment ?? 0)} a payment (${rests}), ` +
    `${expected.toFixed(1)} payments (${stay})`
  );
}
