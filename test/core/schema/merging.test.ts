import type { Cell } from '../../../src/core/schema/column';
import { type Merge, planMerge } from '../../../src/core/schema/merging';
import { readRows } from '../../../src/core/schema/table';
import { planAppend } from '../../../src/core/schema/writing';
import { type Click, clicks } from '../../../src/core/workbook';
import { aClick, CONTEXT } from '../../support/rows';

const HEADER = Object.values(clicks.columns).map(({ header }) => header);
const ROWS = ['a', 'b', 'c', 'd', 'e'].map((id) => aClick({ id, visits: 1 }));
const [a, b, c, d, e] = ROWS as [Click, Click, Click, Click, Click];

function gridOf(rows: Click[] = ROWS): Cell[][] {
  const [block] = planAppend(clicks, [HEADER], rows, CONTEXT).blocks;
  return [[...HEADER], ...(block?.values ?? [])];
}

/** The sum of rows, under the first one's id. */
const sumOf = (...from: Click[]): Merge<typeof clicks.columns> => ({
  into: { ...(from[0] ?? a), visits: from.length },
  from,
});

/** The ids and visits in the order of the tab, and how often it is written to. */
function merged(grid: Cell[][], ...merges: Merge<typeof clicks.columns>[]) {
  const { blocks, empty, done } = planMerge(clicks, grid, merges, CONTEXT);
  for (const { row, column, values } of blocks) {
    values.forEach((cells, i) => grid[row - 1 + i]?.splice(column - 1, cells.length, ...cells));
  }
  for (const { row, count } of empty) {
    const gone = grid.splice(row - 1, count);
    expect(gone.flat().filter((cell) => cell !== '')).toEqual([]);
  }
  const { rows, problems } = readRows(clicks, grid, CONTEXT);
  expect(problems).toEqual([]);
  return { rows: rows.map(({ id, visits }) => `${id}${visits}`).join(' '), blocks, empty, done };
}

it('writes one block, sums in the place of their first row, and empty rows at its end', () => {
  const { rows, blocks, empty, done } = merged(gridOf(), sumOf(b, d), sumOf(c, e));
  expect(rows).toBe('a1 b2 c2');
  expect(blocks).toHaveLength(1);
  expect(blocks[0]?.values).toHaveLength(4);
  expect(empty).toEqual([{ row: 5, count: 2 }]);
  expect(done).toEqual(['b', 'c']);
});

it('keeps the other rows between, whatever is in them', () => {
  const grid = gridOf();
  grid[3]?.splice(1, 1, 'some day');
  const { blocks } = planMerge(clicks, grid, [sumOf(a, e)], CONTEXT);
  expect(blocks[0]?.values.map(([id, at]) => [id, at])).toEqual([
    ['a', grid[1]?.[1]],
    ['b', grid[2]?.[1]],
    ['c', 'some day'],
    ['d', grid[4]?.[1]],
    ['', ''],
  ]);
});

it.each([
  ['was changed', (grid: Cell[][]) => grid[3]?.splice(HEADER.indexOf('Counted'), 1, 'no')],
  ['is gone', (grid: Cell[][]) => grid.splice(3, 1)],
])('leaves all of a sum alone where one of its rows %s', (_, change) => {
  const grid = gridOf();
  change(grid);
  const { done, rows } = merged(grid, sumOf(b, c), sumOf(a, d));
  expect(done).toEqual(['a']);
  expect(rows).toMatch(/^a2 b1 (c1 )?e1$/);
});

it('leaves rows where a person wrote beside them, and parts by them', () => {
  const grid = gridOf();
  grid[0]?.push('My notes');
  grid.slice(1).forEach((cells, i) => cells.push(i === 2 ? 'odd!' : ''));
  const { done, rows, blocks } = merged(grid, sumOf(a, b), sumOf(d, e));
  expect([done, rows, blocks.length]).toEqual([['a', 'd'], 'a2 c1 d2', 2]);
  expect(grid.map((cells) => cells[HEADER.length])).toEqual(['My notes', '', 'odd!', '']);
  const others = gridOf();
  others[0]?.push('My notes');
  others.slice(1).forEach((cells, i) => cells.push(i === 2 ? 'odd!' : ''));
  expect(merged(others, sumOf(a, d), sumOf(c, b)).done).toEqual([]);
});

it('tells the empty rows that an earlier run left', () => {
  const grid = gridOf();
  const blank = HEADER.map(() => '');
  grid.splice(2, 0, blank, blank);
  grid.splice(5, 0, blank);
  const { rows, empty, blocks } = merged(grid);
  expect([rows, blocks]).toEqual(['a1 b1 c1 d1 e1', []]);
  expect(empty).toEqual([
    { row: 6, count: 1 },
    { row: 3, count: 2 },
  ]);
});
