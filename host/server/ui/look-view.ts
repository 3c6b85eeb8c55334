import type { Look, RichText, Style, TextStyle } from '../../shared/cells';
import type { LookView, RunView } from '../../shared/view';
import { choicesOf } from '../../sheets/rules';
import type { Workbook } from '../../sheets/workbook';

/** How a cell is drawn: its own look, on the colour of its band, under what rules paint. */
export function lookView(
  workbook: Workbook,
  look: Look,
  style: Style,
  band: string | undefined,
): LookView {
  const choices = look.validation ? choicesOf(workbook, look.validation) : null;
  const background = style.background ?? look.background ?? band;
  const color = style.fontColor ?? look.fontColor;
  const line = style.strikethrough ? 'line-through' : style.underline ? 'underline' : look.fontLine;
  return {
    ...(background === undefined ? {} : { background }),
    ...(color === undefined ? {} : { color }),
    ...((style.bold ?? look.fontWeight === 'bold') ? { bold: true } : {}),
    ...((style.italic ?? look.fontStyle === 'italic') ? { italic: true } : {}),
    ...(line === undefined ? {} : { line }),
    ...(look.fontFamily === undefined ? {} : { font: look.fontFamily }),
    ...(look.fontSize === undefined ? {} : { size: look.fontSize }),
    ...(look.horizontalAlignment === undefined ? {} : { align: look.horizontalAlignment }),
    ...(look.verticalAlignment === undefined ? {} : { valign: look.verticalAlignment }),
    ...(look.wrapStrategy === undefined ? {} : { wrap: look.wrapStrategy }),
    ...(look.borders ? { borders: look.borders } : {}),
    ...(look.textRotation === undefined ? {} : { rotation: look.textRotation }),
    ...(look.textDirection === 'RIGHT_TO_LEFT' ? { rightToLeft: true } : {}),
    ...(choices ? { choices } : {}),
    ...(look.validation?.criteria === 'CHECKBOX' ? { checkbox: true } : {}),
  };
}

/** The whole text in stretches, those between the ones with a look of their own too. */
export function runsView({ text, runs }: RichText): RunView[] {
  const shown: RunView[] = [];
  let done = 0;
  const plain = (until: number): void => {
    if (until > done) shown.push({ text: text.slice(done, until) });
  };
  for (const { start, end, style, link } of runs) {
    plain(start);
    shown.push({
      text: text.slice(start, end),
      ...textView(style, link !== undefined),
      ...(link === undefined ? {} : { link }),
    });
    done = end;
  }
  plain(text.length);
  return shown;
}

function textView(style: TextStyle, isLink: boolean): Omit<RunView, 'text'> {
  const { bold, italic, underline, strikethrough, color, fontFamily, fontSize } = style;
  const isUnderlined = underline ?? isLink;
  const line = [isUnderlined && 'underline', strikethrough && 'line-through'].filter(Boolean);
  const ink = color ?? (isLink ? '#1155cc' : undefined);
  return {
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(line.length ? { line: line.join(' ') } : {}),
    ...(ink === undefined ? {} : { color: ink }),
    ...(fontFamily === undefined ? {} : { font: fontFamily }),
    ...(fontSize === undefined ? {} : { size: fontSize }),
  };
}
