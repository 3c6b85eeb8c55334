import { speedOf } from '../../../src/core/site/speed';

const run = (largestPaint: number, shift = 0, blocking = 0) => ({ largestPaint, shift, blocking });

it('takes the median of three runs', () => {
  expect(speedOf([run(9000, 0.3, 50), run(2000, 0.1, 900), run(2400, 0.2, 100)], {})).toEqual({
    largestPaint: { value: 2400, source: 'lab' },
    shift: { value: 0.2, source: 'lab' },
    answer: { value: 100, source: 'lab' },
  });
});

it('takes what visitors met before what a test phone did', () => {
  const fact = speedOf([run(1, 1, 1), run(2, 1, 1), run(3, 1, 1)], { interaction: 180 });
  expect(fact?.answer).toEqual({ value: 180, source: 'field' });
  expect(fact?.largestPaint?.source).toBe('lab');
});

it('says nothing of fewer runs', () => {
  expect(speedOf([run(1), run(2)], {})).toBeUndefined();
});
