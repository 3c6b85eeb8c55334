import { cut } from '../problem';
import { wordsIn } from '../words';
import { fill } from '../words/words';
import { withoutAddresses } from './addresses';
import { ownNames } from './checks/check';
import type { Draft } from './draft';
import type { LetterFacts } from './facts';
import { productMark, REPORT } from './prompt';

/** Of a product's facts, in a letter of fixed words. */
const MOST_TOLD = 600;

/** An honest letter made of fixed words and the facts, without any AI. */
export function plainDraft(facts: LetterFacts): Draft {
  const { letter } = wordsIn(facts.language);
  const { site, client, notSeen } = facts;
  const isReport = facts.findings.length > 0;
  const opening = isReport
    ? fill(facts.begins === 'quarterly' ? letter.intro : letter.introAgain, { site })
    : notSeen === ''
      ? letter.openings[facts.begins]
      : fill(letter.couldNotLook, { site, why: notSeen });
  const names = ownNames(facts);
  const offers = facts.products.flatMap(({ place, facts: told }) => [
    cut(withoutAddresses(told, names), MOST_TOLD),
    productMark(place),
  ]);
  const parts = [
    fill(letter.greeting, { name: client.name }),
    opening,
    facts.filledByScript ? letter.filledByScript : '',
    isReport ? REPORT : '',
    offers.length > 0 ? letter.offer : '',
    ...offers,
    letter.closing,
    facts.sender,
  ];
  return {
    subject: isReport
      ? fill(letter.subject, { site })
      : fill(letter.subjectWithoutSite, { name: client.name }),
    body: parts.filter((part) => part.trim() !== '').join('\n\n'),
  };
}
