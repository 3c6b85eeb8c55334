import { useEffect, useRef, useState } from 'preact/hooks';
import type { CellView, LookView, RowsView, TabView } from '../../shared/view';
import { get } from '../api';
import { useLive } from '../live';

const chunk = 100;

/** A cell with its look at hand. */
export interface ShownCell extends CellView {
  style: LookView;
}

export interface TabContent {
  tab: TabView;
  /** Counts the reloads, for what depends on content, such as charts. */
  version: number;
  cell: (row: number, column: number) => ShownCell | null;
  /** Says which rows are in sight; they are loaded, now or soon. */
  need: (blocks: [from: number, to: number][]) => void;
  reload: () => void;
}

/** A tab with those of its rows that are looked at; it follows every change. */
export function useTab(id: number): TabContent | null {
  const [tab, reload] = useLive(
    () => get<TabView>(`/host/ui/tabs/${id}`),
    ['workbook'],
    String(id),
  );
  const chunks = useRef(new Map<number, RowsView>());
  const needed = useRef(new Set<number>());
  const [version, setVersion] = useState(0);

  const load = async (number: number): Promise<void> => {
    const from = number * chunk + 1;
    const path = `/host/ui/tabs/${id}/rows?from=${from}&to=${from + chunk - 1}`;
    chunks.current.set(number, await get<RowsView>(path));
    setVersion((last) => last + 1);
  };
  /** After a change what is in sight is loaded again, and the rest forgotten. */
  useEffect(() => {
    for (const number of chunks.current.keys()) {
      if (!needed.current.has(number)) chunks.current.delete(number);
    }
    for (const number of needed.current) void load(number);
  }, [tab]);

  if (tab?.id !== id) return null;
  return {
    tab,
    version,
    reload,
    cell: (row, column) => cellIn(chunks.current, row, column),
    need: (blocks) => {
      const wanted = new Set<number>();
      for (const [from, to] of blocks) {
        const last = Math.floor((to - 1) / chunk);
        for (let at = Math.floor((from - 1) / chunk); at <= last; at += 1) wanted.add(at);
      }
      const missing = [...wanted].filter(
        (number) => !chunks.current.has(number) && !needed.current.has(number),
      );
      needed.current = wanted;
      for (const number of missing) void load(number);
    },
  };
}

function cellIn(chunks: Map<number, RowsView>, row: number, column: number): ShownCell | null {
  const rows = chunks.get(Math.floor((row - 1) / chunk));
  const cell = rows?.rows[row - rows.from]?.[column - 1];
  return rows && cell ? { ...cell, style: rows.looks[cell.look] ?? {} } : null;
}
