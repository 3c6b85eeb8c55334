import { chanceFrom } from '../../statistics/chance';
import type { Client, Letter, Product } from '../../workbook';
import { candidatesFor } from './candidates';
import { choose, type Option } from './choose';
import { type Lessons, segmentName } from './lessons';
import { reasonFor } from './reason';

export { learn, type Lessons, noteChoices } from './lessons';

/** A product chosen for a client, with the reason the freelancer sees. */
export interface Choice {
  product: Product;
  why: string;
}

/**
 * Up to `count` products for a client's letter that fit, may be recommended and were neither bought
 * nor recommended in the last two quarters: first the one from which most is to be expected, then one
 * drawn so that the list keeps learning; of different kinds where possible. The same letter gets the
 * same ones as long as the ledger says the same.
 */
export function recommend(
  client: Client,
  letter: Pick<Letter, 'id' | 'channel'>,
  lessons: Lessons,
  count: number,
): Choice[] {
  const among = candidatesFor(client, letter.channel, lessons);
  const segment = segmentName(client);
  const row = (lessons.segments.get(segment) ?? 0) * lessons.shelf.length;
  const options = among.candidates.map((candidate) => {
    const { product, place, value } = candidate.item;
    const { alpha, beta } = lessons.posterior;
    const option: Option = {
      value,
      alpha: alpha[row + place] ?? 1,
      beta: beta[row + place] ?? 1,
      kind: product.category.toLowerCase(),
    };
    return { ...option, candidate };
  });
  const chosen = choose(options, count, chanceFrom('recommendation', letter.id));
  return chosen.map((option, i) => {
    const { candidate } = option;
    const why = reasonFor({ candidate, option, segment, isBest: i === 0 }, among, lessons);
    return { product: candidate.item.product, why };
  });
}
