import type { EnumValue } from '../../enums';
import type { Thing } from '../../facade';
import { Range } from './range';
import { edgeFrom } from './range-data';
import { RangeList } from './range-list';
import type { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';

/** What is selected in the open spreadsheet. */
export class Selection implements Thing {
  readonly kind = 'Spreadsheet.Selection';

  getActiveSheet(): Sheet {
    return new Spreadsheet().getActiveSheet();
  }

  getActiveRange(): Range {
    return new Spreadsheet().getActiveRange();
  }

  getCurrentCell(): Range {
    return new Spreadsheet().getCurrentCell();
  }

  /** One block is selected at a time here. */
  getActiveRangeList(): RangeList {
    return new RangeList([this.getActiveRange()]);
  }

  /** The selection as Ctrl, Shift and an arrow key would make it. */
  getNextDataRange(direction: EnumValue): Range {
    const { sheet, area } = this.getActiveRange();
    const edge = edgeFrom(this.getCurrentCell(), direction.name());
    const down = ['UP', 'DOWN'].includes(direction.name());
    const [row, column] = [Math.min(area.row, edge.row), Math.min(area.column, edge.column)];
    return new Range(sheet, {
      row,
      column,
      rows: down ? Math.max(area.row, edge.row) - row + 1 : area.rows,
      columns: down ? area.columns : Math.max(area.column, edge.column) - column + 1,
    });
  }
}
