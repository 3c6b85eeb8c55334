/** The selected block: where it began, where it ends, and so which cell is the current one. */
export interface Selection {
  row: number;
  column: number;
  endRow: number;
  endColumn: number;
}

export const cellSelection = (row: number, column: number): Selection => {
  return { row, column, endRow: row, endColumn: column };
};

/** The block with its corners in order. */
export function bounds({ row, column, endRow, endColumn }: Selection): {
  top: number;
  left: number;
  bottom: number;
  right: number;
} {
  return {
    top: Math.min(row, endRow),
    left: Math.min(column, endColumn),
    bottom: Math.max(row, endRow),
    right: Math.max(column, endColumn),
  };
}

export function includes(selection: Selection, row: number, column: number): boolean {
  const { top, left, bottom, right } = bounds(selection);
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The nearest line that can be seen, so many steps away. */
function step(shown: number[], from: number, by: number): number {
  const at = shown.indexOf(from);
  const next = Math.min(Math.max(at + by, 0), shown.length - 1);
  return shown[next] ?? from;
}

/** The selection after a move; with `extend` the block grows and its first cell stays. */
export function moved(
  selection: Selection,
  rows: number[],
  columns: number[],
  [down, right]: [number, number],
  extend: boolean,
): Selection {
  const [row, column] = extend
    ? [selection.endRow, selection.endColumn]
    : [selection.row, selection.column];
  const [endRow, endColumn] = [step(rows, row, down), step(columns, column, right)];
  return extend ? { ...selection, endRow, endColumn } : cellSelection(endRow, endColumn);
}
