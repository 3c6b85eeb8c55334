import type { Area } from '../shared/a1';
import type { Look, SheetArea } from '../shared/cells';
import { movedFormula } from '../shared/formula';
import type { CellOperation, CopyKind } from '../shared/operations';
import { cellOf, changedLook, sharedLook, type Cell } from './cell';
import type { Tab } from './tab';
import { overlaps, type Workbook } from './workbook';

type Copy = Extract<CellOperation, { do: 'copy' }>;

/** Copies a block; a target that is a multiple of the source is filled with it. */
export function copyCells(workbook: Workbook, tab: Tab, operation: Copy): void {
  const { from, area: to, what, transposed } = operation;
  const source = workbook.tab(from.sheet);
  if (!source) return;
  const size = transposed ? { rows: from.columns, columns: from.rows } : from;
  const area = {
    ...to,
    rows: Math.max(size.rows, to.rows - (to.rows % size.rows)),
    columns: Math.max(size.columns, to.columns - (to.columns % size.columns)),
  };
  tab.grow(area.row + area.rows - 1, area.column + area.columns - 1);
  if (what === 'widths') copyWidths(source, tab, from, area);
  else if (what !== 'conditional') copyContents(source, tab, operation, area);
  if (['all', 'noBorders', 'format'].includes(what)) copyMerges(source, tab, from, area, size);
  if (['all', 'noBorders', 'format', 'conditional'].includes(what)) {
    copyRules(source, tab, operation, area);
  }
}

function copyContents(source: Tab, tab: Tab, { from, what, transposed }: Copy, area: Area): void {
  const cells = source.grid.read(from, (cell) => cell);
  tab.grid.change(area, (cell, row, column) => {
    const [y, x] = transposed ? [column, row] : [row, column];
    const [fromRow, fromColumn] = [y % from.rows, x % from.columns];
    const copied = cells[fromRow]?.[fromColumn];
    const by = {
      rows: area.row + row - from.row - fromRow,
      columns: area.column + column - from.column - fromColumn,
    };
    return pasted(cell, copied, what, by);
  });
}

function pasted(
  cell: Cell | undefined,
  copied: Cell | undefined,
  what: CopyKind,
  by: { rows: number; columns: number },
): Cell | undefined {
  const { v, f, runs } = copied ?? {};
  const content = {
    ...(v === undefined ? {} : { v }),
    ...(f === undefined ? {} : { f: movedFormula(f, by.rows, by.columns) }),
    ...(runs ? { runs } : {}),
  };
  const look = copied?.look;
  if (what === 'all') return cellOf(content, look);
  if (what === 'noBorders') {
    const own = cell?.look?.borders ?? null;
    return cellOf(content, changedLook(look, 'borders', own));
  }
  if (what === 'values') return cellOf(v === undefined ? {} : { v }, cell?.look);
  if (what === 'formulas') return cellOf(content, cell?.look);
  if (what === 'validation') {
    return cellOf(cell ?? {}, changedLook(cell?.look, 'validation', look?.validation ?? null));
  }
  return cellOf(cell ?? {}, formatOf(look, cell?.look));
}

/** The format of one look with the note and the rule of another. */
function formatOf(look: Look = {}, own: Look = {}): Look {
  const format = Object.entries(look).filter(([key]) => key !== 'note' && key !== 'validation');
  const kept = Object.entries(own).filter(([key]) => key === 'note' || key === 'validation');
  return sharedLook(Object.fromEntries([...format, ...kept].sort(([a], [b]) => (a < b ? -1 : 1))));
}

function copyWidths(source: Tab, tab: Tab, from: Area, area: Area): void {
  const widths = source.lines.columns.pixels;
  for (let column = 0; column < area.columns; column += 1) {
    const width = widths[from.column + (column % from.columns)];
    if (width === undefined) Reflect.deleteProperty(tab.lines.columns.pixels, area.column + column);
    else tab.lines.columns.pixels[area.column + column] = width;
  }
}

/** Merged cells come along whole, once for each time that the source fits. */
function copyMerges(
  source: Tab,
  tab: Tab,
  from: SheetArea,
  area: SheetArea,
  size: { rows: number; columns: number },
): void {
  const merges = source.merges.filter((merge) => isWithin(merge, from));
  tab.merges = tab.merges.filter((merge) => !overlaps(merge, area));
  const transposed = size.rows !== from.rows || size.columns !== from.columns;
  for (let row = 0; row < area.rows; row += size.rows) {
    for (let column = 0; column < area.columns; column += size.columns) {
      const at = { row: area.row + row, column: area.column + column };
      const copies = merges.map((merge) => placed(merge, from, at, transposed));
      tab.merges.push(...copies.map((merge) => ({ ...merge, sheet: tab.id })));
    }
  }
}

/** The rules of the source reach over the target too; on another tab they are new rules there. */
function copyRules(source: Tab, tab: Tab, { from, transposed }: Copy, area: SheetArea): void {
  const copies = source.formatRules.flatMap((rule) => {
    const parts = rule.ranges.flatMap((range) => common(range, from) ?? []);
    const ranges = parts.map((part) => ({
      ...placed(part, from, area, transposed),
      sheet: tab.id,
    }));
    return ranges.length ? [{ rule, ranges }] : [];
  });
  for (const { rule, ranges } of copies) {
    if (source !== tab) tab.formatRules = [...tab.formatRules, { ...rule, ranges }];
    else {
      tab.formatRules = tab.formatRules.map((other) =>
        other === rule ? { ...rule, ranges: [...rule.ranges, ...ranges] } : other,
      );
    }
  }
}

function placed(
  part: Area,
  from: Area,
  to: { row: number; column: number },
  transposed: boolean,
): Area {
  const [down, right] = [part.row - from.row, part.column - from.column];
  return transposed
    ? { row: to.row + right, column: to.column + down, rows: part.columns, columns: part.rows }
    : { row: to.row + down, column: to.column + right, rows: part.rows, columns: part.columns };
}

/** What two blocks of a tab share, or null. */
function common(a: SheetArea, b: SheetArea): Area | null {
  if (!overlaps(a, b)) return null;
  const [row, column] = [Math.max(a.row, b.row), Math.max(a.column, b.column)];
  return {
    row,
    column,
    rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
  };
}

const isWithin = (inner: SheetArea, outer: SheetArea): boolean => {
  const shared = common(inner, outer);
  return shared?.rows === inner.rows && shared.columns === inner.columns;
};

/** Cuts a block and puts it elsewhere, with all that its cells have. */
export function moveCells(
  workbook: Workbook,
  tab: Tab,
  { from, area: to }: Extract<CellOperation, { do: 'move' }>,
): void {
  const source = workbook.tab(from.sheet);
  if (!source) return;
  const area = { ...to, rows: from.rows, columns: from.columns };
  tab.grow(area.row + area.rows - 1, area.column + area.columns - 1);
  const cells = source.grid.read(from, (cell) => cell);
  const merges = source.merges.filter((merge) => isWithin(merge, from));
  source.merges = source.merges.filter((merge) => !merges.includes(merge));
  source.grid.change(from, () => undefined);
  tab.grid.change(area, (_cell, row, column) => cells[row]?.[column]);
  tab.merges.push(
    ...merges.map((merge) => ({ ...placed(merge, from, area, false), sheet: tab.id })),
  );
}
