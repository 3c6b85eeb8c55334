import type { Patch } from '../schema/writing';
import type { SourceRow, sources } from '../workbook';

/**
 * Marks the records of a list that a whole pull did not see. `seen` holds those that this run saw;
 * earlier runs of the same pull left its name in the row. The clients stay as they are.
 */
export function markGone(
  list: string,
  rows: SourceRow[],
  seen: ReadonlySet<string>,
  pull: string,
): Patch<typeof sources.columns>[] {
  return rows
    .filter(
      (row) =>
        row.list === list && row.state === 'here' && !seen.has(row.recordId) && row.seen !== pull,
    )
    .map(({ id }) => ({ id, expect: { state: 'here' }, set: { state: 'gone' } }));
}
