import type { LookView } from '../../shared/view';
import { Editor } from './editor';
import { headWidth, px, type Lines } from './geometry';
import type { GridProperties } from './grid';
import { bounds, includes } from './selection';
import type { ShownCell } from './use-tab';

type Style = Record<string, string>;
type Properties = GridProperties & { row: number; height: number; columns: Lines };

/** One row of the grid. */
export function GridRow(properties: Properties) {
  const { row, height, columns, content, selection, onMenu } = properties;
  const { top, bottom } = bounds(selection);
  const { frozenColumns } = content.tab.settings;
  return (
    <tr style={{ height: px(height) }}>
      <th
        scope="row"
        class={row >= top && row <= bottom ? 'head chosen' : 'head'}
        onClick={(event) => onMenu('row', row, event.clientX, event.clientY)}
        onContextMenu={(event) => {
          event.preventDefault();
          onMenu('row', row, event.clientX, event.clientY);
        }}
      >
        {row}
      </th>
      {columns.shown.map((column, at) => (
        <Cell
          key={column}
          {...properties}
          column={column}
          frozenAt={column <= frozenColumns ? headWidth + (columns.starts[at] ?? 0) : null}
        />
      ))}
    </tr>
  );
}

function Cell(properties: Properties & { column: number; frozenAt: number | null }) {
  const { row, column, height, content, selection, editor, onToggle, frozenAt } = properties;
  const cell = content.cell(row, column);
  const current = row === selection.row && column === selection.column;
  const next = content.cell(row, column + 1);
  const spills = cell?.kind === 'text' && !cell.style.wrap && !next?.text;
  const classes = [
    current ? 'current' : includes(selection, row, column) ? 'selected' : '',
    cell?.note ? 'noted' : '',
    cell?.invalid ? 'invalid' : '',
    cell?.kind === 'formula' ? 'formula' : '',
    frozenAt === null ? '' : 'frozen',
    spills ? 'spills' : '',
  ];
  const frozenStyle: Style = frozenAt === null ? {} : { left: px(frozenAt) };
  return (
    <td
      data-cell={`${row},${column}`}
      class={classes.filter(Boolean).join(' ') || undefined}
      style={{ ...cellStyle(cell, height), ...frozenStyle }}
      title={titleOf(cell)}
    >
      {current && editor ? (
        <Editor {...editor} choices={cell?.style.choices ?? []} />
      ) : (
        <Content cell={cell} onToggle={(checked) => onToggle(row, column, checked)} />
      )}
    </td>
  );
}

function Content({ cell, onToggle }: { cell: ShownCell | null; onToggle: (on: boolean) => void }) {
  if (!cell) return null;
  if (cell.style.checkbox && cell.kind === 'boolean') {
    const checked = cell.text === 'TRUE';
    return (
      <input
        type="checkbox"
        checked={checked}
        aria-label={checked ? 'ticked' : 'not ticked'}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
    );
  }
  return <div class={cell.style.choices ? 'content choice' : 'content'}>{cell.text}</div>;
}

function titleOf(cell: ShownCell | null): string | undefined {
  if (cell?.kind === 'formula') return 'Formulas are kept, but not computed here.';
  if (cell?.invalid) return ['This value breaks the rule of its cell.', cell.note].join(' ');
  return cell?.note;
}

const alignments: Record<string, string> = { left: 'left', center: 'center', right: 'right' };
const lines: Record<string, string> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};

/** A cell's own style. Colours are the script's, so they go in by property, never as text. */
function cellStyle(cell: ShownCell | null, height: number): Style {
  if (!cell) return {};
  const { style, kind } = cell;
  const usual = kind === 'number' ? 'right' : kind === 'boolean' ? 'center' : 'left';
  return {
    textAlign: alignments[style.align ?? ''] ?? usual,
    ...(style.background ? { backgroundColor: style.background } : {}),
    ...(style.color ? { color: style.color } : {}),
    ...(style.bold ? { fontWeight: '600' } : {}),
    ...(style.italic ? { fontStyle: 'italic' } : {}),
    ...(style.line ? { textDecoration: style.line } : {}),
    ...(style.font ? { fontFamily: style.font } : {}),
    ...(style.size ? { fontSize: `${Math.round((style.size * 13) / 10)}px` } : {}),
    ...(style.valign ? { verticalAlign: style.valign } : {}),
    ...(style.wrap === 'WRAP' ? { whiteSpace: 'pre-wrap', maxHeight: px(height) } : {}),
    ...borderStyle(style),
  };
}

function borderStyle({ borders }: LookView): Style {
  const style: Record<string, string> = {};
  for (const [side, line] of Object.entries(borders ?? {})) {
    const [kind = '', color = '#000000'] = String(line).split(' ');
    style[`border-${side}`] = `${lines[kind] ?? lines.SOLID} ${color}`;
  }
  return style;
}
