import { randomBytes } from 'node:crypto';
import type { SheetArea, SheetInfo } from '../shared/cells';
import type { Operation } from '../shared/operations';
import type { Part } from '../store/store';
import { applyToCells } from './change-cells';
import { deleteLines, insertLines, movedArea, movedAreas, moveFor } from './lines';
import { Tab, type SavedTab } from './tab';
import { copyFormats } from './change-cells';

/** Steps that took effect together, and the virtual time at which they did. */
export interface WorkbookChange {
  at: number;
  operations: Operation[];
}

/** The spreadsheet: its tabs in their order, its named ranges and its own settings. */
export class Workbook implements Part<WorkbookChange> {
  readonly name = 'workbook';
  id = randomBytes(33).toString('base64url');
  title = 'Untitled spreadsheet';
  locale = 'en_US';
  tabs: Tab[] = [new Tab(0, 'Sheet1', 1000, 26)];
  namedRanges: Record<string, SheetArea> = {};
  private highestId = 0;

  constructor(public timeZone: string) {}

  tab(id: number): Tab | undefined {
    return this.tabs.find((tab) => tab.id === id);
  }

  tabNamed(name: string): Tab | undefined {
    return this.tabs.find((tab) => tab.name === name);
  }

  infos(): SheetInfo[] {
    return this.tabs.map((tab, index) => tab.info(index));
  }

  /** A number that no tab or chart has had. */
  newId(): number {
    this.highestId += 1 + Math.floor(Math.random() * 1_000_000);
    return this.highestId;
  }

  apply({ at, operations }: WorkbookChange): void {
    for (const operation of operations) this.step(operation, at);
  }

  private step(operation: Operation, at: number): void {
    switch (operation.do) {
      case 'addSheet':
      case 'copySheet':
      case 'removeSheet':
      case 'renameSheet':
      case 'moveSheet':
        this.changeTabs(operation);
        break;
      case 'spreadsheet':
        this.title = operation.name ?? this.title;
        this.timeZone = operation.timeZone ?? this.timeZone;
        this.locale = operation.locale ?? this.locale;
        break;
      case 'nameRange':
        if (operation.area) this.namedRanges[operation.name] = operation.area;
        else delete this.namedRanges[operation.name];
        break;
      default: {
        const tab = this.tab('area' in operation ? operation.area.sheet : sheetOf(operation));
        if (tab) this.changeTab(tab, operation, at);
      }
    }
  }

  private changeTabs(operation: Extract<Operation, { sheet: number }>): void {
    this.highestId = Math.max(this.highestId, operation.sheet);
    if (operation.do === 'addSheet') {
      const { sheet, name, index, rows, columns } = operation;
      this.tabs.splice(index, 0, new Tab(sheet, name, rows, columns));
    } else if (operation.do === 'copySheet') {
      const source = this.tab(operation.from);
      if (source) this.tabs.splice(operation.index, 0, copyOf(source, operation));
    } else if (operation.do === 'removeSheet') {
      this.tabs = this.tabs.filter(({ id }) => id !== operation.sheet);
    } else if (operation.do === 'renameSheet') {
      const tab = this.tab(operation.sheet);
      if (tab) tab.name = operation.name;
    } else if (operation.do === 'moveSheet') {
      const tab = this.tab(operation.sheet);
      this.tabs = this.tabs.filter((other) => other !== tab);
      if (tab) this.tabs.splice(operation.index, 0, tab);
    }
  }

  private changeTab(tab: Tab, operation: Operation, at: number): void {
    switch (operation.do) {
      case 'insert':
        this.insert(tab, operation);
        break;
      case 'delete':
        deleteLines(tab, operation.axis, operation.at, operation.count);
        this.moveReferences(tab, operation, 'delete');
        break;
      case 'size':
        for (let line = operation.at; line < operation.at + operation.count; line += 1) {
          tab.lines[operation.axis].pixels[line] = operation.pixels;
        }
        break;
      case 'hide':
        hideLines(tab, operation);
        break;
      case 'settings':
        Object.assign(tab.settings, operation.settings);
        break;
      case 'merge':
        tab.merges.push(...operation.areas);
        break;
      case 'unmerge':
        tab.merges = tab.merges.filter((area) => !overlaps(area, operation.area));
        break;
      case 'formatRules':
        tab.formatRules = operation.rules;
        break;
      case 'protect': {
        const { protection } = operation;
        tab.protections = replaced(tab.protections, protection);
        break;
      }
      case 'unprotect':
        tab.protections = tab.protections.filter(({ id }) => id !== operation.id);
        break;
      case 'chart':
        this.highestId = Math.max(this.highestId, operation.chart.id);
        tab.charts = replaced(tab.charts, operation.chart);
        break;
      case 'removeChart':
        tab.charts = tab.charts.filter(({ id }) => id !== operation.id);
        break;
      default:
        applyToCells(this, tab, operation, at);
    }
  }

  private insert(tab: Tab, operation: Extract<Operation, { do: 'insert' }>): void {
    const { axis, at, count, like } = operation;
    insertLines(tab, axis, at, count);
    this.moveReferences(tab, operation, 'insert');
    if (like !== null) copyFormats(tab, axis, like >= at ? like + count : like, at, count);
  }

  /** Charts, rules and named ranges may lie on one tab and point at another. */
  private moveReferences(
    tab: Tab,
    { axis, at, count }: Extract<Operation, { do: 'insert' | 'delete' }>,
    kind: 'insert' | 'delete',
  ): void {
    const move = moveFor(kind, at, count);
    for (const other of this.tabs) {
      other.charts = other.charts.map((chart) => ({
        ...chart,
        ranges: movedAreas(chart.ranges, tab.id, axis, move),
      }));
      other.formatRules = other.formatRules
        .map((rule) => ({ ...rule, ranges: movedAreas(rule.ranges, tab.id, axis, move) }))
        .filter(({ ranges }) => ranges.length);
    }
    for (const [name, area] of Object.entries(this.namedRanges)) {
      const moved = area.sheet === tab.id ? movedArea(area, axis, move) : area;
      if (moved) this.namedRanges[name] = moved;
      else delete this.namedRanges[name];
    }
  }

  snapshot(): SavedWorkbook {
    const { id, title, locale, timeZone, namedRanges, highestId } = this;
    const tabs = this.tabs.map((tab) => tab.snapshot());
    return { id, title, locale, timeZone, namedRanges, highestId, tabs };
  }

  restore({ tabs, ...rest }: SavedWorkbook): void {
    Object.assign(this, rest);
    this.tabs = tabs.map((tab) => Tab.restore(tab));
  }
}

interface SavedWorkbook {
  id: string;
  title: string;
  locale: string;
  timeZone: string;
  namedRanges: Record<string, SheetArea>;
  highestId: number;
  tabs: SavedTab[];
}

function sheetOf(operation: Operation): number {
  if ('sheet' in operation) return operation.sheet;
  if (operation.do === 'copy') return operation.to.sheet;
  return operation.do === 'merge' ? (operation.areas[0]?.sheet ?? -1) : -1;
}

function copyOf(source: Tab, { sheet, name }: { sheet: number; name: string }): Tab {
  const saved = JSON.parse(JSON.stringify(source.snapshot())) as SavedTab;
  return Tab.restore({ ...saved, id: sheet, name });
}

function replaced<Item extends { id: number | string }>(list: Item[], item: Item): Item[] {
  const known = list.some(({ id }) => id === item.id);
  return known ? list.map((other) => (other.id === item.id ? item : other)) : [...list, item];
}

function hideLines(tab: Tab, operation: Extract<Operation, { do: 'hide' }>): void {
  const { axis, at, count, hidden } = operation;
  const lines = new Set(tab.lines[axis].hidden);
  for (let line = at; line < at + count; line += 1) {
    if (hidden) lines.add(line);
    else lines.delete(line);
  }
  tab.lines[axis].hidden = [...lines].sort((a, b) => a - b);
}

/** Whether two blocks of a tab share a cell. */
export function overlaps(a: SheetArea, b: SheetArea): boolean {
  return (
    a.sheet === b.sheet &&
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
