import type { Chart } from '../core/dashboard/charts';
import type { Figure, Tile } from '../core/dashboard/tile';
import { moneyFormat, toMajor } from '../core/money';
import type { Cell } from '../core/schema/column';
import { CHART_DATA, DASHBOARD } from '../core/workbook';
import type { DrawnChart } from '../services';
import { sheetNamed } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const DASHBOARD_HEADER = ['Figure', 'Value', 'Cases'] as const;
/** What each header means. */
export const DASHBOARD_NOTES = [
  'What is counted.',
  'Money is in your home currency. Earned means approved or paid.',
  'How many commissions, letters or recommendations the figure rests on. Few cases say little yet.',
];

/** Charts stand to the right of the figures. */
const CHART_COLUMN = 5;
const CHART_SIZE = { width: 620, height: 340 };
/** Columns of `_Charts` that each chart's figures have to themselves. */
const DATA_COLUMNS = 4;

/** Writes figures and charts; a block or chart that is right already is not touched. */
export function showDashboard(
  tiles: { tile: Tile; figures: Figure[] }[],
  charts: DrawnChart[],
): void {
  const rows = tiles.flatMap(({ tile, figures }) => [
    { cells: [tile.title, '', ''] as Cell[], format: '@', isTitle: true },
    ...figures.map((figure) => ({
      cells: [figure.figure, valueOf(figure), figure.cases] as Cell[],
      format: formatOf(figure),
      isTitle: false,
    })),
  ]);
  const sheet = sheetNamed(DASHBOARD);
  const isNew = writeWhereDifferent(
    sheet,
    2,
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
  const data = sheetNamed(CHART_DATA);
  charts.forEach((drawn, i) => {
    writeWhereDifferent(data, 1, 1 + i * DATA_COLUMNS, drawn.data, (range) => {
      // A month such as 2026-11 would else become a date.
      range.setNumberFormats(
        drawn.data.map((row) => row.map((cell) => (typeof cell === 'string' ? '@' : '0.00'))),
      );
    });
  });
  placeCharts(sheet, data, charts);
  if (isNew) SpreadsheetApp.flush();
}

function valueOf({ value }: Figure): Cell {
  return typeof value === 'object' ? toMajor(value) : value;
}

function formatOf({ value, as }: Figure): string {
  if (as === 'percent') return '0.0%';
  if (typeof value !== 'object') return '#,##0';
  return moneyFormat(value);
}

/** Writes a block unless it holds just that; says whether it wrote. */
function writeWhereDifferent(
  sheet: Sheet,
  row: number,
  column: number,
  values: Cell[][],
  style?: (range: GoogleAppsScript.Spreadsheet.Range) => void,
): boolean {
  const range = sheet.getRange(row, column, values.length, values[0]?.length ?? 0);
  if (JSON.stringify(range.getValues()) === JSON.stringify(values)) return false;
  style?.(range);
  range.setValues(values);
  return true;
}

function placeCharts(sheet: Sheet, data: Sheet, charts: DrawnChart[]): void {
  const there = new Set(sheet.getCharts().map((chart) => String(chart.getOptions().get('title'))));
  charts.forEach(({ chart, data: figures }, i) => {
    if (there.has(chart.title)) return;
    const range = data.getRange(1, 1 + i * DATA_COLUMNS, chart.rows, figures[0]?.length ?? 2);
    sheet.insertChart(drawChart(sheet, chart, range));
  });
}

function drawChart(
  sheet: Sheet,
  chart: Chart,
  range: GoogleAppsScript.Spreadsheet.Range,
): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  const builder = sheet
    .newChart()
    .addRange(range)
    .setNumHeaders(1)
    .setPosition(chart.row, CHART_COLUMN, 0, 0)
    .setOption('title', chart.title)
    .setOption('width', CHART_SIZE.width)
    .setOption('height', CHART_SIZE.height)
    .setOption('colors', chart.colours)
    .setOption('isStacked', chart.stacked)
    .setOption('legend', { position: chart.colours.length > 1 ? 'bottom' : 'none' });
  switch (chart.type) {
    case 'column':
      return builder.asColumnChart().build();
    case 'bar':
      return builder.asBarChart().build();
    case 'line':
      return builder.asLineChart().build();
  }
}
