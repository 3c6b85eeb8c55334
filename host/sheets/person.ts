import { parseA1, type Area } from '../shared/a1';
import type { Input, Value } from '../shared/cells';
import { parseCsv } from '../shared/csv';
import type { Edit, Typed } from '../shared/control';
import type { EventSpec } from '../shared/job';
import type { Operation } from '../shared/operations';
import type { ExecutionRecord } from '../engine/execution';
import type { SpreadsheetEvents } from '../time/spreadsheet-events';
import { rawValue, readDisplay } from './reading';
import type { Session } from './session';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/** An edit that cannot be made; the message says why. */
export class BadEdit extends Error {}

/** The person at the spreadsheet: edits take effect at once and fire the edit triggers. */
export class Person {
  constructor(
    private readonly workbook: Workbook,
    private readonly session: Session,
    private readonly events: SpreadsheetEvents,
  ) {}

  async edit(edit: Edit): Promise<ExecutionRecord[]> {
    const tab = this.workbook.tabNamed(edit.sheet);
    if (!tab) throw new BadEdit(`There is no tab named ${JSON.stringify(edit.sheet)}.`);
    if ('a1' in edit) return this.type(tab, edit.a1, edit.value);
    if ('sort' in edit) return this.sort(tab, edit.sort.column, edit.sort.ascending ?? true);
    const { operation, kind } = lineEdit(tab, edit);
    this.session.apply([operation]);
    return this.events.fire('ON_CHANGE', { fields: { changeType: kind }, source: true });
  }

  private async type(tab: Tab, a1: string, value: Typed | Typed[][]): Promise<ExecutionRecord[]> {
    const area = areaOf(tab, a1, value);
    const oldValue = rawValue(tab.grid.get(area.row, area.column));
    const block = { sheet: tab.id, ...area };
    this.grow(tab, area);
    this.session.apply([
      Array.isArray(value)
        ? { do: 'values', area: block, values: value }
        : { do: 'fill', area: block, value },
    ]);
    const single = area.rows === 1 && area.columns === 1;
    const newValue = rawValue(tab.grid.get(area.row, area.column));
    const fields: Record<string, unknown> = {};
    if (single && newValue !== '') fields.value = eventText(newValue);
    if (single && oldValue !== '') fields.oldValue = eventText(oldValue);
    return this.edited(tab, area, fields);
  }

  private async edited(
    tab: Tab,
    area: Area,
    fields: Record<string, unknown>,
  ): Promise<ExecutionRecord[]> {
    const event: EventSpec = { fields, range: { sheet: tab.id, ...area }, source: true };
    return [
      ...(await this.events.fire('ON_EDIT', event)),
      ...(await this.events.fire('ON_CHANGE', { fields: { changeType: 'EDIT' }, source: true })),
    ];
  }

  /** Sorts the rows below the frozen ones, or below the first when none is frozen. */
  private async sort(
    tab: Tab,
    column: number | string,
    ascending: boolean,
  ): Promise<ExecutionRecord[]> {
    const head = tab.settings.frozenRows || 1;
    const { row: last, column: width } = tab.grid.extent();
    const area = { row: head + 1, column: 1, rows: last - head, columns: width };
    if (area.rows < 1) return [];
    const keys = [{ column: this.columnNumber(tab, column), ascending }];
    this.session.apply([{ do: 'sort', area: { sheet: tab.id, ...area }, keys }]);
    // Unverified: whether Google fires onEdit, onChange or neither when a person sorts.
    return this.edited(tab, area, {});
  }

  /** A column by number, by the text of its header, or by its letters. */
  private columnNumber(tab: Tab, column: number | string): number {
    if (typeof column === 'number') return column;
    const header = this.header(tab).indexOf(column);
    const lettered = /^[A-Za-z]{1,3}$/.test(column) ? parseA1(`${column}1`)?.left : undefined;
    if (header < 0 && !lettered) throw new BadEdit(`There is no column ${JSON.stringify(column)}.`);
    return header >= 0 ? header + 1 : (lettered ?? 1);
  }

  private header(tab: Tab): string[] {
    const { column } = tab.grid.extent();
    const area = { row: 1, column: 1, rows: 1, columns: column };
    return readDisplay(tab, area, this.workbook.language)[0] ?? [];
  }

  /** Replaces all rows below the header by those of a CSV text, like one paste. */
  async paste(tab: Tab, csv: string): Promise<ExecutionRecord[]> {
    const [names = [], ...rows] = parseCsv(csv);
    const header = this.header(tab);
    const places = names.map((name) => header.indexOf(name));
    const empty = !header.some(Boolean);
    const unknown = names.filter((_, at) => !empty && places[at] === -1);
    if (unknown.length) throw new BadEdit(`The tab has no column ${unknown.join(', ')}.`);

    const width = Math.max(header.length, names.length, 1);
    const values = rows.map((row) => {
      const line = new Array<Input>(width).fill(null);
      row.forEach((field, at) => (line[empty ? at : (places[at] ?? at)] = field));
      return line;
    });
    const { row: last } = tab.grid.extent();
    const cleared = {
      sheet: tab.id,
      row: 2,
      column: 1,
      rows: Math.max(last - 1, 0),
      columns: width,
    };
    const pasted = { row: 2, column: 1, rows: values.length, columns: width };
    const headerArea = { sheet: tab.id, row: 1, column: 1, rows: 1, columns: width };
    this.grow(tab, pasted);
    const operations: Operation[] = [{ do: 'clear', area: cleared, what: ['content'] }];
    if (empty) operations.push({ do: 'values', area: headerArea, values: [names] });
    if (values.length)
      operations.push({ do: 'values', area: { sheet: tab.id, ...pasted }, values });
    this.session.apply(operations);
    return this.edited(tab, { ...pasted, rows: Math.max(pasted.rows, 1) }, {});
  }

  /** A paste or a value beyond the last line makes the tab larger, as on the page. */
  private grow(tab: Tab, area: Area): void {
    const missing = {
      rows: area.row + area.rows - 1 - tab.rows,
      columns: area.column + area.columns - 1 - tab.columns,
    };
    for (const axis of ['rows', 'columns'] as const) {
      const count = missing[axis];
      const at = tab[axis] + 1;
      if (count > 0) {
        this.session.apply([{ do: 'insert', sheet: tab.id, axis, at, count, like: null }]);
      }
    }
  }
}

/** A value as an edit's event tells it: always a text. */
const eventText = (value: Value): string =>
  typeof value === 'boolean' ? String(value).toUpperCase() : String(value);

function areaOf(tab: Tab, a1: string, value: Typed | Typed[][]): Area {
  const parsed = parseA1(a1);
  if (!parsed) throw new BadEdit(`${JSON.stringify(a1)} is no range.`);
  const { top = 1, left = 1, bottom = tab.rows, right = tab.columns } = parsed;
  if (Array.isArray(value)) {
    return { row: top, column: left, rows: value.length, columns: value[0]?.length ?? 0 };
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

type LineEdit = Exclude<Edit, { a1: string } | { sort: unknown }>;

function lineEdit(tab: Tab, edit: LineEdit): { operation: Operation; kind: string } {
  const sheet = tab.id;
  if ('insertRow' in edit) {
    const at = checked(edit.insertRow, tab.rows + 1);
    return { operation: inserting(tab, 'rows', at), kind: 'INSERT_ROW' };
  }
  if ('insertColumn' in edit) {
    const at = checked(edit.insertColumn, tab.columns + 1);
    return { operation: inserting(tab, 'columns', at), kind: 'INSERT_COLUMN' };
  }
  if ('deleteRow' in edit) {
    const at = checked(edit.deleteRow, tab.rows);
    return { operation: { do: 'delete', sheet, axis: 'rows', at, count: 1 }, kind: 'REMOVE_ROW' };
  }
  const at = checked(edit.deleteColumn, tab.columns);
  const operation = { do: 'delete', sheet, axis: 'columns', at, count: 1 } as const;
  return { operation, kind: 'REMOVE_COLUMN' };
}

/** A new line looks like the one that it pushes on, or at the end like the last. */
function inserting(tab: Tab, axis: 'rows' | 'columns', at: number): Operation {
  return { do: 'insert', sheet: tab.id, axis, at, count: 1, like: Math.min(at, tab[axis]) };
}

function checked(line: unknown, highest: number): number {
  if (typeof line === 'number' && Number.isInteger(line) && line >= 1 && line <= highest) {
    return line;
  }
  throw new BadEdit(`There is no line ${JSON.stringify(line)}.`);
}
