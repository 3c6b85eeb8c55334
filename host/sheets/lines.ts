import type { Area } from '../shared/a1';
import type { Filter, SheetArea } from '../shared/cells';
import type { Axis, TabOperation } from '../shared/operations';
import { movedGroups } from './groups';
import type { Lines, Tab } from './tab';

/** Where a line's number moves to when lines come or go; null when the line itself is gone. */
export type Move = (line: number) => number | null;

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

/** Takes lines to another place; `to` says before which line, as counted until now. */
export function moveLines(tab: Tab, operation: LineMove): void {
  const { axis, from, count, to } = operation;
  const target = to > from ? to - count : to;
  if (axis === 'rows') tab.grid.moveRows(from, count, target);
  else tab.grid.moveColumns(from, count, target, tab.columns);
  moveAll(tab, axis, moveFor(operation));
}

function moveAll(tab: Tab, axis: Axis, move: Move): void {
  tab.lines[axis] = movedLines(tab.lines[axis], move);
  tab.merges = tab.merges.flatMap((area) => movedArea(area, axis, move) ?? []);
  tab.groups[axis] = movedGroups(tab.groups[axis], move);
  tab.bandings = tab.bandings.flatMap((banding) => {
    const area = movedArea(banding.area, axis, move);
    return area ? { ...banding, area } : [];
  });
  if (tab.filter) tab.filter = movedFilter(tab.filter, axis, move);
  tab.protections = tab.protections.flatMap((protection) => {
    if (!protection.area) return protection;
    const area = movedArea(protection.area, axis, move);
    return area ? { ...protection, area } : [];
  });
}

function movedFilter(filter: Filter, axis: Axis, move: Move): Filter | null {
  const area = movedArea(filter.area, axis, move);
  if (!area || axis === 'rows') return area ? { ...filter, area } : null;
  const criteria: Filter['criteria'] = {};
  for (const [column, rule] of Object.entries(filter.criteria)) {
    const to = move(Number(column));
    if (to !== null) criteria[to] = rule;
  }
  return { area, criteria };
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
  const both = kept.length === 2 ? kept : survivors(start, length, move);
  const inside = both.sort((a, b) => a - b);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  return axis === 'rows'
    ? { ...area, row: first, rows: last - first + 1 }
    : { ...area, column: first, columns: last - first + 1 };
}

function survivors(start: number, length: number, move: Move): number[] {
  return Array.from({ length }, (_, at) => move(start + at)).filter((line) => line !== null);
}

type LineMove = Extract<TabOperation, { do: 'moveLines' }>;
type LineChange = Extract<TabOperation, { do: 'insert' | 'delete' }> | LineMove;

/** Where a step on whole lines moves each of them, for what lies outside the tab. */
export function moveFor(operation: LineChange): Move {
  const { do: kind, count } = operation;
  if (kind === 'moveLines') return carried(operation);
  const { at } = operation;
  if (kind === 'insert') return (line) => (line >= at ? line + count : line);
  return (line) => (line < at ? line : line < at + count ? null : line - count);
}

function carried({ from, count, to }: LineMove): Move {
  const target = to > from ? to - count : to;
  return (line) => {
    if (line >= from && line < from + count) return line + target - from;
    if (line >= from + count && line < to) return line - count;
    return line >= to && line < from ? line + count : line;
  };
}

/** The blocks of a list that lie on a tab, moved; others stay. */
export function movedAreas(areas: SheetArea[], sheet: number, axis: Axis, move: Move): SheetArea[] {
  return areas.flatMap((area) =>
    area.sheet === sheet ? (movedArea(area, axis, move) ?? []) : area,
  );
}
