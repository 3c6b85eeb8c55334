import { boot, call } from '../../bridge';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { Ui } from '../ui';
import { ColorBuilder } from './color';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import { FilterCriteriaBuilder } from './filter';
import type { Range } from './range';
import type { RangeList } from './range-list';
import { RichTextValueBuilder } from './rich-text';
import { Selection } from './selection';
import type { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { TextStyleBuilder } from './text-style';

/** SpreadsheetApp: the one spreadsheet of this host, open for the project that is bound to it. */
export class SpreadsheetApp implements Thing {
  readonly kind = 'Spreadsheet.SpreadsheetApp';

  getActiveSpreadsheet(): Spreadsheet | null {
    return boot().bound ? new Spreadsheet() : null;
  }

  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }

  openById(id: string): Spreadsheet {
    const spreadsheet = new Spreadsheet();
    if (spreadsheet.getId() === id) return spreadsheet;
    throw exception('You do not have permission to access the requested document.');
  }

  openByUrl(url: string): Spreadsheet {
    const spreadsheet = new Spreadsheet();
    if (spreadsheet.getUrl() === url) return spreadsheet;
    throw exception(`Invalid argument: url`);
  }

  getActiveSheet(): Sheet {
    return this.active().getActiveSheet();
  }

  getActiveRange(): Range {
    return this.active().getActiveRange();
  }

  getCurrentCell(): Range {
    return this.active().getCurrentCell();
  }

  getActiveRangeList(): RangeList {
    return this.active().getActiveRangeList();
  }

  setActiveRangeList(list: RangeList): RangeList {
    return list.activate();
  }

  /** The host has one spreadsheet only, which is active already. */
  setActiveSpreadsheet(spreadsheet: Spreadsheet): void {
    spreadsheet.getActiveSheet().activate();
  }

  getSelection(): Selection {
    return new Selection();
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return this.active().setActiveSheet(sheet);
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setCurrentCell(range: Range): Range {
    return range.activate();
  }

  flush(): void {
    call('sheets.flush', {});
  }

  getUi(): Ui {
    if (!boot().hasUi) throw exception('Cannot call SpreadsheetApp.getUi() from this context.');
    return new Ui();
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }

  newColor(): ColorBuilder {
    return new ColorBuilder();
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }

  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder();
  }

  private active(): Spreadsheet {
    const spreadsheet = this.getActiveSpreadsheet();
    // Unverified wording.
    if (!spreadsheet) throw exception('There is no active spreadsheet in this context.');
    return spreadsheet;
  }
}
