import type { Cell } from '../../sheets/cell';
import { displayText } from '../../sheets/display';
import type { Tab } from '../../sheets/tab';
import type { Workbook } from '../../sheets/workbook';

const usualSize = 10;
const lineHeight = 18;
const signWidth = 7;
const mostLines = 6;

/** Rows are as high as their largest, turned or wrapped text needs; widths of signs are guessed. */
export function rowHeights(workbook: Workbook, tab: Tab): Record<number, number> {
  const heights: Record<number, number> = {};
  const merged = tab.merges.filter(({ rows }) => rows > 1);
  for (const [row, column, cell] of tab.grid.cells()) {
    if (merged.some((area) => area.row === row && area.column === column)) continue;
    const height = heightOf(workbook, tab, column, cell);
    if (height > 24) heights[row] = Math.max(heights[row] ?? 0, height);
  }
  return heights;
}

function heightOf(workbook: Workbook, tab: Tab, column: number, cell: Cell): number {
  const { fontSize = usualSize, wrapStrategy, textRotation = 0 } = cell.look ?? {};
  const scale = fontSize / usualSize;
  const isTurned = textRotation !== 0;
  const isWrapped = wrapStrategy === 'WRAP' && typeof cell.v === 'string';
  if (!isTurned && !isWrapped && scale <= 1) return 0;
  const lines = displayText(cell, workbook.language).split('\n');
  const longest = Math.max(...lines.map((text) => text.length)) * signWidth * scale;
  if (isTurned) return turnedHeight(textRotation, longest, scale);
  const width = (tab.lines.columns.pixels[column] ?? 100) - 8;
  const count = isWrapped
    ? lines.reduce(
        (sum, text) => sum + Math.ceil((text.length * signWidth * scale) / width || 1),
        0,
      )
    : 1;
  return Math.round(Math.min(count, mostLines) * lineHeight * scale + 6);
}

function turnedHeight(rotation: number | 'vertical', length: number, scale: number): number {
  if (rotation === 'vertical') return Math.round((length / signWidth) * lineHeight + 6);
  const angle = (Math.abs(rotation) * Math.PI) / 180;
  return Math.round(Math.sin(angle) * length + Math.cos(angle) * lineHeight * scale + 6);
}
