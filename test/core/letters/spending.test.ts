import {
  addTaken,
  costOf,
  showSpent,
  spentThisMonth,
  whyNoAi,
} from '../../../src/core/letters/spending';
import { aLetter, NOW, ZONE } from '../../support/rows';

const priced = { priceIn: '0.10', priceOut: '0.50', monthlyBudget: '5 USD' };
const unpriced = { priceIn: '', priceOut: '', monthlyBudget: '' };

it('costs what the prices in the settings say, and nothing is guessed without them', () => {
  expect(costOf({ input: 1_000_000, output: 200_000 }, priced)).toBe(0.2);
  expect(costOf({ input: 1_000_000, output: 200_000 }, unpriced)).toBeNull();
});

it('adds each try to what a letter took before', () => {
  const before = { tokensIn: 100, tokensOut: 10, cost: 0.1 };
  const after = addTaken(before, { input: 1_000_000, output: 0 }, priced);
  expect(after).toEqual({ tokensIn: 1_000_100, tokensOut: 10, cost: 0.2 });
  expect(addTaken(before, { input: 5, output: 0 }, unpriced).cost).toBe(0.1);
});

it('counts the month in the workbook’s own zone, and no other', () => {
  const rows = [
    aLetter({ written: NOW, tokensIn: 10, tokensOut: 5, cost: 0.1 }),
    aLetter({ written: NOW, tokensIn: 1, tokensOut: 1, cost: 0.2 }),
    // 23:30 in UTC on the last of October is November in Taipei.
    aLetter({ written: Date.parse('2026-10-31T23:30:00Z'), tokensIn: 100, cost: null }),
    aLetter({ written: Date.parse('2026-10-31T15:30:00Z'), tokensIn: 1000 }),
    aLetter({ written: null, tokensIn: 1000 }),
  ];
  expect(spentThisMonth(rows, NOW, ZONE)).toEqual({ tokens: 117, usd: 0.3 });
});

it.each([
  ['no budget', { tokens: 1e9, usd: 99 }, unpriced, undefined],
  ['money left', { tokens: 1, usd: 4.99 }, priced, undefined],
  ['no money left', { tokens: 1, usd: 5 }, priced, 'of 5 USD is used up'],
  [
    'no tokens left',
    { tokens: 9, usd: 0 },
    { ...unpriced, monthlyBudget: '9 tokens' },
    '9 tokens is used up',
  ],
  ['tokens left', { tokens: 8, usd: 0 }, { ...unpriced, monthlyBudget: '9 tokens' }, undefined],
  [
    'money without prices',
    { tokens: 1, usd: 0 },
    { ...unpriced, monthlyBudget: '5 USD' },
    'Fill in both prices',
  ],
])('knows of %s whether an AI may be asked', (_, spent, settings, why) => {
  const said = whyNoAi(spent, settings);
  if (why === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(why);
});

it('says what the month took, and that a cost is not known', () => {
  expect(showSpent({ tokens: 12_345, usd: 0.418 }, priced)).toBe(
    '12,345 tokens, about 0.42 USD, of 5 USD',
  );
  expect(showSpent({ tokens: 1, usd: 0 }, unpriced)).toBe('1 tokens, cost not known');
});
