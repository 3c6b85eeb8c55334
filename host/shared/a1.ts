/** A block of cells, counted from 1; where an edge is open the sheet's own size stands in. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What an A1 text says: a missing edge means that the range is open there, as in `5:7` or `B:B`. */
export interface A1 {
  sheet?: string;
  top?: number;
  left?: number;
  bottom?: number;
  right?: number;
}

/** Reads `B2`, `C5:B2`, `5:7`, `A:C`, `B2:C` or `'My tab'!A1`, or gives null for anything else. */
export function parseA1(text: string): A1 | null {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^!']+))!)?([^!]+)$/.exec(text.trim());
  if (!match) return null;
  const corners = (match[3] ?? '').replace(/\$/g, '').split(':');
  if (corners.length > 2) return null;
  const [first, second] = corners.map(parseCorner);
  if (!first || (corners.length === 2 && !second)) return null;
  if (!second && (first.row === undefined || first.column === undefined)) return null;
  const sheet = match[1]?.replace(/''/g, "'") ?? match[2];
  return { ...(sheet === undefined ? {} : { sheet }), ...between(first, second ?? first) };
}

interface Corner {
  row?: number;
  column?: number;
}

function parseCorner(text: string): Corner | null {
  const match = /^([A-Za-z]{0,3})(\d{0,8})$/.exec(text.trim());
  if (!match?.[0]) return null;
  const [, letters, digits] = match;
  return {
    ...(letters ? { column: columnNumber(letters) } : {}),
    ...(digits ? { row: Number(digits) } : {}),
  };
}

function between(first: Corner, second: Corner): A1 {
  const rows = [first.row, second.row].filter((row) => row !== undefined);
  const columns = [first.column, second.column].filter((column) => column !== undefined);
  const edges: A1 = {};
  if (rows.length) edges.top = Math.min(...rows);
  if (rows.length === 2) edges.bottom = Math.max(...rows);
  if (columns.length) edges.left = Math.min(...columns);
  if (columns.length === 2) edges.right = Math.max(...columns);
  return edges;
}

/** The number of a column from its letters: A is 1, AA is 27. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The letters of a column from its number: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The A1 text of a block of cells, without a sheet name. */
export function formatA1({ row, column, rows, columns }: Area): string {
  const first = `${columnLetters(column)}${row}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** A sheet name as formulas and A1 texts write it. */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}
