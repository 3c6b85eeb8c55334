import type { CopyKind } from '../../../shared/operations';
import { EnumValue } from '../../enums';
import { exception } from '../../exception';
import { columnsFor } from './delimiters';
import type { Range } from './range';
import { cellAt, RangeFill } from './range-fill';
import { Sheet } from './sheet';

/** The part of a Range that puts its cells in another order or another place. */
export abstract class RangeLayout extends RangeFill {
  sort(specs: unknown): this {
    const list = Array.isArray(specs) ? (specs as unknown[]) : [specs];
    const keys = list.map((spec) => {
      if (typeof spec === 'number') return { column: spec, ascending: true };
      const { column, ascending = true } = spec as { column: number; ascending?: boolean };
      return { column, ascending };
    });
    return this.apply({ do: 'sort', area: this.sheetArea(), keys });
  }

  copyTo(destination: Range, how?: EnumValue | CopyOptions, transposed = false): void {
    const what = how instanceof EnumValue ? pasteKinds[how.name()] : copyKind(how);
    const area = destination.sheetArea();
    this.apply({ do: 'copy', area, from: this.sheetArea(), what: what ?? 'all', transposed });
  }

  copyFormatToRange(...place: SheetPlace): void {
    this.copyInto(place, 'format');
  }

  copyValuesToRange(...place: SheetPlace): void {
    this.copyInto(place, 'values');
  }

  private copyInto([sheet, column, columnEnd, row, rowEnd]: SheetPlace, what: CopyKind): void {
    const id = sheet instanceof Sheet ? sheet.id : sheet;
    const size = { rows: rowEnd - row + 1, columns: columnEnd - column + 1 };
    const area = { sheet: id, row, column, ...size };
    this.apply({ do: 'copy', area, from: this.sheetArea(), what, transposed: false });
  }

  moveTo(target: Range): void {
    this.apply({ do: 'move', area: target.sheetArea(), from: this.sheetArea() });
  }

  insertCells(shift: EnumValue): this {
    return this.shift(shift, 'insert');
  }

  deleteCells(shift: EnumValue): void {
    this.shift(shift, 'delete');
  }

  private shift(dimension: EnumValue, by: 'insert' | 'delete'): this {
    const axis = dimension.name() === 'ROWS' ? 'rows' : 'columns';
    return this.apply({ do: 'shift', area: this.sheetArea(), axis, by });
  }

  /** Puts the rows in an order of chance. */
  randomize(): this {
    const order = Array.from({ length: this.area.rows }, (_, at) => at);
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(Math.random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    return this.arrange(order);
  }

  /** Keeps the first of rows that hold the same in the columns compared; gives what is left. */
  removeDuplicates(columns?: number[]): Range {
    const compared = columns?.map((column) => column - this.area.column);
    if (compared?.some((at) => at < 0 || at >= this.area.columns)) {
      // Unverified wording.
      throw exception('The columns to compare must be within the range.');
    }
    const seen = new Set<string>();
    const order: number[] = [];
    this.getValues().forEach((row, at) => {
      const key = JSON.stringify((compared?.map((one) => row[one]) ?? row).map(comparable));
      if (!seen.has(key)) order.push(at);
      seen.add(key);
    });
    this.arrange(order);
    return this.block({ ...this.area, rows: order.length });
  }

  private arrange(order: number[]): this {
    return this.apply({ do: 'arrange', area: this.sheetArea(), order });
  }

  /** Takes spaces from both ends of texts, and makes one of several within. */
  trimWhitespace(): this {
    const formulas = this.getFormulas();
    this.getValues().forEach((row, y) => {
      row.forEach((value, x) => {
        if (typeof value !== 'string' || formulas[y]?.[x]) return;
        const trimmed = value.replace(/[\s\u00a0]+/g, ' ').trim();
        if (trimmed !== value) this.block(cellAt(this.area, y, x)).setValue(trimmed);
      });
    });
    return this;
  }

  /** Splits the texts of a column into the columns from there on, which are overwritten. */
  splitTextToColumns(delimiter?: string | EnumValue): void {
    // Unverified wording.
    if (this.area.columns !== 1) throw exception('A range with one column is needed.');
    const rows = columnsFor(
      this.getValues().map(([value]) => value),
      delimiter instanceof EnumValue ? delimiter.name() : delimiter,
    );
    rows.forEach((parts, y) => {
      if (parts.length < 2) return;
      const line = { ...cellAt(this.area, y, 0), columns: parts.length };
      const missing = line.column + parts.length - 1 - this.sheet.getMaxColumns();
      if (missing > 0) this.sheet.insertColumnsAfter(this.sheet.getMaxColumns(), missing);
      this.block(line).setValues([parts]);
    });
  }
}

type SheetPlace = [
  sheet: number | Sheet,
  column: number,
  columnEnd: number,
  row: number,
  rowEnd: number,
];

interface CopyOptions {
  formatOnly?: boolean;
  contentsOnly?: boolean;
}

const pasteKinds: Record<string, CopyKind> = {
  PASTE_NORMAL: 'all',
  PASTE_NO_BORDERS: 'noBorders',
  PASTE_VALUES: 'values',
  PASTE_FORMULA: 'formulas',
  PASTE_FORMAT: 'format',
  PASTE_DATA_VALIDATION: 'validation',
  PASTE_CONDITIONAL_FORMATTING: 'conditional',
  PASTE_COLUMN_WIDTHS: 'widths',
};

function copyKind({ formatOnly, contentsOnly }: CopyOptions = {}): CopyKind {
  if (contentsOnly) return 'values';
  return formatOnly ? 'format' : 'all';
}

/** Text is the same whatever its case; other values only when they are of one kind. */
function comparable(value: unknown): unknown {
  if (value instanceof Date) return { date: value.getTime() };
  return typeof value === 'string' ? value.toLowerCase() : value;
}
