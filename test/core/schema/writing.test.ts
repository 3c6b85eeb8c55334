import { type Cell, choice, count, text } from '../../../src/core/schema/column';
import { table } from '../../../src/core/schema/table';
import { planAppend, planPatches } from '../../../src/core/schema/writing';
import { CONTEXT } from '../../support/rows';

const letters = table({
  tab: 'Letters',
  key: 'id',
  derive: () => '',
  empty: '',
  columns: {
    id: text('ID', { help: '' }),
    status: choice('Status', { help: '', choices: ['drafted', 'approved', 'sent'] }),
    subject: text('Subject', { help: '' }),
    taps: count('Taps', { help: '', by: 'rollup' }),
  },
});

const header: Cell[] = ['ID', 'Notes', 'Status', 'Subject', 'Taps'];
const row = (id: string, status = 'drafted', subject = 'Hi', taps: Cell = 0): Cell[] => [
  id,
  `note ${id}`,
  status,
  subject,
  taps,
];

describe('planPatches', () => {
  it('finds rows again by id, after a person sorted and inserted', () => {
    const grid = [header, row('new'), row('b'), row('a')];
    const { blocks, done } = planPatches(
      letters,
      grid,
      [{ id: 'a', set: { subject: 'Ho' } }],
      CONTEXT,
    );
    expect(done).toEqual(['a']);
    expect(blocks).toEqual([{ row: 4, column: 4, formats: [['@']], values: [['Ho']] }]);
  });

  it('leaves a row that is gone', () => {
    const plan = planPatches(letters, [header], [{ id: 'a', set: { subject: 'Ho' } }], CONTEXT);
    expect(plan).toEqual({ blocks: [], done: [] });
  });

  it('leaves a row that a person changed meanwhile', () => {
    const patch = { id: 'a', expect: { status: 'drafted' as const }, set: { subject: 'Ho' } };
    expect(planPatches(letters, [header, row('a', 'approved')], [patch], CONTEXT).done).toEqual([]);
    expect(planPatches(letters, [header, row('a', 'Drafted')], [patch], CONTEXT).done).toEqual([
      'a',
    ]);
    expect(planPatches(letters, [header, row('a', 'nonsense')], [patch], CONTEXT).done).toEqual([]);
  });

  it('joins neighbouring rows and columns into one block and never spans a foreign cell', () => {
    const grid = [header, row('a'), row('b'), row('c')];
    const set = { id: 'x', status: 'sent' as const, subject: 'Ho' };
    const { blocks } = planPatches(
      letters,
      grid,
      ['a', 'b', 'c'].map((id) => ({ id, set: { ...set, id } })),
      CONTEXT,
    );
    expect(blocks.map(({ row: at, column, values }) => [at, column, values])).toEqual([
      [2, 1, [['a'], ['b'], ['c']]],
      [
        2,
        3,
        [
          ['sent', 'Ho'],
          ['sent', 'Ho'],
          ['sent', 'Ho'],
        ],
      ],
    ]);
  });

  it('writes rows apart from each other apart, unless the column is worked out anew anyway', () => {
    const grid = [header, row('a'), row('b', 'drafted', 'Hi', 7), row('c')];
    const subjects = ['a', 'c'].map((id) => ({ id, set: { subject: 'Ho' } }));
    expect(planPatches(letters, grid, subjects, CONTEXT).blocks).toHaveLength(2);
    const sums = ['a', 'c'].map((id) => ({ id, set: { taps: 1 } }));
    expect(planPatches(letters, grid, sums, CONTEXT).blocks).toEqual([
      { row: 2, column: 5, formats: [['0'], ['0'], ['0']], values: [[1], [7], [1]] },
    ]);
  });

  it('writes last what it expected, so that a run that ends in between is made good', () => {
    const patch = {
      id: 'a',
      expect: { status: 'drafted' as const },
      set: { status: 'sent' as const, taps: 3 },
    };
    const { blocks } = planPatches(letters, [header, row('a')], [patch], CONTEXT);
    expect(blocks.map(({ values }) => values)).toEqual([[[3]], [['sent']]]);
  });

  it('needs no more blocks for 5,000 rows than for five', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `r${i}`);
    const grid = [header, ...many.map((id) => row(id))];
    const some = many.filter((_, i) => i % 3 === 0).map((id) => ({ id, set: { taps: 1 } }));
    expect(planPatches(letters, grid, some, CONTEXT).blocks).toHaveLength(1);
  });
});

describe('planAppend', () => {
  const fresh = (id: string) => ({ id, status: 'drafted' as const, subject: '=1+1', taps: 0 });

  it('adds below the last row, in one block for neighbouring columns', () => {
    const { blocks, done } = planAppend(
      letters,
      [header, row('a')],
      [fresh('b'), fresh('c')],
      CONTEXT,
    );
    expect(done).toEqual(['b', 'c']);
    expect(blocks.map(({ row: at, column, values }) => [at, column, values])).toEqual([
      [3, 1, [['b'], ['c']]],
      [
        3,
        3,
        [
          ['drafted', '=1+1', 0],
          ['drafted', '=1+1', 0],
        ],
      ],
    ]);
    expect(blocks[1]?.formats[0]).toEqual(['@', '@', '0']);
  });

  it('adds nothing that is there already, nor one row twice', () => {
    const plan = planAppend(
      letters,
      [header, row('a')],
      [fresh('a'), fresh('b'), fresh('b')],
      CONTEXT,
    );
    expect(plan.done).toEqual(['b']);
  });
});
