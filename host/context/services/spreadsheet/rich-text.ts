import type { RichText, TextRun, TextStyle as StyleData } from '../../../shared/cells';
import { exception } from '../../exception';
import type { Thing } from '../../facade';
import { TextStyle } from './text-style';

/** What one sign of a text has of its own. */
interface Mark {
  style: StyleData;
  link?: string | undefined;
}

/** RichTextValue: a text, or a stretch of one, with its looks and links. */
export class RichTextValue implements Thing {
  readonly kind = 'Spreadsheet.RichTextValue';

  /** `base` is how the cell itself looks, where the value was read from one. */
  constructor(
    readonly data: RichText,
    private readonly base: StyleData = {},
    private readonly start = 0,
  ) {}

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.data);
  }

  getText(): string {
    return this.data.text;
  }

  getStartIndex(): number {
    return this.start;
  }

  getEndIndex(): number {
    return this.start + this.data.text.length;
  }

  /** The stretches of one look and link each, which make up the whole text. */
  getRuns(): RichTextValue[] {
    const { text } = this.data;
    return stretches(marksOf(this.data)).map(({ start, end, mark }) => {
      const runs = runsOf(new Array<Mark>(end - start).fill(mark));
      return new RichTextValue({ text: text.slice(start, end), runs }, this.base, start);
    });
  }

  getLinkUrl(start = 0, end = this.data.text.length): string | null {
    checkStretch(this.data.text, start, end);
    const links = new Set(this.marks(start, end).map(({ link }) => link));
    return links.size === 1 ? ([...links][0] ?? null) : null;
  }

  /** The look of a stretch; what differs within it is null. */
  getTextStyle(start = 0, end = this.data.text.length): TextStyle {
    checkStretch(this.data.text, start, end);
    const styles = this.marks(start, end).map(({ style }) => ({ ...this.base, ...style }));
    const [first = this.base] = styles;
    const common = Object.entries(first).filter(([key, value]) =>
      styles.every((style) => Reflect.get(style, key) === value),
    );
    return new TextStyle(Object.fromEntries(common));
  }

  private marks(start: number, end: number): Mark[] {
    return marksOf(this.data).slice(start, end);
  }
}

/** RichTextValueBuilder: a rich text in the making. */
export class RichTextValueBuilder implements Thing {
  readonly kind = 'Spreadsheet.RichTextValueBuilder';

  private text: string;
  private marks: Mark[];

  constructor(from: RichText = { text: '', runs: [] }) {
    this.text = from.text;
    this.marks = marksOf(from);
  }

  build(): RichTextValue {
    return new RichTextValue({ text: this.text, runs: runsOf(this.marks) });
  }

  /** Sets the text, and with it takes all looks and links away. */
  setText(text: string): this {
    this.text = text;
    this.marks = marksOf({ text, runs: [] });
    return this;
  }

  /** On a stretch or on all; null gives the cell's own look back. */
  setTextStyle(...args: [number, number, TextStyle | null] | [TextStyle | null]): this {
    const [start, end, style] = args.length === 3 ? args : [0, this.text.length, args[0]];
    return this.mark(start, end, (mark) => ({
      ...mark,
      style: style ? { ...mark.style, ...style.data } : {},
    }));
  }

  setLinkUrl(...args: [number, number, string | null] | [string | null]): this {
    const [start, end, link] = args.length === 3 ? args : [0, this.text.length, args[0]];
    return this.mark(start, end, ({ style }) => (link === null ? { style } : { style, link }));
  }

  private mark(start: number, end: number, change: (mark: Mark) => Mark): this {
    checkStretch(this.text, start, end);
    this.marks = this.marks.map((mark, at) => (at >= start && at < end ? change(mark) : mark));
    return this;
  }
}

function checkStretch(text: string, start: number, end: number): void {
  if (start >= 0 && start <= end && end <= text.length) return;
  // Unverified wording.
  throw exception(`Illegal argument: the text has ${text.length} characters.`);
}

function marksOf({ text, runs }: RichText): Mark[] {
  const marks = Array.from({ length: text.length }, (): Mark => ({ style: {} }));
  for (const { start, end, style, link } of runs) marks.fill({ style, link }, start, end);
  return marks;
}

/** Neighbouring signs of the same look and link. */
function stretches(marks: Mark[]): { start: number; end: number; mark: Mark }[] {
  const found: { start: number; end: number; mark: Mark; key: string }[] = [];
  marks.forEach((mark, at) => {
    const key = JSON.stringify([Object.entries(mark.style).sort(), mark.link]);
    const last = found.at(-1);
    if (last?.key === key) last.end = at + 1;
    else found.push({ start: at, end: at + 1, mark, key });
  });
  return found;
}

/** The stretches that have something of their own. */
function runsOf(marks: Mark[]): TextRun[] {
  return stretches(marks)
    .filter(({ mark }) => mark.link !== undefined || Object.keys(mark.style).length)
    .map(({ start, end, mark: { style, link } }) => {
      return link === undefined ? { start, end, style } : { start, end, style, link };
    });
}
