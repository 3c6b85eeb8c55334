import type { Chart, Groups, Style } from '../../shared/cells';
import type {
  CellView,
  ChartView,
  GroupView,
  LookView,
  RowsView,
  TabView,
} from '../../shared/view';
import { bandColor } from '../../sheets/bandings';
import type { Cell } from '../../sheets/cell';
import { displayText, isDate } from '../../sheets/display';
import { filteredRows } from '../../sheets/filters';
import { scaleOf } from '../../sheets/gradients';
import { collapsedLines, groupsOf } from '../../sheets/groups';
import { rawValue } from '../../sheets/reading';
import { contains, isInvalid, ruleStyle } from '../../sheets/rules';
import type { Tab } from '../../sheets/tab';
import type { Workbook } from '../../sheets/workbook';
import { asText } from '../../shared/text';
import { lookView, runsView } from './look-view';
import { rowHeights } from './row-heights';

const usualChart = { width: 600, height: 371 };

/** A tab's frame for the page. */
export function tabView(workbook: Workbook, tab: Tab): TabView {
  const { id, name, rows, columns, settings, lines, merges, protections, groups } = tab;
  return {
    id,
    name,
    rows,
    columns,
    extent: tab.grid.extent(),
    settings,
    widths: lines.columns.pixels,
    heights: { ...rowHeights(workbook, tab), ...lines.rows.pixels },
    hiddenRows: [
      ...lines.rows.hidden,
      ...collapsedLines(groups.rows),
      ...filteredRows(workbook, tab),
    ],
    hiddenColumns: [...lines.columns.hidden, ...collapsedLines(groups.columns)],
    merges,
    filter: tab.filter?.area ?? null,
    groups: { rows: groupViews(groups.rows), columns: groupViews(groups.columns) },
    charts: tab.charts.map(chartView),
    protections: protections.map(({ area, description, warningOnly, unprotected }) => {
      return { area, description, warningOnly, unprotected };
    }),
  };
}

/** A group at the very start has its button on its first line, since there is none before it. */
function groupViews(groups: Groups): GroupView[] {
  return groupsOf(groups).map((group) => ({
    ...group,
    button: groups.control === 'AFTER' ? group.end + 1 : Math.max(group.start - 1, 1),
  }));
}

function chartView({ id, options, position }: Chart): ChartView {
  const size = (key: 'width' | 'height'): number => Number(options[key]) || usualChart[key];
  const title = asText(options.title ?? '');
  return { id, title, ...position, width: size('width'), height: size('height') };
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
  const styleOf = styling(workbook, tab);
  const rows: (CellView | null)[][] = [];
  for (let row = from; row <= last; row += 1) {
    const cells: (CellView | null)[] = [];
    for (let column = 1; column <= tab.columns; column += 1) {
      const cell = tab.grid.get(row, column);
      const band = bandColor(tab.bandings, row, column);
      const look = lookView(workbook, cell?.look ?? {}, styleOf(cell, row, column), band);
      cells.push(cellView(workbook, cell, placeOf(look)));
    }
    while (cells.length && cells.at(-1) === null) cells.pop();
    rows.push(cells);
  }
  return { from, looks, rows };
}

/** What the tab's rules make of a cell; of two that paint the same thing the first has the word. */
function styling(workbook: Workbook, tab: Tab) {
  const { formatRules: rules } = tab;
  const scales = rules
    .filter(({ gradient }) => gradient)
    .map((rule) => ({ rule, scale: scaleOf(workbook, rule) }));
  return (cell: Cell | undefined, row: number, column: number): Style => {
    if (!rules.length) return {};
    const value = rawValue(cell);
    const background = scales
      .filter(({ rule }) => rule.ranges.some((area) => contains(area, row, column)))
      .map(({ scale }) => scale(value))
      .find((color) => color !== undefined);
    const style = ruleStyle(rules, row, column, value, workbook);
    return background === undefined ? style : { background, ...style };
  };
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
    ...(cell.runs ? { runs: runsView({ text, runs: cell.runs }) } : {}),
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
