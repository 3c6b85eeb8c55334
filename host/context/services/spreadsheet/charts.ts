import type { Chart } from '../../../shared/cells';
import { enumValue, type EnumValue } from '../../enums';
import type { Thing } from '../../facade';
import { Range } from './range';
import { EmbeddedChartBuilder } from './chart-builder';
import { Sheet } from './sheet';

/** The data of a chart that is not on any tab yet. */
export function newChartData(): Chart {
  return {
    id: 0,
    type: 'TABLE',
    ranges: [],
    options: {},
    position: { row: 1, column: 1, x: 0, y: 0 },
    headers: 1,
    mergeStrategy: 'MERGE_COLUMNS',
    transpose: false,
    hidden: 'IGNORE_BOTH',
  };
}

/** The ranges that a chart draws. */
export const rangesOf = (chart: Chart): Range[] =>
  chart.ranges.map((area) => new Range(new Sheet(area.sheet), area));

/** A chart's data, to be changed without changing the chart. */
export const copyOf = (chart: Chart): Chart => JSON.parse(JSON.stringify(chart)) as Chart;

/** EmbeddedChart: a chart on a tab, or built and not yet inserted. */
export class EmbeddedChart implements Thing {
  readonly kind = 'Spreadsheet.EmbeddedChart';

  constructor(readonly data: Chart) {}

  getChartId(): number | null {
    return this.data.id || null;
  }

  getRanges(): Range[] {
    return rangesOf(this.data);
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.data.position);
  }

  getNumHeaders(): number {
    return this.data.headers;
  }

  getMergeStrategy(): EnumValue {
    return enumValue('Charts.ChartMergeStrategy', this.data.mergeStrategy);
  }

  getTransposeRowsAndColumns(): boolean {
    return this.data.transpose;
  }

  getHiddenDimensionStrategy(): EnumValue {
    return enumValue('Charts.ChartHiddenDimensionStrategy', this.data.hidden);
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.data.options);
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(copyOf(this.data));
  }
}

class ChartOptions implements Thing {
  readonly kind = 'Charts.ChartOptions';

  constructor(private readonly options: Record<string, unknown>) {}

  get(option: string): unknown {
    return this.options[option] ?? null;
  }

  getOrDefault(option: string): unknown {
    return this.get(option);
  }
}

/** ContainerInfo: where a chart is anchored. */
export class ContainerInfo implements Thing {
  readonly kind = 'Spreadsheet.ContainerInfo';

  constructor(private readonly position: Chart['position']) {}

  getAnchorRow(): number {
    return this.position.row;
  }

  getAnchorColumn(): number {
    return this.position.column;
  }

  getOffsetX(): number {
    return this.position.x;
  }

  getOffsetY(): number {
    return this.position.y;
  }
}
