import type { Area } from '../../../shared/a1';
import type { EnumValue } from '../../enums';
import { exception } from '../../exception';
import type { Range } from './range';
import { RangeMarks } from './range-marks';
import { filled, type Fill } from './series';

/** The part of a Range that fills cells beside it with what goes on from its own. */
export abstract class RangeFill extends RangeMarks {
  /** Goes on with what stands here until the destination, which must hold this range, is full. */
  autoFill(destination: Range, series: EnumValue): void {
    const { area } = destination;
    const down = area.columns === this.area.columns && area.column === this.area.column;
    const across = area.rows === this.area.rows && area.row === this.area.row;
    if (!down && !across) throw exception(fillRefusal);
    const isWithin = down
      ? area.row <= this.area.row && destination.getLastRow() >= this.getLastRow()
      : area.column <= this.area.column && destination.getLastColumn() >= this.getLastColumn();
    if (!isWithin || destination.sheet.id !== this.sheet.id) throw exception(fillRefusal);
    this.fill(area, down, series.name() === 'ALTERNATE_SERIES');
  }

  /** Goes on down as far as the column beside has content. */
  autoFillToNeighbor(series: EnumValue): void {
    const { area } = this;
    const beside = [area.column - 1, area.column + area.columns].find(
      (column) => column > 0 && this.lastFilled(column) > this.getLastRow(),
    );
    if (beside === undefined) return;
    const rows = this.lastFilled(beside) - area.row + 1;
    this.fill({ ...area, rows }, true, series.name() === 'ALTERNATE_SERIES');
  }

  private lastFilled(column: number): number {
    const { rows, columns } = this.sheet.info();
    const next = this.getLastRow() + 1;
    if (column > columns || next > rows) return 0;
    const values = this.block({ row: next, column, rows: rows - next + 1, columns: 1 }).getValues();
    const gap = values.findIndex(([value]) => value === '');
    return next - 1 + (gap < 0 ? values.length : gap);
  }

  private fill(area: Area, down: boolean, alternate: boolean): void {
    const values = this.getValues();
    const formulas = this.getFormulas();
    const lanes = down ? this.area.columns : this.area.rows;
    const before = down ? this.area.row - area.row : this.area.column - area.column;
    const length = down ? this.area.rows : this.area.columns;
    const after = (down ? area.rows : area.columns) - before - length;
    this.copyPatterns(area, down);
    for (let lane = 0; lane < lanes; lane += 1) {
      const given = Array.from({ length }, (_, at) =>
        down ? values[at]?.[lane] : values[lane]?.[at],
      );
      const isFormula = down ? formulas.some((row) => row[lane]) : formulas[lane]?.some(Boolean);
      if (isFormula || alternate) continue;
      const put = (from: number, list: Fill[]): void =>
        list.forEach((value, step) => {
          const [y, x] = down ? [from + step, lane] : [lane, from + step];
          this.block(cellAt(area, y, x)).setValue(value);
        });
      put(0, filled(given, -before));
      put(before + length, filled(given, after));
    }
  }

  /** Formulas and formats repeat, moving along. */
  private copyPatterns(area: Area, down: boolean): void {
    const { row, column, rows, columns } = this.area;
    const end = down ? row + rows : column + columns;
    const last = down ? area.row + area.rows : area.column + area.columns;
    const step = down ? rows : columns;
    const first = down ? area.row : area.column;
    const own = down ? row : column;
    const starts: number[] = [];
    for (let at = end; at < last; at += step) starts.push(at);
    for (let at = own - step; at > first - step; at -= step) starts.push(at);
    for (const start of starts) {
      const from = Math.max(start, first);
      const size = Math.min(start + step, last) - from;
      const skipped = from - start;
      const source = down
        ? { ...this.sheetArea(), row: row + skipped, rows: size }
        : { ...this.sheetArea(), column: column + skipped, columns: size };
      const area = down ? { ...source, row: from } : { ...source, column: from };
      this.apply({ do: 'copy', area, from: source, what: 'all', transposed: false });
    }
  }
}

const fillRefusal =
  'AutoFill destination must contain the source range and extend it in one direction.';

/** One cell of a block, counted from 0. */
export function cellAt(area: Area, y: number, x: number): Area {
  return { row: area.row + y, column: area.column + x, rows: 1, columns: 1 };
}
