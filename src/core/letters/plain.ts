import { cut } from '../problem';
import { wordsIn } from '../words';
import { fill, type OccasionKind, type OccasionTexts } from '../words/words';
import { withoutAddresses } from './addresses';
import { ownNames } from './checks/check';
import type { Draft } from './draft';
import type { LetterFacts } from './facts';
import { productMark, REPORT } from './prompt';
import { wordsOf } from './reports';

/** Of a product's facts, in a letter of fixed words. */
const MOST_TOLD = 600;

/** An honest letter made of fixed words and the facts, without any AI. */
export function plainDraft(facts: LetterFacts): Draft {
  const { letter } = wordsIn(facts.language);
  const { site, client, notSeen } = facts;
  const isReport = facts.findings.length > 0;
  const own = ownWords(facts);
  const report = wordsOf(isReport ? facts.report : 'check-in', facts.language);
  const intro = own === undefined ? report.intro : isReport ? letter.measured : '';
  const opening =
    isReport || notSeen === ''
      ? fill(intro, { site })
      : fill(letter.couldNotLook, { site, why: notSeen });
  const names = ownNames(facts);
  const offers = facts.products.flatMap(({ place, facts: told }) => [
    cut(withoutAddresses(told, names), MOST_TOLD),
    productMark(place),
  ]);
  const parts = [
    fill(letter.greeting, { name: client.name }),
    own?.opening ?? '',
    opening,
    facts.filledByScript ? letter.filledByScript : '',
    isReport ? REPORT : '',
    offers.length > 0 ? letter.offer : '',
    ...offers,
    own?.closing ?? letter.closing,
    facts.sender,
  ];
  return {
    subject: own?.subject ?? fill(report.subject, { site, name: client.name }),
    body: parts.filter((part) => part.trim() !== '').join('\n\n'),
  };
}

/** What is said because of the occasion; undefined in the quarter's letter, which its report opens. */
function ownWords({
  language,
  occasion,
  client,
  products,
}: LetterFacts): OccasionTexts | undefined {
  const kind = kindOfWords(occasion, products.length);
  if (kind === 'quarterly') return undefined;
  const { subject, opening, closing } = wordsIn(language).occasions[kind];
  const values = { name: client.name, product: products[0]?.name ?? '' };
  return { subject: fill(subject, values), opening: fill(opening, values), closing };
}

/** A stage says thanks only where work was delivered; a tap is answered only by naming the product. */
function kindOfWords(
  { when, detail }: LetterFacts['occasion'],
  products: number,
): OccasionKind | 'quarterly' {
  if (when === '') return 'hello';
  if (when === 'stage' && detail.trim().toLowerCase() !== 'delivered') return 'hello';
  if (when === 'tapped' && products === 0) return 'hello';
  return when;
}
