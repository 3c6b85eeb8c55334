import type { Group, Groups } from '../shared/cells';
import type { TabOperation } from '../shared/operations';

export const noGroups = (): Groups => ({ depths: {}, collapsed: [], control: 'BEFORE' });

/** The deepest that groups may lie in each other. */
const deepest = 8;

/** Makes lines lie deeper in groups, or less deep. */
export function shiftDepth(
  groups: Groups,
  { at, count, by }: Extract<TabOperation, { do: 'groupDepth' }>,
): void {
  for (let line = at; line < at + count; line += 1) {
    const depth = Math.min(Math.max((groups.depths[line] ?? 0) + by, 0), deepest);
    if (depth) groups.depths[line] = depth;
    else Reflect.deleteProperty(groups.depths, line);
  }
  groups.collapsed = groups.collapsed.filter((shut) =>
    groupsOf(groups).some((group) => isSame(group, shut)),
  );
}

/** Shuts groups or opens them. */
export function collapseGroups(
  groups: Groups,
  { groups: places, collapsed }: Extract<TabOperation, { do: 'collapse' }>,
): void {
  const others = groups.collapsed.filter((shut) => !places.some((place) => isSame(place, shut)));
  groups.collapsed = collapsed ? [...others, ...places] : others;
}

/** All groups of an axis, the outer ones first. */
export function groupsOf({ depths, collapsed }: Groups): Group[] {
  const lines = Object.keys(depths)
    .map(Number)
    .sort((a, b) => a - b);
  const found: Group[] = [];
  for (let depth = 1; depth <= Math.max(0, ...Object.values(depths)); depth += 1) {
    let open: Group | undefined;
    for (const line of lines.filter((one) => (depths[one] ?? 0) >= depth)) {
      if (open?.end === line - 1) open.end = line;
      else {
        const isCollapsed = collapsed.some((shut) => isSame(shut, { start: line, depth }));
        open = { start: line, end: line, depth, isCollapsed };
        found.push(open);
      }
    }
  }
  return found;
}

/** The lines that shut groups hide. */
export function collapsedLines(groups: Groups): number[] {
  const hidden = new Set<number>();
  for (const { start, end, isCollapsed } of groupsOf(groups)) {
    if (isCollapsed) for (let line = start; line <= end; line += 1) hidden.add(line);
  }
  return [...hidden].sort((a, b) => a - b);
}

/** Groups after lines moved. */
export function movedGroups(groups: Groups, move: (line: number) => number | null): Groups {
  const depths: Record<number, number> = {};
  for (const [line, depth] of Object.entries(groups.depths)) {
    const to = move(Number(line));
    if (to !== null) depths[to] = depth;
  }
  const collapsed = groups.collapsed.flatMap(({ start, depth }) => {
    const to = move(start);
    return to === null ? [] : { start: to, depth };
  });
  return { ...groups, depths, collapsed };
}

const isSame = (
  a: { start: number; depth: number },
  b: { start: number; depth: number },
): boolean => a.start === b.start && a.depth === b.depth;
