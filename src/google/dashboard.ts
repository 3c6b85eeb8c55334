import type { Figure } from '../core/dashboard/tile';
import { type Choices, CHOICES } from '../core/dashboard/view';
import { moneyFormat, toMajor } from '../core/money';
import type { Cell } from '../core/schema/column';
import { DASHBOARD } from '../core/workbook';
import type { ShownDashboard } from '../services';
import { drawCharts } from './chart-data';
import { isLaidOut, layOut, LAYOUT, placeOf } from './dashboard-layout';
import { sheetNamed } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What the dropdowns say, as typed; blank where the tab is not laid out yet. */
export function readChoices(): Choices {
  const cells = sheetNamed(DASHBOARD).getRange(LAYOUT.choices, 1, CHOICES.length, 2).getValues();
  const said = (at: number): string => {
    const [title = '', value = ''] = (cells[at] ?? []) as Cell[];
    return title === CHOICES[at]?.title ? String(value) : '';
  };
  return { period: said(0), kind: said(1), segment: said(2) };
}

/** Writes figures, words and charts; a block or chart that is right already is not touched. */
export function showDashboard({ note, tiles, steps, charts, segments }: ShownDashboard): void {
  const sheet = sheetNamed(DASHBOARD);
  const rows = tiles.flatMap(({ tile, figures }) => [
    { cells: [tile.title, '', ''] as Cell[], format: '@', isTitle: true },
    ...figures.map((figure) => ({
      cells: [figure.figure, valueOf(figure), figure.cases] as Cell[],
      format: formatOf(figure),
      isTitle: false,
    })),
  ]);
  const height = Math.max(LAYOUT.figures + rows.length - 1, placeOf(charts.length + 1).row);
  const read = (): Cell[][] => sheet.getRange(1, 1, height, LAYOUT.columns).getValues() as Cell[][];
  let before = read();
  if (!isLaidOut(before[0] ?? [])) {
    layOut(sheet, charts.length);
    before = read();
  }
  const block: Block = { sheet, before };
  write(block, LAYOUT.note, 1, [[note]]);
  write(
    block,
    LAYOUT.figures,
    1,
    rows.map(({ cells }) => cells),
    (range) => {
      range.setNumberFormats(rows.map(({ format }) => ['@', format, '0']));
      range.setFontWeights(
        rows.map(({ isTitle }) => Array<'bold' | 'normal'>(3).fill(isTitle ? 'bold' : 'normal')),
      );
      range.setBackgrounds(
        rows.map(({ isTitle }) => Array<string>(3).fill(isTitle ? '#e3eee8' : '#ffffff')),
      );
      range.offset(0, 1, rows.length, 2).setHorizontalAlignment('right');
    },
  );
  write(
    block,
    LAYOUT.steps,
    LAYOUT.charts[0],
    Array.from({ length: LAYOUT.mostSteps }, (_, i) => [steps[i] ?? '']),
  );
  write(block, LAYOUT.figures, LAYOUT.charts[0], wordsOf(charts));
  drawCharts(sheet, charts, segments);
  SpreadsheetApp.flush();
}

/** Of each chart what it rests on; of each that is not drawn its title and what is missing. */
function wordsOf(charts: ShownDashboard['charts']): Cell[][] {
  const [left] = LAYOUT.charts;
  const cells = Array.from({ length: placeOf(charts.length + 1).row - LAYOUT.figures }, () =>
    Array<Cell>(LAYOUT.columns - left + 1).fill(''),
  );
  charts.forEach(({ chart, drawing: { rows, note } }, i) => {
    const { row, column } = placeOf(i);
    const put = (down: number, words: string): void => {
      const line = cells[row - LAYOUT.figures + down];
      if (line !== undefined) line[column - left] = words;
    };
    if (rows.length > 1) put(LAYOUT.chartRows, note);
    else {
      put(0, chart.title);
      put(1, note);
    }
  });
  return cells;
}

function valueOf({ value }: Figure): Cell {
  return typeof value === 'object' ? toMajor(value) : value;
}

function formatOf({ value, as }: Figure): string {
  if (as === 'percent') return '0.0%';
  if (typeof value !== 'object') return '#,##0';
  return moneyFormat(value);
}

interface Block {
  sheet: Sheet;
  /** The whole tab as it was. */
  before: Cell[][];
}

/** Writes cells unless just they stand there. */
function write(
  { sheet, before }: Block,
  row: number,
  column: number,
  values: Cell[][],
  style?: (range: Range) => void,
): void {
  const isSame = values.every((cells, i) =>
    cells.every((cell, k) => cell === before[row - 1 + i]?.[column - 1 + k]),
  );
  if (isSame) return;
  const range = sheet.getRange(row, column, values.length, values[0]?.length ?? 0);
  style?.(range);
  range.setValues(values);
}
