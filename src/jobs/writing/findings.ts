import { type Day, quarterOf, quarterPlus } from '../../core/calendar';
import { type Changes, changesSince, findingsId, findingsRow } from '../../core/site/history';
import type { Look } from '../../core/site/look';
import { findings } from '../../core/workbook';
import type { Services } from '../../services';

/** How many quarters back the last report may lie. */
const BACK = 4;

/**
 * Keeps what was found at each client's site, one row for a quarter, and tells what changed since the
 * last quarter that has a row; undefined where there is none. Run twice, the later look stands.
 */
export function keepFindings(
  { sheets }: Pick<Services, 'sheets'>,
  looked: { clientId: string; look: Look }[],
  today: Day,
): (Changes | undefined)[] {
  const quarter = quarterOf(today);
  const quarters = Array.from({ length: BACK }, (_, i) => quarterPlus(quarter, -1 - i));
  const rows = looked.flatMap(({ clientId, look }) =>
    look.seen ? [findingsRow(clientId, quarter, today, look)] : [],
  );
  if (rows.length === 0) return looked.map(() => undefined);
  const wanted = rows.flatMap(({ id, clientId }) => [
    id,
    ...quarters.map((past) => findingsId(clientId, past)),
  ]);
  const known = new Map(sheets.find(findings, wanted).map((row) => [row.id, row]));
  const missing = rows.filter(({ id }) => !known.has(id));
  if (missing.length > 0) sheets.append(findings, missing);
  const stale = rows
    .filter(({ id, found }) => known.has(id) && known.get(id)?.found !== found)
    .map(({ id, clientId, day, address, found }) => ({
      id,
      expect: { clientId },
      set: { day, address, found },
    }));
  if (stale.length > 0) sheets.patch(findings, stale);
  return looked.map(({ clientId, look }) => {
    if (!look.seen) return undefined;
    const last = quarters.map((past) => known.get(findingsId(clientId, past))).find(Boolean);
    return last === undefined ? undefined : changesSince(last, look.findings);
  });
}
