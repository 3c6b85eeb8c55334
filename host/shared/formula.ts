import { columnLetters, columnNumber } from './a1';

/** One edge of a reference: a line, and whether a `$` holds it in place. */
interface Edge {
  line: number;
  isFixed: boolean;
}

/** A reference to one cell; in `A:A` and `5:5` an axis is missing. */
interface Reference {
  row?: Edge;
  column?: Edge;
}

const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/.source;
const name = /[A-Za-z_][\w.]*(?=\s*[(!])/.source;
const cell = /\$?[A-Za-z]{1,3}\$?[1-9]\d{0,7}(?![\w.(])/.source;
const whole = /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(])|\$?\d{1,8}:\$?\d{1,8}(?![\w.])/.source;
const open = /\$?[A-Za-z]{1,3}\$?[1-9]\d{0,7}:\$?[A-Za-z]{1,3}(?![\w.(])/.source;
const word = /[A-Za-z_][\w.]*/.source;
const a1Pattern = new RegExp(`${quoted}|${name}|${open}|${whole}|${cell}|${word}`, 'g');

/**
 * A formula as it reads after being copied elsewhere: its relative references move along, fixed
 * ones stay, and one that would leave the sheet is `#REF!`.
 */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const row = movedEdge(reference.row, rows);
    const column = movedEdge(reference.column, columns);
    if (row === null || column === null) return '#REF!';
    return a1Of({ ...(row ? { row } : {}), ...(column ? { column } : {}) });
  });
}

function movedEdge(edge: Edge | undefined, by: number): Edge | null | undefined {
  if (!edge || edge.isFixed) return edge;
  return edge.line + by < 1 ? null : { line: edge.line + by, isFixed: false };
}

/** A formula in A1 notation as R1C1 says it, seen from a cell: `R[-1]C` is the one above. */
export function toR1C1(formula: string, row: number, column: number): string {
  const say = (letter: string, edge: Edge | undefined, own: number): string => {
    if (!edge) return '';
    if (edge.isFixed) return `${letter}${edge.line}`;
    return edge.line === own ? letter : `${letter}[${edge.line - own}]`;
  };
  return mapReferences(
    formula,
    (reference) => say('R', reference.row, row) + say('C', reference.column, column),
  );
}

const r1c1Pattern = new RegExp(
  `${quoted}|(?<![\\w.])R(\\[-?\\d+\\]|\\d+)?C(\\[-?\\d+\\]|\\d+)?(?![\\w.(])|${word}`,
  'gi',
);

/** A formula in R1C1 notation as A1 says it, seen from a cell. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(r1c1Pattern, (text, rowPart?: string, columnPart?: string) => {
    if (!/^R(\[?-?\d+\]?)?C(\[?-?\d+\]?)?$/i.test(text)) return text;
    const edges = { row: edgeOf(rowPart, row), column: edgeOf(columnPart, column) };
    return edges.row.line < 1 || edges.column.line < 1 ? '#REF!' : a1Of(edges);
  });
}

function edgeOf(part: string | undefined, own: number): Edge {
  if (part === undefined) return { line: own, isFixed: false };
  const relative = /^\[(.+)\]$/.exec(part)?.[1];
  return relative === undefined
    ? { line: Number(part), isFixed: true }
    : { line: own + Number(relative), isFixed: false };
}

function mapReferences(formula: string, change: (reference: Reference) => string): string {
  return formula.replace(a1Pattern, (text, at: number) => {
    const isName = /^\s*[(!]/.test(formula.slice(at + text.length));
    if (isName || /[\w.]/.test(formula.charAt(at - 1))) return text;
    const corners = text.split(':');
    const isReference = corners.length > 1 || /^\$?[A-Za-z]{1,3}\$?\d+$/.test(text);
    return isReference ? corners.map((corner) => change(referenceOf(corner))).join(':') : text;
  });
}

function referenceOf(text: string): Reference {
  const [, columnFixed, letters, rowFixed, digits] =
    /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)(\d{1,8}))?$/.exec(text) ?? [];
  return {
    ...(letters === undefined
      ? {}
      : { column: { line: columnNumber(letters), isFixed: columnFixed === '$' } }),
    ...(digits === undefined ? {} : { row: { line: Number(digits), isFixed: rowFixed === '$' } }),
  };
}

function a1Of({ row, column }: Reference): string {
  const letters = column ? `${column.isFixed ? '$' : ''}${columnLetters(column.line)}` : '';
  return letters + (row ? `${row.isFixed ? '$' : ''}${row.line}` : '');
}
