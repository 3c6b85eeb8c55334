import type { RefusedRow } from '../../csv';
import { derivedId } from '../../identity';
import { cut } from '../../problem';
import type { PassedRow, Report, ReportRow } from './report';
import type { DraftRow } from './row';

export interface Numbered {
  statements: ReportRow[];
  refused: RefusedRow[];
  passed: PassedRow[];
}

/**
 * Gives each row its external id, the same in whatever order they stand: the network's number, else
 * one derived from what never changes and from how many of its kind there are. A row that is there
 * twice is taken once; rows of one number that differ are refused, unless one is newer.
 */
export function numbered(report: Report, drafts: DraftRow[]): Numbered {
  const told: Numbered = { statements: [], refused: [], passed: [] };
  for (const same of grouped(drafts, (draft) => idOf(report, draft)).values()) {
    const [first] = same;
    if (first === undefined) continue;
    if (first.number === '') told.statements.push(...counted(report, same));
    else takeOne(report, same, told);
  }
  told.statements.sort((a, b) => a.row - b.row);
  return told;
}

/** Rows without a number: the n-th of those that are alike, the most settled first. */
function counted(report: Report, same: DraftRow[]): ReportRow[] {
  const inOrder = [...same].sort((a, b) => contentOf(a).localeCompare(contentOf(b), 'en'));
  return inOrder.map((draft, i) =>
    rowOf(draft, derivedId('S', report.network, draft.kind, ...draft.key, String(i + 1))),
  );
}

/** Rows of one number are one commission: as the newest says, and none where the newest disagree. */
function takeOne(report: Report, same: DraftRow[], told: Numbered): void {
  const latest = Math.max(...same.map(({ asOf }) => asOf ?? 0));
  const current = same.filter(({ asOf }) => (asOf ?? 0) === latest);
  const [first] = current;
  if (first === undefined) return;
  if (new Set(current.map(contentOf)).size > 1) {
    const rows = same.map(({ row }) => row).join(' and ');
    const why = `${report.number ?? ''} ${cut(first.number)} stands in rows ${rows} with different figures. Ask ${report.network} which is right, and delete the other.`;
    told.refused.push(...same.map(({ row }) => ({ row, why })));
    return;
  }
  told.statements.push(rowOf(first, idOf(report, first)));
  for (const other of same.filter((draft) => draft !== first)) {
    const why = current.includes(other)
      ? `It says the same as row ${first.row}.`
      : `Row ${first.row} says the same commission anew.`;
    told.passed.push({ row: other.row, what: 'twice', why });
  }
}

function idOf({ sharesNumber }: Report, { number, kind, key }: DraftRow): string {
  if (number === '') return ['', kind, ...key].join('\n');
  return kind === 'reversal' && sharesNumber === true ? `${number}-reversal` : number;
}

function rowOf(draft: DraftRow, externalId: string): ReportRow {
  const { number, original, ...row } = draft;
  const changes = externalId === number ? original : original || number;
  return { ...row, externalId, originalId: changes };
}

/** All that a row says, but where it stands. */
function contentOf(draft: DraftRow): string {
  return JSON.stringify({ ...draft, row: 0 });
}

function grouped<T>(all: T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return groups;
}
