import { choose, type Option } from '../../../../src/core/letters/recommendation/choose';
import { chanceFrom } from '../../../../src/core/statistics/chance';

const option = (kind: string, given: Partial<Option> = {}): Option => ({
  value: 100,
  alpha: 5,
  beta: 95,
  kind,
  ...given,
});
const kinds = (options: Option[], count: number, seed = 'x') =>
  choose(options, count, chanceFrom(seed)).map(({ kind }) => kind);

it('takes first what should bring most, whatever chance says', () => {
  const options = [option('dear', { value: 130 }), option('likely', { alpha: 7, beta: 93 })];
  for (const seed of ['a', 'b', 'c', 'd']) expect(kinds(options, 1, seed)).toEqual(['likely']);
});

it('tries what is little known more often than what is known to be as good', () => {
  const options = [
    option('best', { value: 1000 }),
    option('known', { alpha: 500, beta: 9500 }),
    option('unknown', { alpha: 1, beta: 19 }),
    option('worse', { alpha: 400, beta: 9600 }),
  ];
  const seconds = Array.from({ length: 400 }, (_, i) => kinds(options, 2, String(i))[1]);
  const share = (kind: string) => seconds.filter((second) => second === kind).length / 400;
  expect(share('unknown')).toBeGreaterThan(0.25);
  expect(share('worse')).toBeLessThan(0.05);
});

it('takes no more than there are, and none of none', () => {
  expect(kinds([option('a')], 2)).toEqual(['a']);
  expect(kinds([], 2)).toEqual([]);
  expect(kinds([option('a'), option('b')], 0)).toEqual([]);
});
