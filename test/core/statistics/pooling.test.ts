import { believe, noTrials, type Trials } from '../../../src/core/statistics/pooling';

/** Trials of two products (columns) in two segments (rows), as `[sales, cases]`. */
function trials(rows: [number, number][][]): Trials {
  const found = noTrials(rows.length, rows[0]?.length ?? 0);
  rows.flat().forEach(([sales, cases], i) => {
    found.sales[i] = sales;
    found.cases[i] = cases;
  });
  return found;
}
const rates = (given: Trials) => {
  const { alpha, beta } = believe(given);
  return Array.from(alpha, (a, i) => a / (a + (beta[i] ?? 0)));
};
const spread = (given: Trials, cell: number) => {
  const { alpha, beta } = believe(given);
  return (alpha[cell] ?? 0) + (beta[cell] ?? 0);
};

describe('believe', () => {
  it('takes 5 % for the rate of everything before anything is known', () => {
    for (const rate of rates(noTrials(2, 3))) expect(rate).toBeCloseTo(0.05, 10);
  });

  it('believes the trials of a cell once there are many', () => {
    const [first = 0, second = 0] = rates(
      trials([
        [
          [300, 1000],
          [10, 1000],
        ],
      ]),
    );
    expect(first).toBeCloseTo(0.3, 1);
    expect(second).toBeCloseTo(0.01, 2);
  });

  it('lends a cell without trials its product’s rate elsewhere', () => {
    const [, , third = 0, fourth = 0] = rates(
      trials([
        [
          [200, 1000],
          [10, 1000],
        ],
        [
          [0, 0],
          [0, 0],
        ],
      ]),
    );
    expect(third).toBeGreaterThan(0.12);
    expect(fourth).toBeLessThan(0.03);
  });

  it('leans more on the others where all have been alike', () => {
    const alike = Array.from({ length: 6 }, (): [number, number][] => [
      [50, 1000],
      [50, 1000],
    ]);
    const unlike = Array.from({ length: 6 }, (_, i): [number, number][] => [
      [i % 2 === 0 ? 95 : 5, 1000],
      [50, 1000],
    ]);
    const lone: [number, number][] = [
      [0, 0],
      [0, 0],
    ];
    expect(spread(trials([...alike, lone]), 12)).toBeGreaterThan(
      4 * spread(trials([...unlike, lone]), 12),
    );
  });
});
