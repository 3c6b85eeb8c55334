import type {
  Chart,
  FormatRule,
  Look,
  Protection,
  SheetArea,
  SheetInfo,
  SheetSettings,
  Value,
} from '../shared/cells';
import type { Axis } from '../shared/operations';
import { cellOf, sharedLook } from './cell';
import { Grid } from './grid';

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
    for (const [row, column, { v, f, look }] of this.grid.cells()) {
      if (look && !places.has(look)) places.set(look, looks.push(look) - 1);
      cells.push([row, column, v ?? null, f ?? null, look ? (places.get(look) ?? -1) : -1]);
    }
    const { id, name, rows, columns, settings, lines, merges } = this;
    const { formatRules, protections, charts } = this;
    const rest = { settings, lines, merges, formatRules, protections, charts };
    return { id, name, rows, columns, rest, looks, cells };
  }

  static restore(saved: SavedTab): Tab {
    const tab = new Tab(saved.id, saved.name, saved.rows, saved.columns);
    Object.assign(tab, saved.rest);
    const looks = saved.looks.map(sharedLook);
    for (const [row, column, v, f, at] of saved.cells) {
      const content = { ...(v === null ? {} : { v }), ...(f === null ? {} : { f }) };
      tab.grid.set(row, column, cellOf(content, looks[at]));
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
];

type TabParts = Pick<
  Tab,
  'settings' | 'lines' | 'merges' | 'formatRules' | 'protections' | 'charts'
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
