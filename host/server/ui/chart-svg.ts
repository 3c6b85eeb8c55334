import type { Chart } from '../../shared/cells';
import { asText } from '../../shared/text';
import type { Workbook } from '../../sheets/workbook';
import { chartTable } from '../chart-data';
import { tableSvg } from './chart-table';
import { histogramOf } from './histogram';

const palette = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7'];
const ink = '#3c4043';
const faint = '#e3e6ea';

export interface Table {
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
}

/** Draws a chart as SVG. Types that no builder makes show their table's size instead. */
export async function chartSvg(
  workbook: Workbook,
  chart: Chart,
  width: number,
  height: number,
): Promise<string> {
  if (chart.type === 'TABLE') {
    return tableSvg(
      chart,
      chartTable(workbook, chart).map((row) => row.map(cellText)),
      width,
      height,
    );
  }
  const { init } = await import('echarts');
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(optionsFor(chart, tableOf(workbook, chart)));
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

/** The first column names the categories, each further one is a series. */
function tableOf(workbook: Workbook, chart: Chart): Table {
  const raw = chartTable(workbook, chart);
  const rows = chart.transpose ? transposed(raw) : raw;
  const [header = []] = rows;
  const body = rows.slice(chart.headers);
  const width = header.length;
  return {
    categories: body.map((row) => cellText(row[0])),
    series: Array.from({ length: Math.max(width - 1, 0) }, (_, at) => ({
      name: chart.headers ? cellText(header[at + 1]) : `Series ${at + 1}`,
      values: body.map((row) => (typeof row[at + 1] === 'number' ? (row[at + 1] as number) : null)),
    })),
  };
}

function transposed(rows: unknown[][]): unknown[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}

function cellText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return asText(value ?? '');
  return 'date' in value ? asText(value.date).slice(0, 10) : '';
}

function optionsFor(chart: Chart, table: Table): Record<string, unknown> {
  const { options } = chart;
  const colors = Array.isArray(options.colors) ? (options.colors as string[]) : palette;
  const common = {
    animation: false,
    color: colors,
    backgroundColor: typeof options.backgroundColor === 'string' ? options.backgroundColor : '#fff',
    textStyle: { fontFamily: 'Roboto, Arial, sans-serif', color: ink },
    title: {
      text: asText(options.title ?? ''),
      left: 16,
      top: 12,
      textStyle: {
        fontSize: 16,
        fontWeight: 'normal',
        color: ink,
        ...textOf(options.titleTextStyle),
      },
    },
    legend: legendFor(chart, table),
  };
  if (chart.type === 'HISTOGRAM') {
    const bins = histogramOf(chart, table);
    return { ...common, legend: legendFor(chart, bins), ...cartesian(chart, bins) };
  }
  if (chart.type === 'PIE') return { ...common, ...pie(chart, table) };
  if (chart.type === 'SCATTER') return { ...common, ...scatter(chart, table) };
  if (['AREA', 'BAR', 'COLUMN', 'COMBO', 'LINE', 'STEPPED_AREA'].includes(chart.type)) {
    return { ...common, ...cartesian(chart, table) };
  }
  const size = `${chart.type}: ${table.categories.length} rows, ${table.series.length} series`;
  return { ...common, title: { ...common.title, subtext: size } };
}

function legendFor({ type, options }: Chart, { series }: Table): object {
  const position = nested(options, 'legend.position') ?? (series.length > 1 ? 'top' : 'none');
  const show = position !== 'none' && (series.length > 1 || type === 'PIE');
  const place =
    position === 'bottom'
      ? { bottom: 8 }
      : position === 'right'
        ? { right: 12, top: 'middle', orient: 'vertical' }
        : { top: 40 };
  return {
    show,
    ...place,
    itemWidth: 14,
    itemHeight: 10,
    textStyle: { color: ink, ...textOf(options['legend.textStyle']) },
  };
}

/** A text style of Google's as the drawing library has it. */
function textOf(style: unknown): object {
  const { color, fontName, fontSize } = (style ?? {}) as Record<string, unknown>;
  return {
    ...(color ? { color } : {}),
    ...(fontName ? { fontFamily: fontName } : {}),
    ...(fontSize ? { fontSize } : {}),
  };
}

/** An option by its dotted name, however the script wrote it. */
function nested(options: Record<string, unknown>, path: string): unknown {
  if (path in options) return options[path];
  return path.split('.').reduce<unknown>((at, key) => {
    return typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  }, options);
}

function axisTitle(options: Record<string, unknown>, axis: string): object {
  const name = nested(options, `${axis}.title`);
  const nameTextStyle = textOf(nested(options, `${axis}.titleTextStyle`));
  return typeof name === 'string'
    ? { name, nameLocation: 'middle', nameGap: 34, nameTextStyle }
    : {};
}

function cartesian({ type, options }: Chart, { categories, series }: Table): object {
  const sideways = type === 'BAR';
  const stacked = Boolean(options.isStacked);
  const line = { axisLine: { lineStyle: { color: faint } }, axisTick: { show: false } };
  const labels = (axis: string): object => ({
    axisLabel: { color: ink, hideOverlap: true, ...textOf(nested(options, `${axis}.textStyle`)) },
  });
  const [nameAxis, valueAxis] = sideways ? ['vAxis', 'hAxis'] : ['hAxis', 'vAxis'];
  const isReversed =
    Boolean(options.reverseCategories) || nested(options, 'hAxis.direction') === -1;
  const names = {
    type: 'category',
    data: categories,
    inverse: sideways !== isReversed,
    ...line,
    ...labels(nameAxis),
  };
  const values = {
    type: nested(options, 'vAxis.logScale') ? 'log' : 'value',
    ...(type === 'HISTOGRAM' ? { minInterval: 1 } : {}),
    splitLine: { lineStyle: { color: faint } },
    ...labels(valueAxis),
    ...axisTitle(options, valueAxis),
    ...limits(options),
  };
  const labelled = { ...names, ...axisTitle(options, nameAxis) };
  const legendBelow = nested(options, 'legend.position') === 'bottom';
  return {
    grid: { left: 24, right: 24, top: 72, bottom: legendBelow ? 48 : 24, containLabel: true },
    xAxis: sideways ? values : labelled,
    yAxis: sideways ? labelled : values,
    series: series.map(({ name, values: data }, at) => ({
      name,
      data,
      ...seriesStyle(type, options, at, series.length),
      // A line across stacked columns is drawn at its own height.
      ...(stacked && !(type === 'COMBO' && comboType(options, at, series.length) === 'LINE')
        ? { stack: 'all' }
        : {}),
    })),
  };
}

function limits(options: Record<string, unknown>): object {
  const [min, max] = ['min', 'max'].map((end) => nested(options, `vAxis.viewWindow.${end}`));
  return {
    ...(typeof min === 'number' ? { min } : {}),
    ...(typeof max === 'number' ? { max } : {}),
  };
}

function seriesStyle(
  type: string,
  options: Record<string, unknown>,
  at: number,
  count: number,
): object {
  const smooth = options.curveType === 'function';
  const drawn = type === 'COMBO' ? comboType(options, at, count) : type;
  if (drawn === 'LINE') return { type: 'line', smooth, symbolSize: 6 };
  if (drawn === 'AREA' || drawn === 'STEPPED_AREA') {
    const step = drawn === 'STEPPED_AREA' ? { step: 'middle' } : {};
    return { type: 'line', smooth, ...step, areaStyle: { opacity: 0.25 }, showSymbol: false };
  }
  if (type === 'HISTOGRAM') return { type: 'bar', barCategoryGap: '4%' };
  return { type: 'bar', barMaxWidth: 48 };
}

/** How a combo chart draws a series: as it is told, else the last one as a line. */
function comboType(options: Record<string, unknown>, at: number, count: number): string {
  const told = nested(options, `series.${at}.type`) ?? options.seriesType;
  const names: Record<string, string> = { line: 'LINE', area: 'AREA', bars: 'COLUMN' };
  const usual = at === count - 1 && count > 1 ? 'LINE' : 'COLUMN';
  return (typeof told === 'string' ? names[told] : undefined) ?? usual;
}

function pie({ options }: Chart, { categories, series }: Table): object {
  const [first] = series;
  const hole = Number(options.pieHole ?? 0);
  const data = categories.map((name, at) => ({ name, value: first?.values[at] ?? 0 }));
  const radius = hole ? [`${Math.round(hole * 68)}%`, '68%'] : '68%';
  return { series: [{ type: 'pie', data, radius, center: ['50%', '57%'], label: { color: ink } }] };
}

function scatter({ options }: Chart, { categories, series }: Table): object {
  const axis = { type: 'value', splitLine: { lineStyle: { color: faint } }, scale: true };
  return {
    grid: { left: 24, right: 24, top: 72, bottom: 24, containLabel: true },
    xAxis: { ...axis, ...axisTitle(options, 'hAxis') },
    yAxis: { ...axis, ...axisTitle(options, 'vAxis') },
    series: series.map(({ name, values }) => ({
      name,
      type: 'scatter',
      symbolSize: 8,
      data: values.map((value, at) => [Number(categories[at]), value]),
    })),
  };
}
