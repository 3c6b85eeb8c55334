import type { Area } from '../shared/a1';
import type { SortKey, Value } from '../shared/cells';
import { hasContent, type Cell } from './cell';

type Row = (Cell | undefined)[];

/** The cells of one tab, in rows; both counted from 1 outside and from 0 inside. */
export class Grid {
  private readonly lines: (Row | undefined)[] = [];

  get(row: number, column: number): Cell | undefined {
    return this.lines[row - 1]?.[column - 1];
  }

  set(row: number, column: number, cell: Cell | undefined): void {
    const line = this.lines[row - 1];
    if (line) line[column - 1] = cell;
    else if (cell) {
      const fresh: Row = [];
      fresh[column - 1] = cell;
      this.lines[row - 1] = fresh;
    }
  }

  /** Replaces every cell of a block by what `change` makes of it. */
  change(
    area: Area,
    change: (cell: Cell | undefined, row: number, column: number) => Cell | undefined,
  ): void {
    for (let row = 0; row < area.rows; row += 1) {
      for (let column = 0; column < area.columns; column += 1) {
        const [y, x] = [area.row + row, area.column + column];
        this.set(y, x, change(this.get(y, x), row, column));
      }
    }
  }

  /** The cells of a block, row by row, as `show` makes them. */
  read<Shown>(area: Area, show: (cell: Cell | undefined) => Shown): Shown[][] {
    const rows: Shown[][] = [];
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const line = this.lines[row - 1];
      const shown: Shown[] = [];
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        shown.push(show(line?.[column - 1]));
      }
      rows.push(shown);
    }
    return rows;
  }

  /** The last row and column that hold content. */
  extent(): { row: number; column: number } {
    let [lastRow, lastColumn] = [0, 0];
    this.lines.forEach((line, at) => {
      const last = line?.findLastIndex(hasContent) ?? -1;
      if (last >= 0) lastRow = at + 1;
      lastColumn = Math.max(lastColumn, last + 1);
    });
    return { row: lastRow, column: lastColumn };
  }

  insertRows(at: number, count: number): void {
    this.reach(at - 1);
    this.lines.splice(at - 1, 0, ...new Array<undefined>(count));
  }

  deleteRows(at: number, count: number): void {
    this.lines.splice(at - 1, count);
  }

  insertColumns(at: number, count: number): void {
    for (const line of this.lines) {
      if (line && line.length >= at) line.splice(at - 1, 0, ...new Array<undefined>(count));
    }
  }

  deleteColumns(at: number, count: number): void {
    for (const line of this.lines) line?.splice(at - 1, count);
  }

  /** Takes rows out and puts them back so that they start at `to`. */
  moveRows(from: number, count: number, to: number): void {
    this.reach(Math.max(from, to) + count);
    this.lines.splice(to - 1, 0, ...this.lines.splice(from - 1, count));
  }

  moveColumns(from: number, count: number, to: number, width: number): void {
    for (const line of this.lines) {
      if (!line) continue;
      if (line.length < width) line.length = width;
      line.splice(to - 1, 0, ...line.splice(from - 1, count));
    }
  }

  /** Sorts the rows of a block; whole cells move, and rows without a value go to the end. */
  sort(area: Area, keys: SortKey[]): void {
    const last = area.column + area.columns - 1;
    const rows: Row[] = [];
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const line = this.lines[row - 1] ?? [];
      rows.push(Array.from({ length: area.columns }, (_, at) => line[area.column - 1 + at]));
    }
    rows.sort((a, b) => compareRows(a, b, area.column, keys));
    rows.forEach((cells, at) => {
      for (let column = area.column; column <= last; column += 1) {
        this.set(area.row + at, column, cells[column - area.column]);
      }
    });
  }

  /** Every cell that is there, for a snapshot or a copy. */
  *cells(): Generator<[row: number, column: number, cell: Cell]> {
    for (const [y, line] of this.lines.entries()) {
      for (const [x, cell] of (line ?? []).entries()) if (cell) yield [y + 1, x + 1, cell];
    }
  }

  /** Makes sure that splicing at an index lands there: the array may be shorter. */
  private reach(index: number): void {
    if (this.lines.length < index) this.lines.length = index;
  }
}

function compareRows(a: Row, b: Row, firstColumn: number, keys: SortKey[]): number {
  for (const { column, ascending } of keys) {
    const [left, right] = [a[column - firstColumn]?.v, b[column - firstColumn]?.v];
    if (left === undefined || right === undefined) {
      if (left !== right) return left === undefined ? 1 : -1;
    } else {
      const order = compareValues(left, right);
      if (order) return ascending ? order : -order;
    }
  }
  return 0;
}

const kinds = ['number', 'string', 'boolean'];

/** Numbers come first, then texts, then booleans, as in Sheets. */
function compareValues(a: Value, b: Value): number {
  if (typeof a !== typeof b) return kinds.indexOf(typeof a) - kinds.indexOf(typeof b);
  if (typeof a === 'string') return a.localeCompare(String(b), 'en', { sensitivity: 'accent' });
  return Number(a) - Number(b);
}
