import type { Chart, Drawing } from '../core/dashboard/charts/chart';
import type { Cell } from '../core/schema/column';
import { CHART_DATA } from '../core/workbook';
import type { DrawnChart } from '../services';
import { CHART_SIZE, MOST_SEGMENTS, placeOf } from './dashboard-layout';
import { grid, sheetNamed } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** In `_Charts`: the segments to choose from, what is drawn, and then a block for each chart. */
const SEGMENTS_COLUMN = 1;
const DRAWN_COLUMN = 2;
const FIRST_BLOCK = 3;
const BLOCK_COLUMNS = 9;
/** Another look makes every chart anew. */
const LOOK = 'look 1';

const INK = '#1f2a25';
const SOFT = '#5b6963';

/** Writes what charts are drawn from, and makes, changes or takes away charts where that is needed. */
export function drawCharts(dashboard: Sheet, charts: DrawnChart[], segments: string[]): void {
  const sheet = sheetNamed(CHART_DATA);
  const before = grid(sheet);
  const drawn = String(before[0]?.[DRAWN_COLUMN - 1] ?? '');
  const wanted = describe(charts);
  writeData(sheet, before, dataOf(charts, segments, drawn));
  const isWhole = dashboard.getCharts().length >= charts.filter(isDrawn).length;
  if (drawn === wanted && isWhole) return;
  placeCharts(dashboard, sheet, charts, drawn.startsWith(LOOK));
  sheet.getRange(1, DRAWN_COLUMN).setNumberFormat('@').setValue(wanted);
}

function isDrawn({ drawing }: DrawnChart): boolean {
  return drawing.rows.length > 1;
}

/** What the charts are beside their figures: where this is the same, they need no change. */
function describe(charts: DrawnChart[]): string {
  const parts = charts.map(
    ({ chart, drawing }) => `${chart.id} ${drawing.rows.length} ${drawing.colours.join(' ')}`,
  );
  return [LOOK, ...parts].join('; ');
}

function dataOf(charts: DrawnChart[], segments: string[], drawn: string): Cell[][] {
  const offered = ['Segments', ...segments.slice(0, MOST_SEGMENTS)];
  const height = Math.max(offered.length, ...charts.map(({ drawing }) => drawing.rows.length));
  return Array.from({ length: height }, (_, row) => {
    const blocks = charts.flatMap(({ drawing }): Cell[] => {
      const cells: Cell[] = drawing.rows[row] ?? [];
      return [...cells, ...Array<string>(BLOCK_COLUMNS - cells.length).fill('')];
    });
    return [offered[row] ?? '', row === 0 ? drawn : '', ...blocks];
  });
}

/** Brings the tab to these cells in one write; what stood below them is emptied. */
function writeData(sheet: Sheet, before: Cell[][], data: Cell[][]): void {
  const width = data[0]?.length ?? 0;
  const cells = Array.from({ length: Math.max(before.length, data.length) }, (_, row) =>
    Array.from({ length: width }, (__, column): Cell => data[row]?.[column] ?? ''),
  );
  const isSame = cells.every((row, i) =>
    row.every((cell, column) => cell === (before[i]?.[column] ?? '')),
  );
  if (isSame) return;
  const columns = sheet.getMaxColumns();
  if (width > columns) sheet.insertColumnsAfter(columns, width - columns);
  const range = sheet.getRange(1, SEGMENTS_COLUMN, cells.length, width);
  // Else a name such as 3/4 would become a date. Axes show numbers in the form of their cells.
  range.setNumberFormats(cells.map((row) => row.map(formatOf)));
  range.setValues(cells);
}

function formatOf(cell: Cell): string {
  if (typeof cell !== 'number') return '@';
  return Number.isInteger(cell) ? '#,##0' : '#,##0.0';
}

function placeCharts(
  dashboard: Sheet,
  data: Sheet,
  charts: DrawnChart[],
  keepsPlaces: boolean,
): void {
  const there = new Map(
    dashboard.getCharts().map((chart) => [String(chart.getOptions().get('title')), chart]),
  );
  charts.forEach((drawn, i) => {
    const { chart, drawing } = drawn;
    const before = there.get(chart.title);
    const stays = keepsPlaces && isDrawn(drawn) ? before : undefined;
    if (before !== undefined && stays === undefined) dashboard.removeChart(before);
    if (!isDrawn(drawn)) return;
    const range = data.getRange(
      1,
      FIRST_BLOCK + i * BLOCK_COLUMNS,
      drawing.rows.length,
      drawing.colours.length + 1,
    );
    const { row, column } = placeOf(i);
    const builder =
      stays?.modify().clearRanges() ?? dashboard.newChart().setPosition(row, column, 0, 0);
    const built = styled(builder.addRange(range).setNumHeaders(1), chart, drawing);
    if (stays === undefined) dashboard.insertChart(built);
    else dashboard.updateChart(built);
  });
}

/** One look for all: the same type, colours of one palette, quiet axes, and the words below. */
function styled(
  builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder,
  { title, type }: Chart,
  { colours }: Drawing,
): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  const axis = { textStyle: { color: SOFT, fontSize: 11 }, gridlines: { color: '#e8eeeb' } };
  builder
    .setOption('title', title)
    .setOption('titleTextStyle', { color: INK, fontSize: 14, bold: true })
    .setOption('width', CHART_SIZE.width)
    .setOption('height', CHART_SIZE.height)
    .setOption('colors', colours)
    .setOption('isStacked', type !== 'line')
    .setOption('hAxis', axis)
    .setOption('vAxis', { ...axis, minValue: 0 })
    .setOption('legend', {
      position: colours.length > 1 ? 'bottom' : 'none',
      textStyle: { color: SOFT, fontSize: 11 },
    });
  switch (type) {
    case 'column':
      return builder.asColumnChart().build();
    case 'bar':
      return builder.asBarChart().build();
    case 'line':
      return builder.asLineChart().build();
    case 'combo':
      return builder
        .setOption('seriesType', 'bars')
        .setOption('series', { [colours.length - 1]: { type: 'line', lineWidth: 3 } })
        .asComboChart()
        .build();
  }
}
