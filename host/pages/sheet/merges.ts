import type { Area } from '../../shared/a1';

/** A merged block as it is drawn: over so many shown lines, with the content of its first cell. */
export interface Span {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The merged block that a cell is part of. */
export function mergeAt(merges: Area[], row: number, column: number): Area | undefined {
  return merges.find(
    (area) =>
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  );
}

/**
 * How merged blocks lie on the drawn part of a table, by `row,column`: a span where one is drawn,
 * null where a cell is under one. A block whose start is out of sight begins where it comes in.
 */
export function spansOf(
  merges: Area[],
  rows: number[],
  columns: number[],
): Map<string, Span | null> {
  const spans = new Map<string, Span | null>();
  for (const { row, column, rows: height, columns: width } of merges) {
    const over = rows.filter((one) => one >= row && one < row + height);
    const across = columns.filter((one) => one >= column && one < column + width);
    for (const y of over) for (const x of across) spans.set(`${y},${x}`, null);
    const span = { row, column, rows: over.length, columns: across.length };
    if (over.length && across.length) spans.set(`${over[0] ?? 0},${across[0] ?? 0}`, span);
  }
  return spans;
}
