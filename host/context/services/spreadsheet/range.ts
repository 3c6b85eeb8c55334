import type { Area } from '../../../shared/a1';
import { call } from '../../bridge';
import type { EnumValue } from '../../enums';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { dataRegion, edgeFrom } from './range-data';
import { checkArea } from './range-checks';
import { RangeLayout } from './range-layout';
import { defineLookMethods } from './range-looks';
import { defineTextMethods, textStylesOf } from './range-text';
import { TextFinder } from './text-finder';

/** Range: a block of a tab's cells. It keeps its place when rows move under it, as on Google. */
export class Range extends RangeLayout implements Thing {
  readonly kind = 'Spreadsheet.Range';

  self(): this {
    return this;
  }

  block(area: Area): Range {
    return new Range(this.sheet, area);
  }

  textStyles(): ReturnType<typeof textStylesOf> {
    return textStylesOf(this);
  }

  offset(rows: number, columns: number, numRows?: number, numColumns?: number): Range {
    const area = {
      row: this.area.row + rows,
      column: this.area.column + columns,
      rows: numRows ?? this.area.rows,
      columns: numColumns ?? this.area.columns,
    };
    const { rows: maxRows, columns: maxColumns } = this.sheet.info();
    checkArea(area, maxRows, maxColumns);
    return new Range(this.sheet, area);
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.area.rows || column > this.area.columns) {
      throw exception('Cell reference out of range');
    }
    return new Range(this.sheet, {
      row: this.area.row + row - 1,
      column: this.area.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }

  activate(): this {
    call('sheets.activate', { area: this.sheetArea() });
    return this;
  }

  activateAsCurrentCell(): this {
    return this.activate();
  }

  topLeft(): Range {
    return this.getCell(1, 1);
  }

  /** The cells around the range that hold content and touch each other. */
  getDataRegion(dimension?: EnumValue): Range {
    return this.block(dataRegion(this, dimension?.name()));
  }

  /** Where Ctrl and an arrow key lead from the first cell. */
  getNextDataCell(direction: EnumValue): Range {
    return this.block({ ...edgeFrom(this, direction.name()), rows: 1, columns: 1 });
  }

  createTextFinder(text: string): TextFinder {
    return new TextFinder([this], text);
  }
}

defineLookMethods(Range.prototype);
defineTextMethods(Range.prototype);
