import { formatA1, quoteSheet } from '../shared/a1';
import type { Chart } from '../shared/cells';
import type { CellValue, ChartInfo } from '../shared/control';
import type { Workbook } from '../sheets/workbook';
import { asText } from '../shared/text';
import { rawRows } from './sheet-text';

/** All charts with what they draw. */
export function chartData(workbook: Workbook): ChartInfo[] {
  return workbook.tabs.flatMap((tab) =>
    tab.charts.map((chart) => ({
      sheet: tab.name,
      id: chart.id,
      type: chart.type,
      title: asText(chart.options.title ?? ''),
      ranges: chart.ranges.map((area) => {
        const name = workbook.tab(area.sheet)?.name ?? '';
        return `${quoteSheet(name)}!${formatA1(area)}`;
      }),
      data: chartTable(workbook, chart),
      options: chart.options,
    })),
  );
}

/** The table that a chart draws: its ranges side by side, or one below the other. */
export function chartTable(workbook: Workbook, chart: Chart): CellValue[][] {
  const blocks = chart.ranges.map((area) => {
    const tab = workbook.tab(area.sheet);
    return tab ? rawRows(tab, area, workbook.timeZone) : [];
  });
  if (chart.mergeStrategy === 'MERGE_ROWS') return blocks.flat();
  const height = Math.max(0, ...blocks.map((block) => block.length));
  const width = (block: CellValue[][]): number => block[0]?.length ?? 0;
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap((block) => block[row] ?? new Array<string>(width(block)).fill('')),
  );
}
