import type {
  Banding,
  Chart,
  Filter,
  FormatRule,
  Groups,
  Look,
  Protection,
  SheetArea,
  SheetInfo,
  SheetSettings,
  TextRun,
  Value,
} from '../shared/cells';
import type { Axis } from '../shared/operations';
import { cellOf, sharedLook } from './cell';
import { Grid } from './grid';
import { noGroups } from './groups';

/** Widths, heights and hidden lines of one axis, by their number. */
export interface Lines {
  pixels: Record<number, number>;
  hidden: number[];
}

export const usualPixels = { rows: 21, columns: 100 };

/** One tab with all that is on it. */
export class Tab {
  readonly grid = new Grid();
  settings: Required<SheetSettings> = {
    hidden: false,
    tabColor: null,
    frozenRows: 0,
    frozenColumns: 0,
    hiddenGridlines: false,
    rightToLeft: false,
  };
  lines: Record<Axis, Lines> = {
    rows: { pixels: {}, hidden: [] },
    columns: { pixels: {}, hidden: [] },
  };
  merges: SheetArea[] = [];
  formatRules: FormatRule[] = [];
  protections: Protection[] = [];
  charts: Chart[] = [];
  bandings: Banding[] = [];
  filter: Filter | null = null;
  groups: Record<Axis, Groups> = { rows: noGroups(), columns: noGroups() };

  constructor(
    readonly id: number,
    public name: string,
    public rows: number,
    public columns: number,
  ) {}

  info(index: number): SheetInfo {
    const { id, name, rows, columns } = this;
    return { id, name, index, rows, columns, ...this.settings };
  }

  /** Makes the tab at least so large. */
  grow(rows: number, columns: number): void {
    this.rows = Math.max(this.rows, rows);
    this.columns = Math.max(this.columns, columns);
  }

  snapshot(): SavedTab {
    const looks: Look[] = [];
    const places = new Map<Look, number>();
    const cells: SavedCell[] = [];
    for (const [row, column, { v, f, look, runs }] of this.grid.cells()) {
      if (look && !places.has(look)) places.set(look, looks.push(look) - 1);
      const place = look ? (places.get(look) ?? -1) : -1;
      const saved: SavedCell = [row, column, v ?? null, f ?? null, place];
      if (runs) saved.push(runs);
      cells.push(saved);
    }
    const { id, name, rows, columns, settings, lines, merges } = this;
    const { formatRules, protections, charts, bandings, filter, groups } = this;
    const marks = { formatRules, protections, charts, bandings, filter, groups };
    const rest = { settings, lines, merges, ...marks };
    return { id, name, rows, columns, rest, looks, cells };
  }

  static restore(saved: SavedTab): Tab {
    const tab = new Tab(saved.id, saved.name, saved.rows, saved.columns);
    Object.assign(tab, saved.rest);
    const looks = saved.looks.map(sharedLook);
    for (const [row, column, v, f, at, runs = []] of saved.cells) {
      const content = { ...(v === null ? {} : { v }), ...(f === null ? {} : { f }) };
      tab.grid.set(row, column, cellOf({ ...content, runs }, looks[at]));
    }
    return tab;
  }
}

type SavedCell = [
  row: number,
  column: number,
  value: Value | null,
  formula: string | null,
  look: number,
  runs?: TextRun[],
];

type TabParts = Pick<
  Tab,
  | 'settings'
  | 'lines'
  | 'merges'
  | 'formatRules'
  | 'protections'
  | 'charts'
  | 'bandings'
  | 'filter'
  | 'groups'
>;

export interface SavedTab {
  id: number;
  name: string;
  rows: number;
  columns: number;
  rest: TabParts;
  looks: Look[];
  cells: SavedCell[];
}
