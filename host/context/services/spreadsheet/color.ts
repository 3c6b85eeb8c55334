import { enumValue, type EnumValue } from '../../enums';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { cssColor } from './colors';

/** What a colour is: `#rrggbb`, or the name of one of the theme's. */
type ColorData = { rgb: string } | { theme: string };

/** The colours of the theme that a new spreadsheet has (unverified). */
const themeColors: Record<string, string> = {
  TEXT: '#000000',
  BACKGROUND: '#ffffff',
  ACCENT1: '#4285f4',
  ACCENT2: '#ea4335',
  ACCENT3: '#fbbc04',
  ACCENT4: '#34a853',
  ACCENT5: '#ff6d01',
  ACCENT6: '#46bdc6',
  HYPERLINK: '#1155cc',
};

/** What a colour and its builder both tell. */
abstract class ColorFacts {
  abstract readonly data: ColorData;

  /** The colour as a cell keeps it. */
  hex(): string {
    return 'rgb' in this.data ? this.data.rgb : (themeColors[this.data.theme] ?? '#000000');
  }

  getColorType(): EnumValue {
    return enumValue('Base.ColorType', 'rgb' in this.data ? 'RGB' : 'THEME');
  }

  asRgbColor(): RgbColor {
    // Unverified wording.
    if (!('rgb' in this.data)) throw exception('Object is not of type RgbColor.');
    return new RgbColor(this.data.rgb);
  }

  asThemeColor(): ThemeColor {
    // Unverified wording.
    if (!('theme' in this.data)) throw exception('Object is not of type ThemeColor.');
    return new ThemeColor(this.data.theme);
  }
}

/** Color: a colour, by its parts or by its place in the theme. */
export class Color extends ColorFacts implements Thing {
  readonly kind = 'Spreadsheet.Color';

  constructor(readonly data: ColorData) {
    super();
  }

  static from(hex: string): Color {
    return new Color({ rgb: hex });
  }
}

/** ColorBuilder: a colour in the making. */
export class ColorBuilder extends ColorFacts implements Thing {
  readonly kind = 'Spreadsheet.ColorBuilder';

  data: ColorData = { rgb: '#000000' };

  build(): Color {
    return new Color(this.data);
  }

  setRgbColor(text: string): this {
    const rgb = cssColor(text);
    // Unverified wording.
    if (rgb === undefined) throw exception(`Invalid color: ${text}`);
    this.data = { rgb };
    return this;
  }

  setThemeColor(type: EnumValue): this {
    this.data = { theme: type.name() };
    return this;
  }
}

/** RgbColor: a colour by its parts, each from 0 to 255. */
export class RgbColor implements Thing {
  readonly kind = 'Base.RgbColor';

  constructor(private readonly hex: string) {}

  asHexString(): string {
    return this.hex;
  }

  getColorType(): EnumValue {
    return enumValue('Base.ColorType', 'RGB');
  }

  getRed(): number {
    return this.part(1);
  }

  getGreen(): number {
    return this.part(3);
  }

  getBlue(): number {
    return this.part(5);
  }

  private part(at: number): number {
    return parseInt(this.hex.slice(at, at + 2), 16);
  }
}

/** ThemeColor: a place in the theme. */
export class ThemeColor implements Thing {
  readonly kind = 'Spreadsheet.ThemeColor';

  constructor(private readonly type: string) {}

  getColorType(): EnumValue {
    return enumValue('Base.ColorType', 'THEME');
  }

  getThemeColorType(): EnumValue {
    return enumValue('Spreadsheet.ThemeColorType', this.type);
  }
}
