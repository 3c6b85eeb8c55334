import { daysAfter, ENDS, followUp, type When } from './when';

/**
 * A client went on to a product and did not buy. The period is the letter that they tapped in, so
 * one answers it, whatever else they tap there; taps in such an answer call for no other.
 */
export const tapped: When = {
  id: 'tapped',
  detail: '',
  waitDays: { least: 1, most: 90 },
  urgency: 'follow-up',
  says: ({ waitDays }) => `${daysAfter(waitDays, 'a tap on a product')}, if it was not bought`,
  plan: (occasion, { occasions }) => {
    const answers = new Set(occasions.filter((o) => o.when === 'tapped').map(({ id }) => id));
    return ({ letters, taps, sales }) =>
      letters
        .filter(({ occasionId, sentOn }) => sentOn !== '' && !answers.has(occasionId))
        .flatMap((letter) => {
          const theirs = taps.filter(({ letterId }) => letterId === letter.id);
          const first = theirs.map(({ day }) => day).sort()[0];
          if (first === undefined) return [];
          const isBought = (id: string): boolean => sales.some((s) => s.productId === id);
          const about = [...new Set(theirs.map(({ productId }) => productId))];
          const open = about.filter((id) => !isBought(id));
          if (open.length === 0) return [];
          const stops = { since: letter.sentOn, at: ENDS };
          return [{ ...followUp(occasion, first, letter.id, stops), about: open }];
        });
  },
  gone: 'The tap no longer counts, or what it led to was bought.',
};
