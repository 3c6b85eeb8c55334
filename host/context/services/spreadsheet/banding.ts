import type { Area } from '../../../shared/a1';
import type { BandColors, Banding as BandingData } from '../../../shared/cells';
import { call } from '../../bridge';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { cssColor } from './colors';
import { Range } from './range';
import type { Sheet } from './sheet';

type Axis = 'rows' | 'columns';

/** Header, first, second and footer of each theme, as Sheets offers them (unverified). */
const themes: Record<string, [string, string, string, string]> = {
  LIGHT_GREY: ['#bdbdbd', '#ffffff', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#ffffff', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#ffffff', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#ffffff', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffffff', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#ffffff', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ffffff', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ffffff', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#ffffff', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#ffffff', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#ffffff', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#ffffff', '#fddce8', '#f68ab0'],
};

/** Gives a block alternating colours along one axis. */
export function newBanding(
  range: Range,
  axis: Axis,
  theme: string,
  header: boolean,
  footer: boolean,
): Banding {
  const [headerColor, first, second, footerColor] = themes[theme] ?? ['', '', '', ''];
  const colors: BandColors = {
    first,
    second,
    ...(header ? { header: headerColor } : {}),
    ...(footer ? { footer: footerColor } : {}),
  };
  const none = { rows: {}, columns: {} };
  return insertBanding(range, { ...none, [axis]: colors });
}

function insertBanding(range: Range, colors: Pick<BandingData, Axis>): Banding {
  if (bandingsOf(range.sheet).some((other) => other.touches(range.area))) {
    // Unverified wording.
    throw exception(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  const id = call('sheets.newId', {});
  return new Banding(range.sheet, { id, area: range.area, ...colors }).save();
}

export function bandingsOf(sheet: Sheet): Banding[] {
  return call('sheets.bandings', { sheet: sheet.id }).map((data) => new Banding(sheet, data));
}

/** Banding: alternating colours of a block. */
export class Banding implements Thing {
  readonly kind = 'Spreadsheet.Banding';

  constructor(
    private readonly sheet: Sheet,
    private readonly data: BandingData,
  ) {}

  save(): this {
    const operation = { do: 'banding', sheet: this.sheet.id, banding: this.data } as const;
    call('sheets.apply', { operation });
    return this;
  }

  touches(area: Area): boolean {
    const own = this.data.area;
    return (
      own.row < area.row + area.rows &&
      area.row < own.row + own.rows &&
      own.column < area.column + area.columns &&
      area.column < own.column + own.columns
    );
  }

  color(axis: Axis, part: keyof BandColors): string | null {
    return this.data[axis][part] ?? null;
  }

  /** Null takes the colour away; a colour that is none is silently passed over. */
  setColor(axis: Axis, part: keyof BandColors, text: string | null): this {
    const color = text === null ? null : cssColor(text);
    if (color === undefined) return this;
    const others = Object.entries(this.data[axis]).filter(([name]) => name !== part);
    this.data[axis] = Object.fromEntries(color === null ? others : [...others, [part, color]]);
    return this.save();
  }

  getRange(): Range {
    return new Range(this.sheet, this.data.area);
  }

  setRange(range: Range): this {
    this.data.area = range.area;
    return this.save();
  }

  copyTo(range: Range): Banding {
    return insertBanding(range, { rows: this.data.rows, columns: this.data.columns });
  }

  remove(): void {
    const operation = { do: 'removeBanding', sheet: this.sheet.id, id: this.data.id } as const;
    call('sheets.apply', { operation });
  }
}

for (const [axis, line] of [
  ['rows', 'Row'],
  ['columns', 'Column'],
] as const) {
  for (const part of ['header', 'first', 'second', 'footer'] as const) {
    const name = part.charAt(0).toUpperCase() + part.slice(1) + line;
    Object.defineProperty(Banding.prototype, `get${name}Color`, {
      value(this: Banding): string | null {
        return this.color(axis, part);
      },
    });
    Object.defineProperty(Banding.prototype, `set${name}Color`, {
      value(this: Banding, color: string | null): Banding {
        return this.setColor(axis, part, color);
      },
    });
  }
}
