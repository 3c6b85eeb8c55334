import type { Thing } from '../facade';

/** Charts: of this service only the text styles are built, which charts on tabs take too. */
export class Charts implements Thing {
  readonly kind = 'Charts.Charts';

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }
}

interface TextStyleData {
  color?: string;
  fontName?: string;
  fontSize?: number;
}

/** TextStyle: how a text of a chart looks. */
export class TextStyle implements Thing {
  readonly kind = 'Charts.TextStyle';

  constructor(readonly data: TextStyleData) {}

  getColor(): string | null {
    return this.data.color ?? null;
  }

  getFontName(): string | null {
    return this.data.fontName ?? null;
  }

  getFontSize(): number | null {
    return this.data.fontSize ?? null;
  }
}

/** TextStyleBuilder: a style in the making. */
export class TextStyleBuilder implements Thing {
  readonly kind = 'Charts.TextStyleBuilder';

  private data: TextStyleData = {};

  build(): TextStyle {
    return new TextStyle({ ...this.data });
  }

  setColor(color: string): this {
    this.data.color = color;
    return this;
  }

  setFontName(fontName: string): this {
    this.data.fontName = fontName;
    return this;
  }

  setFontSize(fontSize: number): this {
    this.data.fontSize = fontSize;
    return this;
  }
}
