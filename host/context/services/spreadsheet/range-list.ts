import { exception } from '../../exception';
import type { Thing } from '../../facade';
import type { Range } from './range';

/** RangeList: some blocks of one tab, treated alike. */
export class RangeList implements Thing {
  readonly kind = 'Spreadsheet.RangeList';

  constructor(private readonly ranges: Range[]) {
    // Unverified wording.
    if (!ranges.length) throw exception('A range list must have at least one range.');
  }

  getRanges(): Range[] {
    return this.ranges;
  }

  /** The last range is the active one, as when a person adds to a selection. */
  activate(): this {
    this.ranges.at(-1)?.activate();
    return this;
  }

  forEach(method: string, args: unknown[]): this {
    for (const range of this.ranges) {
      const own = Reflect.get(range, method) as (...args: unknown[]) => unknown;
      own.apply(range, args);
    }
    return this;
  }
}

const forEachRange = [
  'breakApart',
  'check',
  'clear',
  'clearContent',
  'clearDataValidations',
  'clearFormat',
  'clearNote',
  'insertCheckboxes',
  'removeCheckboxes',
  'setBackground',
  'setBackgroundRGB',
  'setBorder',
  'setFontColor',
  'setFontFamily',
  'setFontLine',
  'setFontSize',
  'setFontStyle',
  'setFontWeight',
  'setFormula',
  'setFormulaR1C1',
  'setHorizontalAlignment',
  'setNote',
  'setNumberFormat',
  'setTextDirection',
  'setTextRotation',
  'setValue',
  'setVerticalAlignment',
  'setVerticalText',
  'setWrap',
  'setWrapStrategy',
  'trimWhitespace',
  'uncheck',
];

for (const method of forEachRange) {
  Object.defineProperty(RangeList.prototype, method, {
    value(this: RangeList, ...args: unknown[]): RangeList {
      return this.forEach(method, args);
    },
  });
}
