import type { TabView } from '../../shared/view';

export const usualWidth = 100;
export const usualHeight = 24;
export const headWidth = 48;
export const headHeight = 24;

/** Where the lines of one axis are: those that can be seen, with the start of each. */
export interface Lines {
  shown: number[];
  sizes: number[];
  starts: number[];
  total: number;
}

function lines(
  count: number,
  sizes: Record<number, number>,
  hidden: number[],
  usual: number,
): Lines {
  const gone = new Set(hidden);
  const result: Lines = { shown: [], sizes: [], starts: [], total: 0 };
  for (let line = 1; line <= count; line += 1) {
    if (gone.has(line)) continue;
    const size = sizes[line] ?? usual;
    result.shown.push(line);
    result.sizes.push(size);
    result.starts.push(result.total);
    result.total += size;
  }
  return result;
}

/** A length as styles want it. */
export const px = (length: number): string => `${length}px`;

/** The rows and columns of a tab, in pixels. */
export function geometryOf(tab: TabView): { rows: Lines; columns: Lines } {
  return {
    rows: lines(tab.rows, tab.heights, tab.hiddenRows, usualHeight),
    columns: lines(tab.columns, tab.widths, tab.hiddenColumns, usualWidth),
  };
}

/** The index of the line that is at this pixel. */
export function indexAt({ starts }: Lines, pixel: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= pixel) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** The start of a line in pixels, or of the next that can be seen. */
export function startOf({ shown, starts, total }: Lines, line: number): number {
  const index = shown.findIndex((one) => one >= line);
  return index < 0 ? total : (starts[index] ?? 0);
}
