import type { Area } from '../../../shared/a1';
import { call } from '../../bridge';
import type { Range } from './range';

/** Which cells of a tab hold content. */
function contentOf(range: Range): (row: number, column: number) => boolean {
  const { sheet } = range;
  const { row, column } = call('sheets.extent', { sheet: sheet.id });
  const area = {
    sheet: sheet.id,
    row: 1,
    column: 1,
    rows: Math.max(row, 1),
    columns: Math.max(column, 1),
  };
  const { values } = call('sheets.values', { area });
  return (y, x) => (values[y - 1]?.[x - 1] ?? '') !== '';
}

/** Grows a block by a line at a time while the lines around it, corners too, hold something. */
export function dataRegion(range: Range, dimension: string | undefined): Area {
  const has = contentOf(range);
  const { rows: maxRows, columns: maxColumns } = range.sheet.info();
  const { row, column } = range.area;
  let [top, left, bottom, right] = [row, column, range.getLastRow(), range.getLastColumn()];
  const some = (fromRow: number, fromColumn: number, toRow: number, toColumn: number): boolean => {
    for (let y = fromRow; y <= toRow; y += 1) {
      for (let x = fromColumn; x <= toColumn; x += 1) if (has(y, x)) return true;
    }
    return false;
  };
  const down = dimension !== 'COLUMNS';
  const across = dimension !== 'ROWS';
  // Diagonal neighbours count where the region grows both ways.
  const corner = down && across ? 1 : 0;
  for (let grew = true; grew;) {
    grew = false;
    const [x1, x2] = [left - corner, right + corner];
    if (down && top > 1 && some(top - 1, x1, top - 1, x2)) [top, grew] = [top - 1, true];
    if (down && bottom < maxRows && some(bottom + 1, x1, bottom + 1, x2))
      [bottom, grew] = [bottom + 1, true];
    const [y1, y2] = [top - corner, bottom + corner];
    if (across && left > 1 && some(y1, left - 1, y2, left - 1)) [left, grew] = [left - 1, true];
    if (across && right < maxColumns && some(y1, right + 1, y2, right + 1))
      [right, grew] = [right + 1, true];
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

const steps: Record<string, [down: number, right: number]> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

/** From a filled cell the last of its row of filled ones, else the next filled one, else the edge. */
export function edgeFrom(range: Range, direction: string): { row: number; column: number } {
  const has = contentOf(range);
  const { rows, columns } = range.sheet.info();
  const [down, right] = steps[direction] ?? [0, 0];
  const isInside = (y: number, x: number): boolean => y >= 1 && x >= 1 && y <= rows && x <= columns;
  let { row, column } = range.area;
  if (!isInside(row + down, column + right)) return { row, column };
  const inRun = has(row, column) && has(row + down, column + right);
  do {
    row += down;
    column += right;
  } while (
    isInside(row + down, column + right) &&
    (inRun ? has(row + down, column + right) : !has(row, column))
  );
  return { row, column };
}
