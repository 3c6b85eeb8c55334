import { columnLetters, formatA1, type A1, type Area } from '../../../shared/a1';
import type { SheetArea } from '../../../shared/cells';
import type { Range } from './range';
import type { Sheet } from './sheet';

/** The part of a Range that needs nothing but its own place. */
export abstract class RangeGeometry {
  /** `edges` says which sides are open, as in `A:B`. */
  constructor(
    readonly sheet: Sheet,
    readonly area: Area,
    private readonly edges: A1 | null = null,
  ) {}

  abstract self(): Range;
  abstract topLeft(): Range;
  /** Another block of the same tab. */
  abstract block(area: Area): Range;

  sheetArea(): SheetArea {
    const { row, column, rows, columns } = this.area;
    return { sheet: this.sheet.id, row, column, rows, columns };
  }

  getRow(): number {
    return this.area.row;
  }

  getRowIndex(): number {
    return this.area.row;
  }

  getColumn(): number {
    return this.area.column;
  }

  getNumRows(): number {
    return this.area.rows;
  }

  getNumColumns(): number {
    return this.area.columns;
  }

  getLastRow(): number {
    return this.area.row + this.area.rows - 1;
  }

  getLastColumn(): number {
    return this.area.column + this.area.columns - 1;
  }

  getHeight(): number {
    return this.area.rows;
  }

  getWidth(): number {
    return this.area.columns;
  }

  getSheet(): Sheet {
    return this.sheet;
  }

  getGridId(): number {
    return this.sheet.id;
  }

  getA1Notation(): string {
    const { top, left, bottom, right } = this.edges ?? {};
    const bounded = [top, left, bottom, right].every((edge) => edge !== undefined);
    if (!this.edges || bounded) return formatA1(this.area);
    const letters = (column: number | undefined): string => (column ? columnLetters(column) : '');
    return `${letters(left)}${top ?? ''}:${letters(right)}${bottom ?? ''}`;
  }

  isStartRowBounded(): boolean {
    return this.edges?.top !== undefined || !this.edges;
  }

  isEndRowBounded(): boolean {
    return this.edges?.bottom !== undefined || !this.edges;
  }

  isStartColumnBounded(): boolean {
    return this.edges?.left !== undefined || !this.edges;
  }

  isEndColumnBounded(): boolean {
    return this.edges?.right !== undefined || !this.edges;
  }
}
