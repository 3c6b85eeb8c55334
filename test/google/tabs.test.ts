import type { Cell } from '../../src/core/schema/column';
import { readRows } from '../../src/core/schema/table';
import { letters } from '../../src/core/workbook';
import { gridOfColumns, gridOfRows } from '../../src/google/tabs';
import { aLetter, CONTEXT } from '../support/rows';

type Sheet = Parameters<typeof gridOfColumns>[0];

const HEADER = Object.values(letters.columns).map(({ header }) => header);
const ROWS = ['a', 'b', 'c', 'd'].map((name, i): Cell[] => {
  const letter = { ...aLetter(), id: `L-${name}`, subject: `to ${name}`, sent: i };
  return Object.values(letters.columns).map((column, n) => {
    const field = Object.keys(letters.columns)[n] as keyof typeof letter;
    return (column.encode as (value: unknown) => Cell)(letter[field]);
  });
});

/** A tab whose rows a person turns about before the read of that number, counted from 0. */
function aSheet(sortedBefore: number): { sheet: Sheet; reads: () => number } {
  let grid = [HEADER, ...ROWS];
  let reads = 0;
  const range = (row: number, column: number, rows: number, columns: number) => ({
    getValues: (): Cell[][] => {
      if (reads++ === sortedBefore) grid = [HEADER, ...[...ROWS].reverse()];
      return grid
        .slice(row - 1, row - 1 + rows)
        .map((cells) => cells.slice(column - 1, column - 1 + columns));
    },
  });
  const sheet = {
    getLastColumn: () => HEADER.length,
    getLastRow: () => ROWS.length + 1,
    getRange: range,
    getDataRange: () => range(1, 1, ROWS.length + 1, HEADER.length),
  };
  return { sheet: sheet as unknown as Sheet, reads: () => reads };
}

const NEVER = Infinity;
const MOMENTS = [0, 1, 2, 3, 4, 5, 6, NEVER];

it.each([
  [['id', 'subject', 'sent', 'outcome']],
  [['subject', 'sent', 'id']],
  [['status', 'subject', 'sent']],
] as const)('the columns %j belong together whenever a person sorts the tab', (names) => {
  for (const moment of MOMENTS) {
    const { sheet } = aSheet(moment);
    const { rows } = readRows(letters, gridOfColumns(sheet, letters, names), CONTEXT, names);
    const told = rows.map(({ id, subject, sent }) => [
      id || `L-${subject.slice(3)}`,
      subject,
      sent,
    ]);
    expect(told.sort()).toEqual([
      ['L-a', 'to a', 0],
      ['L-b', 'to b', 1],
      ['L-c', 'to c', 2],
      ['L-d', 'to d', 3],
    ]);
  }
});

it('columns that stand side by side are read at once, others with the ids once more', () => {
  const once = aSheet(NEVER);
  gridOfColumns(once.sheet, letters, ['id', 'clientId', 'occasionId']);
  expect(once.reads()).toBe(2);
  const parts = aSheet(NEVER);
  gridOfColumns(parts.sheet, letters, ['id', 'status', 'sent']);
  expect(parts.reads()).toBe(5);
});

it('rows are found by their ids whenever a person sorts the tab', () => {
  for (const moment of MOMENTS) {
    const { sheet } = aSheet(moment);
    const whole = (): Cell[][] => sheet.getDataRange().getValues() as Cell[][];
    const grid = gridOfRows(sheet, letters, new Set(['L-a'])) ?? whole();
    const found = readRows(letters, grid, CONTEXT).rows.find(({ id }) => id === 'L-a');
    expect(found).toMatchObject({ subject: 'to a', sent: 0 });
  }
});
