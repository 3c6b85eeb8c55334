import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { columnLetters } from '../../shared/a1';
import { Charts } from './charts';
import type { EditorProperties } from './editor';
import { geometryOf, headHeight, headWidth, indexAt, px, startOf } from './geometry';
import { GridRow } from './grid-row';
import { GroupMarks } from './group-button';
import { spansOf, type Span } from './merges';
import { bounds, cellSelection, type Selection } from './selection';
import type { TabContent } from './use-tab';

export interface GridProperties {
  content: TabContent;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** Set while the current cell is being edited. */
  editor: EditorProperties | null;
  onEdit: () => void;
  onToggle: (row: number, column: number, checked: boolean) => void;
  onMenu: (axis: 'row' | 'column', line: number, x: number, y: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onCopy: (event: ClipboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
}

const spare = 12;

/** The cells of a tab: a real table, of which only the rows near the window are there. */
export function Grid(properties: GridProperties) {
  const { content, selection, onSelect, editor, onEdit, onMenu } = properties;
  const { tab } = content;
  const { rows, columns } = geometryOf(tab);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const dragging = useRef(false);

  const frozen = rows.shown.filter((row) => row <= tab.settings.frozenRows);
  const first = Math.max(indexAt(rows, view.top) - spare, frozen.length);
  const last = Math.min(indexAt(rows, view.top + view.height) + spare, rows.shown.length - 1);
  const above = (rows.starts[first] ?? 0) - (rows.starts[frozen.length] ?? 0);
  const below = rows.total - (rows.starts[last] ?? 0) - (rows.sizes[last] ?? 0);

  useEffect(() => {
    const inSight: [number, number] = [rows.shown[first] ?? 1, rows.shown[last] ?? 1];
    content.need(frozen.length ? [[1, frozen.length], inSight] : [inSight]);
  });
  useLayoutEffect(() => {
    const update = (): void => {
      if (box.current) setView({ top: box.current.scrollTop, height: box.current.clientHeight });
    };
    update();
    window.addEventListener('resize', update);
    return () => window.removeEventListener('resize', update);
  }, [tab.id]);
  useEffect(() => {
    if (box.current) reveal(box.current, selection, rows, columns, frozen.length);
  }, [selection.endRow, selection.endColumn]);
  useEffect(() => {
    if (!editor) box.current?.focus({ preventScroll: true });
  }, [editor === null, tab.id]);

  const scrolled = (): void => {
    const top = box.current?.scrollTop ?? 0;
    if (Math.abs(top - view.top) > 120) setView({ ...view, top });
  };
  const pointed = (event: MouseEvent): [number, number] | null => {
    const cell = (event.target as Element).closest<HTMLElement>('td[data-cell]');
    const [row, column] = (cell?.dataset.cell ?? '').split(',').map(Number);
    return row && column ? [row, column] : null;
  };
  const pressed = (event: MouseEvent): void => {
    const place = pointed(event);
    if (!place || event.button !== 0 || (event.target as Element).closest('.editor')) return;
    const [row, column] = place;
    dragging.current = true;
    onSelect(
      event.shiftKey
        ? { ...selection, endRow: row, endColumn: column }
        : cellSelection(row, column),
    );
  };
  const dragged = (event: MouseEvent): void => {
    const place = dragging.current && event.buttons === 1 ? pointed(event) : null;
    if (!place) return;
    const [endRow, endColumn] = place;
    if (endRow !== selection.endRow || endColumn !== selection.endColumn) {
      onSelect({ ...selection, endRow, endColumn });
    }
  };

  const body = rows.shown.slice(first, last + 1);
  const spans = [frozen, body].map((part) => spansOf(tab.merges, part, columns.shown));
  const row = (number: number, at: number, part: number) => (
    <GridRow
      key={number}
      row={number}
      height={rows.sizes[at] ?? 0}
      columns={columns}
      spans={spans[part] ?? new Map<string, Span | null>()}
      {...properties}
    />
  );
  const { left, right } = bounds(selection);
  return (
    <div
      ref={box}
      class={tab.settings.hiddenGridlines ? 'grid without-lines' : 'grid'}
      tabIndex={0}
      role="region"
      aria-label={`Cells of ${tab.name}`}
      onScroll={scrolled}
      onMouseDown={pressed}
      onMouseMove={dragged}
      onMouseUp={() => (dragging.current = false)}
      onDblClick={(event) => pointed(event) && onEdit()}
      onKeyDown={properties.onKeyDown}
      onCopy={properties.onCopy}
      onPaste={properties.onPaste}
    >
      <div class="canvas" style={{ width: px(headWidth + columns.total) }}>
        <table style={{ width: px(headWidth + columns.total) }}>
          <colgroup>
            <col style={{ width: px(headWidth) }} />
            {columns.shown.map((column, at) => (
              <col key={column} style={{ width: px(columns.sizes[at] ?? 0) }} />
            ))}
          </colgroup>
          <thead>
            <tr style={{ height: px(headHeight) }}>
              <th class="corner" />
              {columns.shown.map((column) => (
                <th
                  key={column}
                  scope="col"
                  class={column >= left && column <= right ? 'head chosen' : 'head'}
                  onClick={(event) => onMenu('column', column, event.clientX, event.clientY)}
                  onContextMenu={(event) => {
                    event.preventDefault();
                    onMenu('column', column, event.clientX, event.clientY);
                  }}
                >
                  {columnLetters(column)}
                  <GroupMarks
                    tab={tab.id}
                    axis="columns"
                    line={column}
                    groups={tab.groups.columns}
                  />
                </th>
              ))}
            </tr>
            {frozen.map((number, at) => row(number, at, 0))}
          </thead>
          <tbody>
            <tr class="spacer" style={{ height: px(above) }} />
            {body.map((number, at) => row(number, first + at, 1))}
            <tr class="spacer" style={{ height: px(Math.max(below, 0)) }} />
          </tbody>
        </table>
        <Charts tab={tab} version={content.version} rows={rows} columns={columns} />
      </div>
    </div>
  );
}

type Lines = ReturnType<typeof geometryOf>['rows'];

/** Scrolls so that the end of the selection is in sight, clear of what is frozen. */
function reveal(
  box: HTMLElement,
  { endRow, endColumn }: Selection,
  rows: Lines,
  columns: Lines,
  frozenRows: number,
): void {
  const clear = headHeight + (rows.starts[frozenRows] ?? 0);
  const top = headHeight + startOf(rows, endRow);
  const height = rows.sizes[rows.shown.indexOf(endRow)] ?? 0;
  const left = headWidth + startOf(columns, endColumn);
  const width = columns.sizes[columns.shown.indexOf(endColumn)] ?? 0;
  if (endRow > frozenRows) {
    if (top - clear < box.scrollTop) box.scrollTop = top - clear;
    const overBottom = top + height - box.scrollTop - box.clientHeight;
    if (overBottom > 0) box.scrollTop += overBottom + 4;
  }
  if (left - headWidth < box.scrollLeft) box.scrollLeft = left - headWidth;
  const overRight = left + width - box.scrollLeft - box.clientWidth;
  if (overRight > 0) box.scrollLeft += overRight + 4;
}
