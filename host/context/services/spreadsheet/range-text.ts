import type { LookKey, LookValue, TextStyle as StyleData } from '../../../shared/cells';
import { call } from '../../bridge';
import { enumValue, type EnumValue } from '../../enums';
import { exception } from '../../exception';
import { Color } from './color';
import type { Range } from './range';
import { checkSize } from './range-checks';
import { TextRotation } from './text-rotation';
import { TextStyle } from './text-style';

/** The looks that make up a text style, as cells keep them. */
export function textStylesOf(range: Range): StyleData[][] {
  const area = range.sheetArea();
  const looks = (key: LookKey): LookValue[][] => call('sheets.looks', { area, key });
  const [weights, slants, lines] = [looks('fontWeight'), looks('fontStyle'), looks('fontLine')];
  const [colors, families, sizes] = [looks('fontColor'), looks('fontFamily'), looks('fontSize')];
  return weights.map((row, y) =>
    row.map((weight, x) => ({
      bold: weight === 'bold',
      italic: slants[y]?.[x] === 'italic',
      underline: lines[y]?.[x] === 'underline',
      strikethrough: lines[y]?.[x] === 'line-through',
      color: (colors[y]?.[x] ?? '#000000') as string,
      fontFamily: (families[y]?.[x] ?? 'Arial') as string,
      fontSize: (sizes[y]?.[x] ?? 10) as number,
    })),
  );
}

/** Gives Range the methods that deal with styles, turned text and colours as objects. */
export function defineTextMethods(prototype: Range): void {
  for (const { one, many, read, write } of table) {
    define(prototype, `get${many}`, function () {
      return read(this);
    });
    define(prototype, `get${one}`, function () {
      return read(this.topLeft())[0]?.[0];
    });
    define(prototype, `set${one}`, function (value: unknown) {
      write(this, value);
      return this;
    });
    define(prototype, `set${many}`, function (rows: unknown[][]) {
      checkSize(rows, this.area);
      rows.forEach((row, y) => {
        row.forEach((value, x) => {
          write(this.getCell(y + 1, x + 1), value);
        });
      });
      return this;
    });
  }
  define(prototype, 'setVerticalText', function (vertical: boolean) {
    return setLook(this, 'textRotation', vertical ? 'vertical' : null);
  });
  define(prototype, 'setBackgroundRGB', function (red: number, green: number, blue: number) {
    return setLook(this, 'background', hexOf([red, green, blue]));
  });
}

interface TextMethods {
  one: string;
  many: string;
  read: (range: Range) => unknown[][];
  write: (range: Range, value: unknown) => void;
}

const table: TextMethods[] = [
  {
    one: 'TextStyle',
    many: 'TextStyles',
    read: (range) => textStylesOf(range).map((row) => row.map((style) => new TextStyle(style))),
    write: (range, style) => {
      writeStyle(range, (style as TextStyle).data);
    },
  },
  {
    one: 'TextRotation',
    many: 'TextRotations',
    read: (range) => shown(range, 'textRotation', (look) => TextRotation.from(look)),
    write: (range, rotation) => {
      const turned = typeof rotation === 'number' ? rotation : (rotation as TextRotation).rotation;
      // Unverified wording.
      if (typeof turned === 'number' && Math.abs(turned) > 90)
        throw exception('The degrees must be between -90 and 90.');
      setLook(range, 'textRotation', turned === 0 ? null : turned);
    },
  },
  {
    one: 'TextDirection',
    many: 'TextDirections',
    read: (range) =>
      shown(range, 'textDirection', (look) =>
        look === null ? null : enumValue('Spreadsheet.TextDirection', look as string),
      ),
    write: (range, direction) => {
      setLook(range, 'textDirection', (direction as EnumValue | null)?.name() ?? null);
    },
  },
  colorMethods('BackgroundObject', 'background', '#ffffff'),
  colorMethods('FontColorObject', 'fontColor', '#000000'),
  {
    one: 'Wrap',
    many: 'Wraps',
    read: (range) => shown(range, 'wrapStrategy', (look) => look === 'WRAP'),
    write: (range, wrap) => {
      setLook(range, 'wrapStrategy', wrap ? 'WRAP' : 'OVERFLOW');
    },
  },
];

function colorMethods(one: string, key: LookKey, blank: string): TextMethods {
  return {
    one,
    many: `${one}s`,
    read: (range) => shown(range, key, (look) => Color.from((look ?? blank) as string)),
    write: (range, color) => {
      setLook(range, key, (color as Color | null)?.hex() ?? null);
    },
  };
}

function shown<Shown>(range: Range, key: LookKey, show: (look: LookValue) => Shown): Shown[][] {
  const looks = call('sheets.looks', { area: range.sheetArea(), key });
  return looks.map((row) => row.map(show));
}

function setLook(range: Range, key: LookKey, value: LookValue): Range {
  return range.write({ do: 'look', area: range.sheetArea(), key, value });
}

/** What the style does not say stays as it is. */
function writeStyle(range: Range, style: StyleData): void {
  const { bold, italic, underline, strikethrough, color, fontFamily, fontSize } = style;
  if (bold !== undefined) setLook(range, 'fontWeight', bold ? 'bold' : null);
  if (italic !== undefined) setLook(range, 'fontStyle', italic ? 'italic' : null);
  if (underline !== undefined || strikethrough !== undefined) {
    const line = strikethrough ? 'line-through' : underline ? 'underline' : null;
    setLook(range, 'fontLine', line);
  }
  if (color !== undefined) setLook(range, 'fontColor', color);
  if (fontFamily !== undefined) setLook(range, 'fontFamily', fontFamily);
  if (fontSize !== undefined) setLook(range, 'fontSize', fontSize);
}

function hexOf(parts: number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function define(
  prototype: Range,
  name: string,
  value: (this: Range, ...args: never[]) => unknown,
): void {
  Object.defineProperty(prototype, name, { value });
}
