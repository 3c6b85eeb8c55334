import { whyOf } from '../../../src/core/referrals/why';

it.each([
  ['', ''],
  ['Rankly watches search positions.', 'Rankly watches search positions.'],
  ['Rankly watches search positions. It costs $29.', 'Rankly watches search positions.'],
  ['\n - Rankly watches search positions\n - It costs $29', 'Rankly watches search positions'],
  ['Z. B. für Bäcker und Cafés. Neu.', 'Z. B. für Bäcker und Cafés.'],
  ['Costs $4.50 a month, and v2.0 is out! Try it.', 'Costs $4.50 a month, and v2.0 is out!'],
  ['追蹤搜尋排名。每月二十九美元。', '追蹤搜尋排名。'],
  ['検索順位を確認できます。安いです。', '検索順位を確認できます。'],
])('takes the first sentence of “%s”', (facts, why) => {
  expect(whyOf(facts)).toBe(why);
});

it('cuts a sentence that is too long for a phone', () => {
  expect(whyOf('word '.repeat(100))).toHaveLength(180);
});
