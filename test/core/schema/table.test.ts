import { choice, text } from '../../../src/core/schema/column';
import { blankRow, locateRows, readRows, table } from '../../../src/core/schema/table';
import { CONTEXT } from '../../support/rows';

const people = table({
  tab: 'People',
  key: 'id',
  derive: (row) => (row.email === '' ? '' : `derived ${row.email}`),
  empty: 'Nobody yet.',
  columns: {
    id: text('ID', { help: '' }),
    email: text('Email', { help: '' }),
    stage: choice('Stage', { help: '', choices: ['Active', 'Closed'] }),
  },
});

const header = ['Mine', 'Stage', 'Email', 'ID'];

describe('readRows', () => {
  it('finds columns by their headers and leaves a person’s own aside', () => {
    const { rows } = readRows(people, [header, ['x', 'Active', 'a@b.example', '1']], CONTEXT);
    expect(rows).toEqual([{ id: '1', email: 'a@b.example', stage: 'Active' }]);
  });

  it('passes over a row that cannot be read, says where, and goes on', () => {
    const grid = [header, ['', 'Gone', 'a@b.example', '1'], ['', 'Closed', 'c@d.example', '2']];
    const { rows, problems } = readRows(people, grid, CONTEXT);
    expect(rows.map(({ id }) => id)).toEqual(['2']);
    expect(problems).toMatchObject([
      { tab: 'People', row: 2, column: 'Stage', value: 'Gone', code: 'not-a-choice' },
    ]);
    expect(problems[0]?.remedy).toContain('Active, Closed');
  });

  it('tells a row that cannot be read from one that is gone: what it says else is there', () => {
    const grid = [header, ['', 'Gone', 'a@b.example', '1'], ['', 'Closed', 'c@d.example', '2']];
    expect(readRows(people, grid, CONTEXT).all).toEqual([
      { id: '1', email: 'a@b.example', stage: '' },
      { id: '2', email: 'c@d.example', stage: 'Closed' },
    ]);
  });

  it('passes over the second of two rows with one id even where the first cannot be read', () => {
    const grid = [header, ['', 'Gone', 'a@b.example', '1'], ['', 'Closed', 'c@d.example', '1']];
    const { rows, problems } = readRows(people, grid, CONTEXT);
    expect(rows).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['not-a-choice', 'row-twice']);
  });

  it('derives the id of a row that a person added, and says that it is not written yet', () => {
    const { rows, unwritten } = readRows(people, [header, ['', '', 'a@b.example', '']], CONTEXT);
    expect(rows[0]?.id).toBe('derived a@b.example');
    expect(unwritten).toEqual(['derived a@b.example']);
  });

  it('passes over the second of two rows with one id', () => {
    const grid = [header, ['', '', 'a@b.example', '1'], ['', '', 'c@d.example', '1']];
    const { rows, problems } = readRows(people, grid, CONTEXT);
    expect(rows).toHaveLength(1);
    expect(problems[0]?.sentence).toBe('1 stands in row 2 already, so this row is passed over.');
  });

  it('skips empty rows', () => {
    expect(readRows(people, [header, ['', '', '', ''], []], CONTEXT).rows).toEqual([]);
  });

  it('names a column that is missing', () => {
    expect(() => readRows(people, [['ID', 'Email']], CONTEXT)).toThrow(
      'The tab “People” has no column “Stage”.',
    );
  });
});

it('locates rows by id, written or derived', () => {
  const grid = [header, ['', '', 'a@b.example', ''], ['', 'nonsense', 'c@d.example', '2']];
  expect(locateRows(people, grid, CONTEXT)).toEqual(
    new Map([
      ['derived a@b.example', 1],
      ['2', 2],
    ]),
  );
});

it('makes blank rows', () => {
  expect(blankRow(people)).toEqual({ id: '', email: '', stage: '' });
});
