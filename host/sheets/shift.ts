import type { CellOperation } from '../shared/operations';
import type { Cell } from './cell';
import type { Tab } from './tab';

/**
 * Puts empty cells into a block or takes its cells out; what lies below it (or to its right) moves
 * on or up. The rest of the tab stays.
 */
export function shiftCells(
  tab: Tab,
  { area, axis, by }: Extract<CellOperation, { do: 'shift' }>,
): void {
  const down = axis === 'rows';
  const last = down ? tab.rows : tab.columns;
  const start = down ? area.row : area.column;
  const count = down ? area.rows : area.columns;
  const behind = down
    ? { ...area, rows: last - start + 1 }
    : { ...area, columns: last - start + 1 };
  const cells = tab.grid.read(behind, (cell) => cell);
  const step = by === 'insert' ? -count : count;
  const from = (row: number, column: number): Cell | undefined =>
    down ? cells[row + step]?.[column] : cells[row]?.[column + step];
  if (by === 'insert') growForOverflow(tab, cells, axis, count);
  const target = down
    ? { ...behind, rows: tab.rows - start + 1 }
    : { ...behind, columns: tab.columns - start + 1 };
  tab.grid.change(target, (_cell, row, column) => from(row, column));
}

/** Cells that would be pushed over the edge make the tab larger. */
function growForOverflow(
  tab: Tab,
  cells: (Cell | undefined)[][],
  axis: 'rows' | 'columns',
  count: number,
): void {
  const pushed = axis === 'rows' ? cells.slice(-count) : cells.map((row) => row.slice(-count));
  if (!pushed.flat().some(Boolean)) return;
  if (axis === 'rows') tab.grow(tab.rows + count, tab.columns);
  else tab.grow(tab.rows, tab.columns + count);
}
