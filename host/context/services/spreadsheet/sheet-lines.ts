import type { Area } from '../../../shared/a1';
import type { SheetInfo } from '../../../shared/cells';
import type { Axis, Operation } from '../../../shared/operations';
import { call } from '../../bridge';
import { exception } from '../../exception';

/** The part of a Sheet that deals with whole rows and columns. */
export abstract class SheetLines {
  constructor(readonly id: number) {}

  info(): SheetInfo {
    const info = call('sheets.sheet', { sheet: this.id });
    // Unverified wording.
    if (!info) throw exception(`Sheet ${this.id} not found`);
    return info;
  }

  protected apply(operation: Operation): this {
    call('sheets.apply', { operation });
    return this;
  }

  insertRows(at: number, count = 1): void {
    this.insert('rows', at, count, at);
  }

  insertRowBefore(at: number): this {
    return this.insertRowsBefore(at, 1);
  }

  insertRowsBefore(at: number, count: number): this {
    return this.insert('rows', at, count, at);
  }

  insertRowAfter(at: number): this {
    return this.insertRowsAfter(at, 1);
  }

  insertRowsAfter(at: number, count: number): this {
    return this.insert('rows', at + 1, count, at);
  }

  insertColumns(at: number, count = 1): void {
    this.insert('columns', at, count, at);
  }

  insertColumnBefore(at: number): this {
    return this.insertColumnsBefore(at, 1);
  }

  insertColumnsBefore(at: number, count: number): this {
    return this.insert('columns', at, count, at);
  }

  insertColumnAfter(at: number): this {
    return this.insertColumnsAfter(at, 1);
  }

  insertColumnsAfter(at: number, count: number): this {
    return this.insert('columns', at + 1, count, at);
  }

  private insert(axis: Axis, at: number, count: number, like: number): this {
    this.checkLine(axis, like);
    return this.apply({ do: 'insert', sheet: this.id, axis, at, count, like });
  }

  deleteRow(at: number): this {
    this.deleteRows(at, 1);
    return this;
  }

  deleteRows(at: number, count: number): void {
    this.delete('rows', at, count);
  }

  deleteColumn(at: number): this {
    this.deleteColumns(at, 1);
    return this;
  }

  deleteColumns(at: number, count: number): void {
    this.delete('columns', at, count);
  }

  private delete(axis: Axis, at: number, count: number): void {
    this.checkLine(axis, at);
    const info = this.info();
    if (count < 1 || at + count - 1 > info[axis])
      throw exception(`Those ${axis} are out of bounds.`);
    if (count === info[axis]) {
      throw exception(`You can't delete all the ${axis} on the sheet.`);
    }
    if (axis === 'rows' && count === info.rows - info.frozenRows && at > info.frozenRows) {
      throw exception('Sorry, it is not possible to delete all non-frozen rows.');
    }
    this.apply({ do: 'delete', sheet: this.id, axis, at, count });
  }

  private checkLine(axis: Axis, at: number): void {
    if (at < 1 || at > this.info()[axis]) throw exception(`Those ${axis} are out of bounds.`);
  }

  /** Moves whole rows so that they stand before this one, as counted until now. */
  moveRows({ area }: { area: Area }, to: number): void {
    this.move('rows', area.row, area.rows, to);
  }

  moveColumns({ area }: { area: Area }, to: number): void {
    this.move('columns', area.column, area.columns, to);
  }

  private move(axis: Axis, from: number, count: number, to: number): void {
    this.checkLine(axis, from);
    if (to < 1 || to > this.info()[axis] + 1) throw exception(`Those ${axis} are out of bounds.`);
    if (to >= from && to <= from + count) return;
    this.apply({ do: 'moveLines', sheet: this.id, axis, from, count, to });
  }

  getColumnWidth(column: number): number {
    return call('sheets.sizes', { sheet: this.id, axis: 'columns', at: column }).pixels;
  }

  getRowHeight(row: number): number {
    return call('sheets.sizes', { sheet: this.id, axis: 'rows', at: row }).pixels;
  }

  setColumnWidth(column: number, pixels: number): this {
    return this.setColumnWidths(column, 1, pixels);
  }

  setColumnWidths(at: number, count: number, pixels: number): this {
    return this.apply({ do: 'size', sheet: this.id, axis: 'columns', at, count, pixels });
  }

  setRowHeight(row: number, pixels: number): this {
    return this.setRowHeights(row, 1, pixels);
  }

  setRowHeights(at: number, count: number, pixels: number): this {
    return this.apply({ do: 'size', sheet: this.id, axis: 'rows', at, count, pixels });
  }

  setRowHeightsForced(at: number, count: number, pixels: number): this {
    return this.setRowHeights(at, count, pixels);
  }

  autoResizeColumn(column: number): this {
    return this.autoResizeColumns(column, 1);
  }

  /** Fits each column to its longest text, at about seven pixels a sign. */
  autoResizeColumns(start: number, count: number): this {
    const { row } = call('sheets.extent', { sheet: this.id });
    for (let column = start; column < start + count; column += 1) {
      const area = { sheet: this.id, row: 1, column, rows: Math.max(row, 1), columns: 1 };
      const texts = call('sheets.display', { area }).flat();
      const longest = Math.max(0, ...texts.map((text) => text.length));
      this.setColumnWidth(column, Math.min(Math.max(longest * 7 + 16, 40), 600));
    }
    return this;
  }

  autoResizeRows(start: number, count: number): this {
    return this.setRowHeights(start, count, 21);
  }

  hideColumns(column: number, count = 1): void {
    this.hide('columns', column, count, true);
  }

  showColumns(column: number, count = 1): void {
    this.hide('columns', column, count, false);
  }

  hideRows(row: number, count = 1): void {
    this.hide('rows', row, count, true);
  }

  showRows(row: number, count = 1): void {
    this.hide('rows', row, count, false);
  }

  hideColumn(range: { area: Area }): void {
    this.hideColumns(range.area.column, range.area.columns);
  }

  unhideColumn(range: { area: Area }): void {
    this.showColumns(range.area.column, range.area.columns);
  }

  hideRow(range: { area: Area }): void {
    this.hideRows(range.area.row, range.area.rows);
  }

  unhideRow(range: { area: Area }): void {
    this.showRows(range.area.row, range.area.rows);
  }

  isColumnHiddenByUser(column: number): boolean {
    return call('sheets.sizes', { sheet: this.id, axis: 'columns', at: column }).hidden;
  }

  isRowHiddenByUser(row: number): boolean {
    return call('sheets.sizes', { sheet: this.id, axis: 'rows', at: row }).hidden;
  }

  private hide(axis: Axis, at: number, count: number, hidden: boolean): void {
    this.apply({ do: 'hide', sheet: this.id, axis, at, count, hidden });
  }
}
