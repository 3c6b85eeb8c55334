import type { RunView } from '../../shared/view';
import { cellStyle, textStyle, turned, type Style } from './cell-style';
import { Editor } from './editor';
import { headWidth, px, type Lines } from './geometry';
import type { GridProperties } from './grid';
import { GroupMarks } from './group-button';
import type { Span } from './merges';
import { bounds, includes } from './selection';
import type { ShownCell } from './use-tab';

type Properties = GridProperties & {
  row: number;
  height: number;
  columns: Lines;
  spans: Map<string, Span | null>;
};

/** One row of the grid. */
export function GridRow(properties: Properties) {
  const { row, height, columns, spans, content, selection, onMenu } = properties;
  const { top, bottom } = bounds(selection);
  const { frozenColumns } = content.tab.settings;
  return (
    <tr style={{ height: px(height) }}>
      <th
        scope="row"
        class={headClass(properties, row >= top && row <= bottom)}
        onClick={(event) => onMenu('row', row, event.clientX, event.clientY)}
        onContextMenu={(event) => {
          event.preventDefault();
          onMenu('row', row, event.clientX, event.clientY);
        }}
      >
        {row}
        <GroupMarks tab={content.tab.id} axis="rows" line={row} groups={content.tab.groups.rows} />
      </th>
      {columns.shown.map((column, at) => {
        const span = spans.get(`${row},${column}`);
        if (span === null) return null;
        return (
          <Cell
            key={column}
            {...properties}
            row={span?.row ?? row}
            column={span?.column ?? column}
            span={span}
            frozenAt={column <= frozenColumns ? headWidth + (columns.starts[at] ?? 0) : null}
          />
        );
      })}
    </tr>
  );
}

/** A head makes room for the buttons of groups. */
function headClass({ row, content }: Properties, isChosen: boolean): string {
  const hasButton = content.tab.groups.rows.some(({ button }) => button === row);
  return ['head', isChosen ? 'chosen' : '', hasButton ? 'with-button' : '']
    .filter(Boolean)
    .join(' ');
}

interface CellProperties extends Properties {
  column: number;
  span: Span | undefined;
  frozenAt: number | null;
}

function Cell(properties: CellProperties) {
  const { row, column, height, span, content, selection, editor, onToggle, frozenAt } = properties;
  const { filter } = content.tab;
  const cell = content.cell(row, column);
  const current = row === selection.row && column === selection.column;
  const next = content.cell(row, column + 1);
  const mayRun = !cell?.style.wrap || cell.style.wrap === 'OVERFLOW';
  const spills = cell?.kind === 'text' && mayRun && !span && !cell.style.rotation && !next?.text;
  const isFilterHead =
    filter?.row === row && column >= filter.column && column < filter.column + filter.columns;
  const classes = [
    current ? 'current' : includes(selection, row, column) ? 'selected' : '',
    cell?.note ? 'noted' : '',
    cell?.invalid ? 'invalid' : '',
    cell?.kind === 'formula' ? 'formula' : '',
    frozenAt === null ? '' : 'frozen',
    frozenAt !== null && column === content.tab.settings.frozenColumns ? 'frozen-edge' : '',
    spills ? 'spills' : '',
    isFilterHead ? 'filter-head' : '',
  ];
  const frozenStyle: Style = frozenAt === null ? {} : { left: px(frozenAt) };
  return (
    <td
      data-cell={`${row},${column}`}
      rowSpan={span?.rows}
      colSpan={span?.columns}
      class={classes.filter(Boolean).join(' ') || undefined}
      style={{ ...cellStyle(cell, span ? null : height), ...frozenStyle }}
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
  return (
    <div
      class={cell.style.choices ? 'content choice' : 'content'}
      dir={cell.style.rightToLeft ? 'rtl' : undefined}
      style={turned(cell.style.rotation)}
    >
      {cell.runs ? cell.runs.map((run, at) => <Run key={at} {...run} />) : cell.text}
    </div>
  );
}

/** A stretch of text with its own look; a link opens beside, and never from an odd address. */
function Run({ text, link, ...look }: RunView) {
  const style = textStyle(look);
  if (link === undefined || !/^https?:/i.test(link)) return <span style={style}>{text}</span>;
  const address = `/host/ui/visit?to=${encodeURIComponent(link)}`;
  return (
    <a href={address} target="_blank" rel="noreferrer" style={style} title={link}>
      {text}
    </a>
  );
}

function titleOf(cell: ShownCell | null): string | undefined {
  if (cell?.kind === 'formula') return 'Formulas are kept, but not computed here.';
  if (cell?.invalid) return ['This value breaks the rule of its cell.', cell.note].join(' ');
  return cell?.note;
}
