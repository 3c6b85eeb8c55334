import { dayOf } from '../../core/calendar';
import { endedAddresses } from '../../core/clients/unsubscribed';
import { markGone } from '../../core/lists/gone';
import type { Matching, OutsideRecord } from '../../core/lists/list';
import { planPull, type PullPlan } from '../../core/lists/plan';
import { sourceId } from '../../core/lists/source';
import type { Patch } from '../../core/schema/writing';
import { clients, type SourceRow, sources, unsubscribed } from '../../core/workbook';
import type { Services } from '../../services';

type SheetServices = Pick<Services, 'sheets' | 'clock'>;
type SourcePatch = Patch<typeof sources.columns>;

/** What a pull did. */
export interface Taken {
  added: number;
  changed: number;
  gone: number;
  withoutAddress: number;
  /** Clients of the list with something that was changed here and there. */
  differing: number;
  refused: PullPlan['refused'];
}

/** How much of the list came. */
export interface Extent {
  /** The name of the pull, where other runs belong to it. */
  pull: string;
  /** Nothing is left to come. */
  isLast: boolean;
  /** And nothing was left out. */
  isWhole: boolean;
}

/** Plans what records would bring; reads each tab once. */
export function planRecords(
  { sheets, clock }: SheetServices,
  list: string,
  records: OutsideRecord[],
  matching: Matching,
): { plan: PullPlan; rows: SourceRow[] } {
  const zone = sheets.zone();
  const home = sheets.settings().settings.homeCurrency;
  const rows = sheets.read(sources).rows;
  const known = {
    people: sheets.read(clients),
    ended: endedAddresses(sheets.read(unsubscribed).all),
    sources: rows,
  };
  const context = { zone, home, today: dayOf(clock.now(), zone) };
  return { plan: planPull(list, records, matching, known, context), rows };
}

/**
 * Takes records in. The clients are written first, then what came last of them: a run that dies in
 * between finds, the next time, that both say the same.
 */
export function takeIn(
  services: SheetServices,
  list: string,
  records: OutsideRecord[],
  matching: Matching,
  extent: Extent,
): Taken {
  const { sheets } = services;
  const { plan, rows } = planRecords(services, list, records, matching);
  const added = new Set(sheets.append(clients, plan.added));
  const changed = new Set(sheets.patch(clients, plan.changed));
  const failed = new Set([
    ...plan.added.map(({ id }) => id).filter((id) => !added.has(id)),
    ...plan.changed.map(({ id }) => id).filter((id) => !changed.has(id)),
  ]);
  const { pull, isLast, isWhole } = extent;
  const seen = new Set(records.map(({ id }) => id));
  const known = new Map(rows.map((row) => [row.id, row]));
  const settled = plan.sources.filter(({ clientId }) => !failed.has(clientId));
  sheets.append(
    sources,
    settled
      .filter(({ id }) => !known.has(id))
      .map((row) => (isLast ? row : { ...row, seen: pull })),
  );
  sheets.patch(
    sources,
    settled.flatMap((row) => changesTo(known.get(row.id), row)),
  );
  if (!isLast) sheets.patch(sources, seenIn(pull, list, records, known));
  const gone = isLast && isWhole ? sheets.patch(sources, markGone(list, rows, seen, pull)) : [];
  return {
    added: added.size,
    changed: changed.size,
    gone: gone.length,
    withoutAddress: plan.withoutAddress,
    differing: settled.filter(({ conflicts }) => conflicts !== '').length,
    refused: plan.refused,
  };
}

/** All four columns at once: so neighbouring rows are written in one block. */
function changesTo(before: SourceRow | undefined, { id, ...row }: SourceRow): SourcePatch[] {
  if (before === undefined) return [];
  const { clientId, state, last, conflicts } = row;
  const isSame =
    before.clientId === clientId &&
    before.state === state &&
    before.last === last &&
    before.conflicts === conflicts;
  return isSame ? [] : [{ id, set: { clientId, state, last, conflicts } }];
}

function seenIn(
  pull: string,
  list: string,
  records: OutsideRecord[],
  known: ReadonlyMap<string, SourceRow>,
): SourcePatch[] {
  return records
    .map(({ id }) => sourceId(list, id))
    .filter((id) => known.has(id))
    .map((id) => ({ id, set: { seen: pull } }));
}
