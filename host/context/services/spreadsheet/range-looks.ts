import type { LookKey, LookValue, SheetArea } from '../../../shared/cells';
import type { Operation } from '../../../shared/operations';
import { call } from '../../bridge';
import { enumValue, EnumValue } from '../../enums';
import type { Area } from '../../../shared/a1';
import { cssColor } from './colors';
import { checkSize } from './range-checks';

/** What the look methods need of a Range. */
interface Cells {
  area: Area;
  sheetArea(): SheetArea;
  topLeft(): Cells;
  write(operation: Operation): this;
}

interface LookMethods {
  key: LookKey;
  one: string;
  many: string;
  /** How an untouched cell reads. */
  blank: LookValue;
  enumKind?: string;
  isColor?: boolean;
}

const table: LookMethods[] = [
  { key: 'background', one: 'Background', many: 'Backgrounds', blank: '#ffffff', isColor: true },
  { key: 'fontColor', one: 'FontColor', many: 'FontColors', blank: '#000000', isColor: true },
  { key: 'fontFamily', one: 'FontFamily', many: 'FontFamilies', blank: 'Arial' },
  { key: 'fontLine', one: 'FontLine', many: 'FontLines', blank: 'none' },
  { key: 'fontSize', one: 'FontSize', many: 'FontSizes', blank: 10 },
  { key: 'fontStyle', one: 'FontStyle', many: 'FontStyles', blank: 'normal' },
  { key: 'fontWeight', one: 'FontWeight', many: 'FontWeights', blank: 'normal' },
  {
    key: 'horizontalAlignment',
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    blank: 'general',
  },
  { key: 'note', one: 'Note', many: 'Notes', blank: '' },
  { key: 'numberFormat', one: 'NumberFormat', many: 'NumberFormats', blank: '0.###############' },
  {
    key: 'verticalAlignment',
    one: 'VerticalAlignment',
    many: 'VerticalAlignments',
    blank: 'bottom',
  },
  {
    key: 'wrapStrategy',
    one: 'WrapStrategy',
    many: 'WrapStrategies',
    blank: 'OVERFLOW',
    enumKind: 'Spreadsheet.WrapStrategy',
  },
];

/** Gives Range the getters and setters of formats and notes, for one cell and for many. */
export function defineLookMethods(prototype: Cells): void {
  for (const methods of table) {
    const { key, one, many } = methods;
    define(prototype, `get${many}`, function () {
      return read(this, methods);
    });
    define(prototype, `get${one}`, function () {
      return read(this.topLeft(), methods)[0]?.[0];
    });
    define(prototype, `set${one}`, function (value: unknown) {
      const kept = keep(methods, value);
      if (kept === undefined) return this;
      return this.write({ do: 'look', area: this.sheetArea(), key, value: kept });
    });
    define(prototype, `set${many}`, function (rows: unknown[][]) {
      checkSize(rows, this.area);
      const values = rows.map((row) => row.map((value) => keep(methods, value) ?? null));
      return this.write({ do: 'looks', area: this.sheetArea(), key, values });
    });
  }
}

function define(
  prototype: Cells,
  name: string,
  value: (this: Cells, argument: never) => unknown,
): void {
  Object.defineProperty(prototype, name, { value });
}

function read(cells: Cells, { key, blank, enumKind }: LookMethods): unknown[][] {
  const values = call('sheets.looks', { area: cells.sheetArea(), key });
  return values.map((row) =>
    row.map((value) => {
      const shown = value ?? blank;
      return enumKind === undefined ? shown : enumValue(enumKind, shown as string);
    }),
  );
}

/** The value as it is stored; a colour that is none is silently passed over, as on Google. */
function keep({ isColor }: LookMethods, value: unknown): LookValue | undefined {
  if (value instanceof EnumValue) return value.name();
  if (isColor && typeof value === 'string') return cssColor(value);
  return value ?? null;
}
