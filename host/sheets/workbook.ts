import { randomBytes } from 'node:crypto';
import type { BookSettings, DeveloperMetadata, SheetArea, SheetInfo } from '../shared/cells';
import {
  isBookOperation,
  isTabOperation,
  type BookOperation,
  type Operation,
  type TabOperation,
} from '../shared/operations';
import type { Part } from '../store/store';
import { cellOf } from './cell';
import { changeCells, copyFormats } from './change-cells';
import { collapseGroups, shiftDepth } from './groups';
import { deleteLines, insertLines, moveFor, moveLines } from './lines';
import { moveReferences } from './references';
import { Tab, type SavedTab } from './tab';

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
  namedRanges = new Map<string, SheetArea>();
  metadata: DeveloperMetadata[] = [];
  settings: BookSettings = {
    editors: [],
    viewers: [],
    recalculation: 'ON_CHANGE',
    iterative: false,
    mostCycles: 50,
    threshold: 0.05,
  };
  private highestId = 0;

  /** `now` is the virtual time, by which rules tell today. */
  constructor(
    public timeZone: string,
    readonly now: () => number,
  ) {}

  /** The locale as JavaScript names it. */
  get language(): string {
    return this.locale.replace('_', '-');
  }

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
    if (isBookOperation(operation)) this.changeBook(operation);
    else if (isTabOperation(operation)) {
      const tab = this.tab(operation.sheet);
      if (tab) this.changeTab(tab, operation);
    } else {
      const tab = this.tab(operation.area.sheet);
      if (tab) changeCells(this, tab, operation, at);
    }
  }

  private changeBook(operation: BookOperation): void {
    switch (operation.do) {
      case 'addSheet':
        this.addTab(
          new Tab(operation.sheet, operation.name, operation.rows, operation.columns),
          operation.index,
        );
        break;
      case 'copySheet': {
        const source = this.tab(operation.from);
        if (source) this.addTab(copyOf(source, operation), operation.index);
        break;
      }
      case 'removeSheet':
        this.tabs = this.tabs.filter(({ id }) => id !== operation.sheet);
        this.metadata = this.metadata.filter(({ sheet }) => sheet !== operation.sheet);
        break;
      case 'renameSheet': {
        const tab = this.tab(operation.sheet);
        if (tab) tab.name = operation.name;
        break;
      }
      case 'moveSheet': {
        const tab = this.tab(operation.sheet);
        this.tabs = this.tabs.filter((other) => other !== tab);
        if (tab) this.addTab(tab, operation.index);
        break;
      }
      case 'spreadsheet':
        this.title = operation.name ?? this.title;
        this.timeZone = operation.timeZone ?? this.timeZone;
        this.locale = operation.locale ?? this.locale;
        this.settings = { ...this.settings, ...operation.settings };
        break;
      case 'nameRange':
        if (operation.area) this.namedRanges.set(operation.name, operation.area);
        else this.namedRanges.delete(operation.name);
        break;
      case 'metadata':
        this.highestId = Math.max(this.highestId, operation.metadata.id);
        this.metadata = replaced(this.metadata, operation.metadata);
        break;
      case 'removeMetadata':
        this.metadata = this.metadata.filter(({ id }) => id !== operation.id);
    }
  }

  private addTab(tab: Tab, index: number): void {
    this.highestId = Math.max(this.highestId, tab.id);
    this.tabs.splice(index, 0, tab);
  }

  private changeTab(tab: Tab, operation: TabOperation): void {
    switch (operation.do) {
      case 'insert':
        this.insert(tab, operation);
        break;
      case 'delete':
        deleteLines(tab, operation.axis, operation.at, operation.count);
        moveReferences(this, tab, operation.axis, moveFor(operation));
        break;
      case 'moveLines':
        moveLines(tab, operation);
        moveReferences(this, tab, operation.axis, moveFor(operation));
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
        mergeCells(tab, operation.areas);
        break;
      case 'unmerge':
        tab.merges = tab.merges.filter((area) => !overlaps(area, operation.area));
        break;
      case 'formatRules':
        tab.formatRules = operation.rules;
        break;
      case 'protect':
        tab.protections = replaced(tab.protections, operation.protection);
        break;
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
      case 'banding':
        this.highestId = Math.max(this.highestId, operation.banding.id);
        tab.bandings = replaced(tab.bandings, operation.banding);
        break;
      case 'removeBanding':
        tab.bandings = tab.bandings.filter(({ id }) => id !== operation.id);
        break;
      case 'filter':
        tab.filter = operation.filter;
        break;
      case 'groupDepth':
        shiftDepth(tab.groups[operation.axis], operation);
        break;
      case 'collapse':
        collapseGroups(tab.groups[operation.axis], operation);
        break;
      case 'groupControl':
        tab.groups[operation.axis].control = operation.control;
    }
  }

  private insert(tab: Tab, operation: Extract<TabOperation, { do: 'insert' }>): void {
    const { axis, at, count, like } = operation;
    insertLines(tab, axis, at, count);
    moveReferences(this, tab, axis, moveFor(operation));
    if (like !== null) copyFormats(tab, axis, like >= at ? like + count : like, at, count);
  }

  snapshot(): SavedWorkbook {
    const { id, title, locale, timeZone, highestId, metadata, settings } = this;
    const tabs = this.tabs.map((tab) => tab.snapshot());
    const namedRanges = [...this.namedRanges];
    return { id, title, locale, timeZone, highestId, namedRanges, metadata, settings, tabs };
  }

  restore({ tabs, namedRanges, ...rest }: SavedWorkbook): void {
    Object.assign(this, rest);
    this.namedRanges = new Map(namedRanges);
    this.tabs = tabs.map((tab) => Tab.restore(tab));
  }
}

interface SavedWorkbook {
  id: string;
  title: string;
  locale: string;
  timeZone: string;
  namedRanges: [name: string, area: SheetArea][];
  metadata: DeveloperMetadata[];
  settings: BookSettings;
  highestId: number;
  tabs: SavedTab[];
}

function copyOf(source: Tab, { sheet, name }: { sheet: number; name: string }): Tab {
  const saved = JSON.parse(JSON.stringify(source.snapshot())) as SavedTab;
  return Tab.restore({ ...saved, id: sheet, name });
}

function replaced<Item extends { id: number | string }>(list: Item[], item: Item): Item[] {
  const known = list.some(({ id }) => id === item.id);
  return known ? list.map((other) => (other.id === item.id ? item : other)) : [...list, item];
}

/** Of cells that become one, the first keeps its content. */
function mergeCells(tab: Tab, areas: SheetArea[]): void {
  for (const area of areas) {
    tab.merges = tab.merges.filter((merge) => !overlaps(merge, area));
    if (area.rows * area.columns === 1) continue;
    tab.merges.push(area);
    tab.grid.change(area, (cell, row, column) => (row || column ? cellOf({}, cell?.look) : cell));
  }
}

function hideLines(tab: Tab, operation: Extract<TabOperation, { do: 'hide' }>): void {
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
