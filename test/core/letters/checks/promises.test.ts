import { promisesIn } from '../../../../src/core/letters/checks/promises';

it.each([
  'ご質問には必ずお返事いたします。',
  '有問題請來信，我一定會回覆您。',
  'Melden Sie sich auf jeden Fall, wenn etwas unklar ist.',
])('takes an offer to answer for no promise: %s', (words) => {
  expect(promisesIn(words)).toEqual([]);
});

it.each([
  'これで売上は必ず上がります。',
  '您的網站一定會排到前面。',
  'Das bringt Ihnen auf jeden Fall mehr Kunden.',
])('finds a result that is promised: %s', (words) => {
  expect(promisesIn(words)).not.toEqual([]);
});
