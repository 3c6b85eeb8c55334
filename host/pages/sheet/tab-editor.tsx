import { useRef, useState } from 'preact/hooks';
import { columnLetters, formatA1, type Area } from '../../shared/a1';
import { post } from '../api';
import { FormulaBar } from './formula-bar';
import { geometryOf } from './geometry';
import { Grid } from './grid';
import { LineMenu, type LineMenuPlace } from './line-menu';
import { mergeAt } from './merges';
import { bounds, cellSelection, moved, type Selection } from './selection';
import type { TabContent } from './use-tab';

const arrows: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-25, 0],
  PageDown: [25, 0],
};

interface Properties {
  content: TabContent;
  onProblem: (text: string) => void;
}

/** A tab that a person works in: what is selected, what is being typed, and what becomes of it. */
export function TabEditor({ content, onProblem }: Properties) {
  const { tab } = content;
  const { rows, columns } = geometryOf(tab);
  const [selection, setSelection] = useState<Selection>(cellSelection(1, 1));
  const [draft, showDraft] = useState<string | null>(null);
  // Keys may come faster than the page is drawn; this always holds what has been typed.
  const typed = useRef<string | null>(null);
  const setDraft = (text: string | null): void => {
    typed.current = text;
    showDraft(text);
  };
  const [inBar, setInBar] = useState(false);
  const [menu, setMenu] = useState<LineMenuPlace | null>(null);

  const current = content.cell(selection.row, selection.column);
  const editable = current?.edit ?? current?.text ?? '';
  const place = `${columnLetters(selection.column)}${selection.row}`;

  const select = (next: Selection): void => {
    setSelection(next);
    const { top, left, bottom, right } = bounds(next);
    const size = { rows: bottom - top + 1, columns: right - left + 1 };
    void post('/host/ui/select', { sheet: tab.id, row: top, column: left, ...size });
  };
  const move = (by: [number, number], extend = false): void => {
    const next = moved(leaving(tab.merges, selection, by), rows.shown, columns.shown, by, extend);
    const merge = mergeAt(tab.merges, next.endRow, next.endColumn);
    select(extend || !merge ? next : cellSelection(merge.row, merge.column));
  };
  const send = async (edit: object): Promise<void> => {
    try {
      await post('/host/edit', { sheet: tab.name, ...edit });
    } catch (reason) {
      onProblem((reason as Error).message);
    }
    content.reload();
  };
  const type = (a1: string, value: unknown): void => {
    if (mayEdit(content, selection)) void send({ a1, value });
  };
  const done = (text: string, by: [number, number]): void => {
    if (typed.current === null) return;
    setDraft(null);
    if (text !== editable) type(place, text);
    if (by[0] || by[1]) move(by);
  };
  const clear = (): void => {
    const { top, left, bottom, right } = bounds(selection);
    const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    type(formatA1(area), '');
  };

  const pressed = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return;
    const arrow = arrows[event.key];
    const isSign = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (isSign) setDraft((typed.current ?? '') + event.key);
    else if (typed.current !== null) {
      if (event.key !== 'Enter' && event.key !== 'Tab') return;
      done(typed.current, event.key === 'Enter' ? [1, 0] : [0, 1]);
    } else if (arrow) move(arrow, event.shiftKey);
    else if (event.key === 'Tab') move([0, event.shiftKey ? -1 : 1]);
    else if (event.key === 'Home') select(cellSelection(selection.row, columns.shown[0] ?? 1));
    else if (event.key === 'Enter' || event.key === 'F2') setDraft(editable);
    else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else return;
    event.preventDefault();
  };
  const copied = (event: ClipboardEvent): void => {
    if (draft !== null) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', selectedText(content, selection));
  };
  const pasted = (event: ClipboardEvent): void => {
    if (draft !== null) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const block = text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
    const width = Math.max(...block.map((row) => row.length));
    type(
      place,
      block.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]),
    );
  };

  return (
    <>
      <FormulaBar
        place={place}
        text={draft ?? editable}
        onText={setDraft}
        onFocus={() => setInBar(true)}
        onDone={(text, down) => {
          setInBar(false);
          done(text, [down, 0]);
        }}
        onCancel={() => setDraft(null)}
      />
      <div class="grid-area">
        <Grid
          content={content}
          selection={selection}
          onSelect={select}
          editor={
            draft === null || inBar
              ? null
              : { text: draft, onText: setDraft, onDone: done, onCancel: () => setDraft(null) }
          }
          onEdit={() => setDraft(editable)}
          onToggle={(row, column, on) => type(`${columnLetters(column)}${row}`, on)}
          onMenu={(axis, line, x, y) => setMenu({ axis, line, x, y })}
          onKeyDown={pressed}
          onCopy={copied}
          onPaste={pasted}
        />
      </div>
      {menu && (
        <LineMenu place={menu} onChoose={(edit) => void send(edit)} onClose={() => setMenu(null)} />
      )}
    </>
  );
}

/** A move out of a merged block starts from its far side. */
function leaving(merges: Area[], selection: Selection, [down, right]: [number, number]): Selection {
  const merge = mergeAt(merges, selection.row, selection.column);
  if (!merge) return selection;
  return {
    ...selection,
    row: down > 0 ? merge.row + merge.rows - 1 : selection.row,
    column: right > 0 ? merge.column + merge.columns - 1 : selection.column,
  };
}

/** Asks before a protected block is changed by hand, as the warning-only protection does. */
function mayEdit({ tab }: TabContent, selection: Selection): boolean {
  const { top, left, bottom, right } = bounds(selection);
  const touches = (area: Area): boolean =>
    top < area.row + area.rows &&
    area.row <= bottom &&
    left < area.column + area.columns &&
    area.column <= right;
  const isFree = (area: Area): boolean =>
    area.row <= top &&
    bottom < area.row + area.rows &&
    area.column <= left &&
    right < area.column + area.columns;
  const touched = tab.protections.find(
    ({ area, unprotected }) => (!area || touches(area)) && !unprotected.some(isFree),
  );
  if (!touched?.warningOnly) return true;
  const about = touched.description ? ` (${touched.description})` : '';
  return confirm(
    `You're trying to edit part of this sheet that shouldn't be changed accidentally${about}. Edit anyway?`,
  );
}

function selectedText(content: TabContent, selection: Selection): string {
  const { top, left, bottom, right } = bounds(selection);
  const lines: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const cells: string[] = [];
    for (let column = left; column <= right; column += 1) {
      cells.push(content.cell(row, column)?.text ?? '');
    }
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}
