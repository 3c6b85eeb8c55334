import type { Area } from '../shared/a1';
import type { SheetArea } from '../shared/cells';
import type { Axis } from '../shared/operations';
import type { Lines, Tab } from './tab';

/** Where a line's number moves to when lines come or go; null when the line itself is gone. */
type Move = (line: number) => number | null;

/** Puts empty lines into a tab; those that follow move on, and with them all that names them. */
export function insertLines(tab: Tab, axis: Axis, at: number, count: number): void {
  if (axis === 'rows') tab.grid.insertRows(at, count);
  else tab.grid.insertColumns(at, count);
  tab[axis] += count;
  moveAll(tab, axis, (line) => (line >= at ? line + count : line));
}

/** Takes lines out of a tab. */
export function deleteLines(tab: Tab, axis: Axis, at: number, count: number): void {
  if (axis === 'rows') tab.grid.deleteRows(at, count);
  else tab.grid.deleteColumns(at, count);
  tab[axis] -= count;
  const frozen = axis === 'rows' ? 'frozenRows' : 'frozenColumns';
  const frozenGone = Math.max(0, Math.min(tab.settings[frozen], at + count - 1) - at + 1);
  tab.settings[frozen] -= frozenGone;
  moveAll(tab, axis, (line) => {
    if (line < at) return line;
    return line < at + count ? null : line - count;
  });
}

function moveAll(tab: Tab, axis: Axis, move: Move): void {
  tab.lines[axis] = movedLines(tab.lines[axis], move);
  tab.merges = tab.merges.flatMap((area) => movedArea(area, axis, move) ?? []);
  tab.protections = tab.protections.flatMap((protection) => {
    if (!protection.area) return protection;
    const area = movedArea(protection.area, axis, move);
    return area ? { ...protection, area } : [];
  });
}

function movedLines({ pixels, hidden }: Lines, move: Move): Lines {
  const moved: Lines = { pixels: {}, hidden: hidden.flatMap((line) => move(line) ?? []) };
  for (const [line, size] of Object.entries(pixels)) {
    const to = move(Number(line));
    if (to !== null) moved.pixels[to] = size;
  }
  return moved;
}

/** The block after lines moved: it grows and shrinks with lines inside; null when all are gone. */
export function movedArea<Block extends Area>(area: Block, axis: Axis, move: Move): Block | null {
  const [start, length] = axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
  const kept: number[] = [];
  for (const line of [start, start + length - 1]) {
    const to = move(line);
    if (to !== null) kept.push(to);
  }
  const inside = kept.length === 2 ? kept : survivors(start, length, move);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  return axis === 'rows'
    ? { ...area, row: first, rows: last - first + 1 }
    : { ...area, column: first, columns: last - first + 1 };
}

function survivors(start: number, length: number, move: Move): number[] {
  return Array.from({ length }, (_, at) => move(start + at)).filter((line) => line !== null);
}

/** The move that an insertion or a deletion makes, for what lies outside the tab. */
export function moveFor(kind: 'insert' | 'delete', at: number, count: number): Move {
  if (kind === 'insert') return (line) => (line >= at ? line + count : line);
  return (line) => (line < at ? line : line < at + count ? null : line - count);
}

/** The blocks of a list that lie on a tab, moved; others stay. */
export function movedAreas(areas: SheetArea[], sheet: number, axis: Axis, move: Move): SheetArea[] {
  return areas.flatMap((area) =>
    area.sheet === sheet ? (movedArea(area, axis, move) ?? []) : area,
  );
}
