import { whyMine } from '../../../src/core/revenue/why-mine';
import type { Commission } from '../../../src/core/workbook';
import { aClient, aCommission, aLetter, aProduct, NOW, ZONE } from '../../support/rows';

const named = {
  client: aClient(),
  product: aProduct(),
  letter: aLetter({ sent: NOW }),
  zone: ZONE,
};
const row = (given: Partial<Commission>) =>
  aCommission({ clientId: 'C-lin', source: 'Impact paystub report: a.csv', ...given });

it.each<[string, Partial<Commission>, string]>([
  [
    'a sub-id',
    { matchedBy: 'sub-id' },
    'It came through the letter “Your site” of November 21, 2026 to Ms Lin: the network gave back the sub-id “abcdefghvvvvv” of that link.',
  ],
  ['an own address', { matchedBy: 'own address', subId: 'lin-7' }, 'Ms Lin’s alone, “lin-7”.'],
  ['a person', { matchedBy: 'hand' }, 'You said that it is Ms Lin’s.'],
  ['a renewal', { matchedBy: 'renewal of 17' }, 'It is Ms Lin’s, as a renewal of 17.'],
  [
    'a guess',
    { matchedBy: 'guess 62 %: last of 3 who tapped within 7 days', chance: 0.62 },
    'That it is Ms Lin’s is a guess, right with 62 %: last of 3 who tapped within 7 days.',
  ],
  [
    'an unknown mark',
    { clientId: '' },
    'the sub-id “abcdefghvvvvv”, which no link of yours explains.',
  ],
  ['nothing', { clientId: '', subId: '' }, 'whose is not known.'],
])('explains a row by %s', (_, given, sentence) => {
  expect(whyMine(row(given), named)).toContain(sentence);
});

it('says what it is and who told of it', () => {
  expect(whyMine(row({ matchedBy: 'hand', reported: 'paid; …' }), named)).toBe(
    'NT$100 for Rankly of November 21, 2026, paid, from Impact. You said that it is Ms Lin’s. Source: Impact paystub report: a.csv. It said: paid; ….',
  );
  expect(whyMine(row({ matchedBy: 'hand', source: '' }), named)).toContain('You wrote the row');
});
