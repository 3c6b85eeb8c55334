import type { TextStyle as StyleData } from '../../../shared/cells';
import type { Thing } from '../../facade';
import { Color } from './color';
import { cssColor } from './colors';

/** TextStyle: how text looks; what it does not say is null. */
export class TextStyle implements Thing {
  readonly kind = 'Spreadsheet.TextStyle';

  constructor(readonly data: StyleData) {}

  copy(): TextStyleBuilder {
    return new TextStyleBuilder({ ...this.data });
  }

  getFontFamily(): string | null {
    return this.data.fontFamily ?? null;
  }

  getFontSize(): number | null {
    return this.data.fontSize ?? null;
  }

  getForegroundColor(): string | null {
    return this.data.color ?? null;
  }

  getForegroundColorObject(): Color | null {
    return this.data.color === undefined ? null : Color.from(this.data.color);
  }

  isBold(): boolean | null {
    return this.data.bold ?? null;
  }

  isItalic(): boolean | null {
    return this.data.italic ?? null;
  }

  isStrikethrough(): boolean | null {
    return this.data.strikethrough ?? null;
  }

  isUnderline(): boolean | null {
    return this.data.underline ?? null;
  }
}

/** TextStyleBuilder: a style in the making. */
export class TextStyleBuilder implements Thing {
  readonly kind = 'Spreadsheet.TextStyleBuilder';

  constructor(private data: StyleData = {}) {}

  build(): TextStyle {
    return new TextStyle({ ...this.data });
  }

  private set(data: StyleData): this {
    this.data = { ...this.data, ...data };
    return this;
  }

  setBold(bold: boolean): this {
    return this.set({ bold });
  }

  setItalic(italic: boolean): this {
    return this.set({ italic });
  }

  setUnderline(underline: boolean): this {
    return this.set({ underline });
  }

  setStrikethrough(strikethrough: boolean): this {
    return this.set({ strikethrough });
  }

  setFontFamily(fontFamily: string): this {
    return this.set({ fontFamily });
  }

  setFontSize(fontSize: number): this {
    return this.set({ fontSize });
  }

  /** A colour that is none is silently passed over, as for cells. */
  setForegroundColor(text: string): this {
    const color = cssColor(text);
    return color === undefined ? this : this.set({ color });
  }

  setForegroundColorObject(color: Color): this {
    return this.set({ color: color.hex() });
  }
}
