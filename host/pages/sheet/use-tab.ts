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
  /** Makes sure that these rows are loaded, now or soon. */
  need: (from: number, to: number) => void;
  reload: () => void;
}

/** A tab with those of its rows that are looked at; it follows every change. */
export function useTab(id: number): TabContent | null {
  const [tab, reload] = useLive(() => get<TabView>(`/host/ui/tabs/${id}`), ['changed'], String(id));
  const chunks = useRef(new Map<number, RowsView>());
  const wanted = useRef(new Set<number>());
  const [version, setVersion] = useState(0);

  const load = async (number: number): Promise<void> => {
    const from = number * chunk + 1;
    const path = `/host/ui/tabs/${id}/rows?from=${from}&to=${from + chunk - 1}`;
    chunks.current.set(number, await get<RowsView>(path));
    setVersion((last) => last + 1);
  };

  useEffect(() => {
    chunks.current.clear();
    wanted.current.clear();
  }, [id]);
  useEffect(() => {
    for (const number of wanted.current) void load(number);
  }, [tab]);

  if (tab?.id !== id) return null;
  return {
    tab,
    version,
    reload,
    cell: (row, column) => cellIn(chunks.current, row, column),
    need: (from, to) => {
      const last = Math.floor((to - 1) / chunk);
      for (let number = Math.floor((from - 1) / chunk); number <= last; number += 1) {
        if (wanted.current.has(number)) continue;
        wanted.current.add(number);
        void load(number);
      }
    },
  };
}

function cellIn(chunks: Map<number, RowsView>, row: number, column: number): ShownCell | null {
  const rows = chunks.get(Math.floor((row - 1) / chunk));
  const cell = rows?.rows[row - rows.from]?.[column - 1];
  return rows && cell ? { ...cell, style: rows.looks[cell.look] ?? {} } : null;
}
