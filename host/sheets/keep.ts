import type { Workbook } from './workbook';

/**
 * Keeps a workbook's present state in memory; what it returns puts it back. A cell is never changed,
 * only replaced, so that the kept grids can share theirs with the living ones.
 */
export function keepWorkbook(workbook: Workbook): () => void {
  const saved = workbook.snapshot();
  const text = JSON.stringify({
    ...saved,
    tabs: saved.tabs.map((tab) => ({ ...tab, looks: [], cells: [] })),
  });
  const grids = workbook.tabs.map(({ grid }) => grid.copy());
  return () => {
    workbook.restore(JSON.parse(text) as typeof saved);
    workbook.tabs.forEach(({ grid }, at) => {
      const kept = grids[at];
      if (kept) grid.become(kept);
    });
  };
}
