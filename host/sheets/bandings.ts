import type { BandColors, Banding } from '../shared/cells';

/** The colour that alternating colours give a cell; where both apply, its row has the word. */
export function bandColor(bandings: Banding[], row: number, column: number): string | undefined {
  for (const { area, rows, columns } of bandings) {
    const [down, right] = [row - area.row, column - area.column];
    if (down < 0 || right < 0 || down >= area.rows || right >= area.columns) continue;
    return colorAt(rows, down, area.rows) ?? colorAt(columns, right, area.columns);
  }
  return undefined;
}

function colorAt(colors: BandColors, at: number, count: number): string | undefined {
  if (at === 0 && colors.header !== undefined) return colors.header;
  if (at === count - 1 && colors.footer !== undefined) return colors.footer;
  const place = colors.header === undefined ? at : at - 1;
  return place % 2 === 0 ? colors.first : colors.second;
}
