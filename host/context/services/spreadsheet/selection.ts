import type { Thing } from '../../facade';
import type { Range } from './range';
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
}
