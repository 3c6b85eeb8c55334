import { chance } from '../../demo/random';

test('the same seed draws the same, another one does not', () => {
  const draws = (...seed: string[]): number[] => {
    const draw = chance(...seed);
    return Array.from({ length: 5 }, () => draw.next());
  };
  expect(draws('spring', 'names')).toEqual(draws('spring', 'names'));
  expect(draws('spring', 'names')).not.toEqual(draws('spring', 'sites'));
  expect(draws('ab', 'c')).not.toEqual(draws('a', 'bc'));
});

test('whole numbers reach both ends and no further', () => {
  const { whole } = chance('dice');
  const thrown = new Set(Array.from({ length: 500 }, () => whole(1, 6)));
  expect([...thrown].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('draws are spread evenly', () => {
  const { happens } = chance('coin');
  const heads = Array.from({ length: 10_000 }, () => happens(0.3)).filter(Boolean).length;
  expect(heads).toBeGreaterThan(2800);
  expect(heads).toBeLessThan(3200);
});

test('shuffling keeps every card', () => {
  const cards = Array.from({ length: 52 }, (_, i) => i);
  const shuffled = chance('cards').shuffled(cards);
  expect(shuffled).not.toEqual(cards);
  expect([...shuffled].sort((a, b) => a - b)).toEqual(cards);
});

test('nothing can be picked from an empty list', () => {
  expect(() => chance('none').pick([])).toThrow('empty');
});
