import { dayOf, type Instant } from '../core/calendar';
import { stageChanges } from '../core/clients/stage';
import { type Client, type StageRow, stages } from '../core/workbook';
import type { Sheets } from '../services';

/** Notes which stages clients are in now; returns all that is noted. Again, it changes nothing. */
export function noteStages(sheets: Sheets, clients: Iterable<Client>, now: Instant): StageRow[] {
  const known = sheets.read(stages).rows;
  const { added, changed } = stageChanges(clients, known, dayOf(now, sheets.zone()), now);
  if (added.length > 0) sheets.append(stages, added);
  if (changed.length > 0) sheets.patch(stages, changed);
  const sets = new Map(changed.map(({ id, set }) => [id, set]));
  return [...known.map((row) => ({ ...row, ...sets.get(row.clientId) })), ...added];
}
