import type { Chart } from '../../../shared/cells';
import { enumValue, type EnumValue } from '../../enums';
import type { Thing } from '../../facade';
import type { TextStyle } from '../charts';
import { ContainerInfo, copyOf, EmbeddedChart, rangesOf } from './charts';
import type { Range } from './range';

const builderKinds: Record<string, string> = {
  AREA: 'EmbeddedAreaChartBuilder',
  BAR: 'EmbeddedBarChartBuilder',
  COLUMN: 'EmbeddedColumnChartBuilder',
  COMBO: 'EmbeddedComboChartBuilder',
  HISTOGRAM: 'EmbeddedHistogramChartBuilder',
  LINE: 'EmbeddedLineChartBuilder',
  PIE: 'EmbeddedPieChartBuilder',
  SCATTER: 'EmbeddedScatterChartBuilder',
  TABLE: 'EmbeddedTableChartBuilder',
};

/**
 * All chart builders. Before its type is chosen a builder shows only the methods of
 * EmbeddedChartBuilder, so it has no setTitle; afterwards those of its own kind.
 */
export class EmbeddedChartBuilder implements Thing {
  /** All classes of Google's for which it stands. */
  static readonly kinds = ['EmbeddedChartBuilder', ...Object.values(builderKinds)].map(
    (name) => `Spreadsheet.${name}`,
  );

  constructor(
    private readonly data: Chart,
    readonly kind = 'Spreadsheet.EmbeddedChartBuilder',
  ) {}

  build(): EmbeddedChart {
    return new EmbeddedChart(copyOf(this.data));
  }

  as(type: string): EmbeddedChartBuilder {
    this.data.type = type;
    return new EmbeddedChartBuilder(this.data, `Spreadsheet.${builderKinds[type] ?? ''}`);
  }

  getChartType(): EnumValue {
    return enumValue('Charts.ChartType', this.data.type);
  }

  setChartType(type: EnumValue): this {
    this.data.type = type.name();
    return this;
  }

  getRanges(): Range[] {
    return rangesOf(this.data);
  }

  addRange(range: Range): this {
    this.data.ranges.push(range.sheetArea());
    return this;
  }

  removeRange(range: Range): this {
    const gone = JSON.stringify(range.sheetArea());
    this.data.ranges = this.data.ranges.filter((area) => JSON.stringify(area) !== gone);
    return this;
  }

  clearRanges(): this {
    this.data.ranges = [];
    return this;
  }

  getContainer(): ContainerInfo {
    return new ContainerInfo(this.data.position);
  }

  setPosition(row: number, column: number, x: number, y: number): this {
    this.data.position = { row, column, x, y };
    return this;
  }

  setNumHeaders(headers: number): this {
    this.data.headers = headers;
    return this;
  }

  setMergeStrategy(strategy: EnumValue): this {
    this.data.mergeStrategy = strategy.name();
    return this;
  }

  setTransposeRowsAndColumns(transpose: boolean): this {
    this.data.transpose = transpose;
    return this;
  }

  setHiddenDimensionStrategy(strategy: EnumValue): this {
    this.data.hidden = strategy.name();
    return this;
  }

  setOption(option: string, value: unknown): this {
    this.data.options[option] = JSON.parse(JSON.stringify(value ?? null));
    return this;
  }

  setColors(colors: string[]): this {
    return this.setOption('colors', colors);
  }

  setRange(start: number, end: number): this {
    return this.setYAxisRange(start, end);
  }

  setXAxisRange(start: number, end: number): this {
    return this.setOption('hAxis.viewWindow.min', start).setOption('hAxis.viewWindow.max', end);
  }

  setYAxisRange(start: number, end: number): this {
    return this.setOption('vAxis.viewWindow.min', start).setOption('vAxis.viewWindow.max', end);
  }

  setTextStyle(option: string, { data }: TextStyle): this {
    return this.setOption(option, data);
  }

  setLegendPosition(position: EnumValue): this {
    return this.setOption('legend.position', position.name().toLowerCase());
  }

  setPointStyle(style: EnumValue): this {
    const sizes: Record<string, number> = { NONE: 0, TINY: 2, MEDIUM: 7, LARGE: 12, HUGE: 20 };
    return this.setOption('pointSize', sizes[style.name()] ?? 0);
  }

  setCurveStyle(style: EnumValue): this {
    return this.setOption('curveType', style.name() === 'SMOOTH' ? 'function' : 'none');
  }
}

const types: Record<string, string> = {
  asAreaChart: 'AREA',
  asBarChart: 'BAR',
  asColumnChart: 'COLUMN',
  asComboChart: 'COMBO',
  asHistogramChart: 'HISTOGRAM',
  asLineChart: 'LINE',
  asPieChart: 'PIE',
  asScatterChart: 'SCATTER',
  asTableChart: 'TABLE',
};

/** Methods that set one option: its name, and what stands for a call without argument. */
const optionMethods: Record<string, [option: string, fixed?: unknown]> = {
  enablePaging: ['page'],
  enableRtlTable: ['rtlTable'],
  enableSorting: ['sort'],
  reverseCategories: ['reverseCategories', true],
  reverseDirection: ['reverseCategories', true],
  setInitialSortingAscending: ['sortAscendingColumn'],
  setInitialSortingDescending: ['sortDescendingColumn'],
  set3D: ['is3D', true],
  setBackgroundColor: ['backgroundColor'],
  setFirstRowNumber: ['firstRowNumber'],
  setStacked: ['isStacked', true],
  setTitle: ['title'],
  setXAxisLogScale: ['hAxis.logScale', true],
  setXAxisTitle: ['hAxis.title'],
  setYAxisLogScale: ['vAxis.logScale', true],
  setYAxisTitle: ['vAxis.title'],
  showRowNumberColumn: ['showRowNumber'],
  useAlternatingRowStyle: ['alternatingRowStyle'],
  useLogScale: ['vAxis.logScale', true],
};

/** Methods that take a text style, with the option that keeps it. */
const styleMethods: Record<string, string> = {
  setLegendTextStyle: 'legend.textStyle',
  setTitleTextStyle: 'titleTextStyle',
  setXAxisTextStyle: 'hAxis.textStyle',
  setXAxisTitleTextStyle: 'hAxis.titleTextStyle',
  setYAxisTextStyle: 'vAxis.textStyle',
  setYAxisTitleTextStyle: 'vAxis.titleTextStyle',
};

for (const [method, option] of Object.entries(styleMethods)) {
  define(method, function (style: unknown) {
    return this.setTextStyle(option, style as TextStyle);
  });
}
for (const [method, type] of Object.entries(types)) {
  define(method, function () {
    return this.as(type);
  });
}
for (const [method, [option, fixed]] of Object.entries(optionMethods)) {
  define(method, function (value?: unknown) {
    return this.setOption(option, fixed ?? value);
  });
}

function define(
  name: string,
  value: (this: EmbeddedChartBuilder, argument?: unknown) => unknown,
): void {
  Object.defineProperty(EmbeddedChartBuilder.prototype, name, { value });
}
