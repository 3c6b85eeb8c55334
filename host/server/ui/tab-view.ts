import type { Chart, Look, Style } from '../../shared/cells';
import type { CellView, ChartView, LookView, RowsView, TabView } from '../../shared/view';
import type { Cell } from '../../sheets/cell';
import { displayText, isDate } from '../../sheets/display';
import { rawValue } from '../../sheets/reading';
import { choicesOf, isInvalid, ruleStyle } from '../../sheets/rules';
import type { Tab } from '../../sheets/tab';
import type { Workbook } from '../../sheets/workbook';
import { asText } from '../../shared/text';

const usualChart = { width: 600, height: 371 };
const lineHeight = 18;
const mostLines = 6;

/** A tab's frame for the page. */
export function tabView(workbook: Workbook, tab: Tab): TabView {
  const { id, name, rows, columns, settings, lines, merges, protections } = tab;
  return {
    id,
    name,
    rows,
    columns,
    extent: tab.grid.extent(),
    settings,
    widths: lines.columns.pixels,
    heights: { ...wrappedHeights(workbook, tab), ...lines.rows.pixels },
    hiddenRows: lines.rows.hidden,
    hiddenColumns: lines.columns.hidden,
    merges,
    charts: tab.charts.map(chartView),
    protections: protections.map(({ area, description, warningOnly }) => {
      return { area, description, warningOnly };
    }),
  };
}

function chartView({ id, options, position }: Chart): ChartView {
  const size = (key: 'width' | 'height'): number => Number(options[key]) || usualChart[key];
  const title = asText(options.title ?? '');
  return { id, title, ...position, width: size('width'), height: size('height') };
}

/** Rows that wrap are as high as their longest text needs, at about seven pixels a sign. */
function wrappedHeights(workbook: Workbook, tab: Tab): Record<number, number> {
  const heights: Record<number, number> = {};
  for (const [row, column, cell] of tab.grid.cells()) {
    if (cell.look?.wrapStrategy !== 'WRAP' || typeof cell.v !== 'string') continue;
    const width = (tab.lines.columns.pixels[column] ?? 100) - 8;
    const texts = displayText(cell, workbook.language).split('\n');
    const wrapped = texts.reduce((sum, text) => sum + Math.ceil((text.length * 7) / width || 1), 0);
    const height = Math.min(wrapped, mostLines) * lineHeight + 6;
    if (wrapped > 1) heights[row] = Math.max(heights[row] ?? 0, height);
  }
  return heights;
}

/** Some rows of a tab for the page, each distinct look once. */
export function rowsView(workbook: Workbook, tab: Tab, from: number, to: number): RowsView {
  const looks: LookView[] = [];
  const places = new Map<string, number>();
  const placeOf = (look: LookView): number => {
    const key = JSON.stringify(look);
    if (key === '{}') return -1;
    let place = places.get(key);
    if (place === undefined) {
      place = looks.push(look) - 1;
      places.set(key, place);
    }
    return place;
  };
  const last = Math.min(to, tab.rows);
  const rows: (CellView | null)[][] = [];
  for (let row = from; row <= last; row += 1) {
    const cells: (CellView | null)[] = [];
    for (let column = 1; column <= tab.columns; column += 1) {
      const cell = tab.grid.get(row, column);
      const style = tab.formatRules.length
        ? ruleStyle(tab.formatRules, row, column, rawValue(cell), workbook.timeZone)
        : {};
      cells.push(cellView(workbook, cell, placeOf(lookView(workbook, cell?.look ?? {}, style))));
    }
    while (cells.length && cells.at(-1) === null) cells.pop();
    rows.push(cells);
  }
  return { from, looks, rows };
}

function cellView(workbook: Workbook, cell: Cell | undefined, look: number): CellView | null {
  if (!cell) return look < 0 ? null : { text: '', look, kind: 'text' };
  const text = cell.f ?? displayText(cell, workbook.language);
  const edit = editText(cell, text);
  const { note, validation } = cell.look ?? {};
  return {
    text,
    look,
    kind: kindOf(cell),
    ...(edit === text ? {} : { edit }),
    ...(note === undefined ? {} : { note }),
    ...(validation && isInvalid(workbook, validation, rawValue(cell)) ? { invalid: true } : {}),
  };
}

function kindOf({ v, f }: Cell): CellView['kind'] {
  if (f !== undefined) return 'formula';
  if (typeof v === 'number') return 'number';
  return typeof v === 'boolean' ? 'boolean' : 'text';
}

/** What a person edits: the formula, the bare number, or the text with the quote that keeps it. */
function editText({ v, f, look }: Cell, text: string): string {
  if (f !== undefined) return f;
  if (typeof v === 'number') return isDate(look?.numberFormat) ? text : String(v);
  const needsQuote = typeof v === 'string' && look?.numberFormat !== '@' && /^[='+]/.test(v);
  return needsQuote ? `'${v}` : text;
}

function lookView(workbook: Workbook, look: Look, style: Style): LookView {
  const choices = look.validation ? choicesOf(workbook, look.validation) : null;
  const background = style.background ?? look.background;
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
    ...(choices ? { choices } : {}),
    ...(look.validation?.criteria === 'CHECKBOX' ? { checkbox: true } : {}),
  };
}
