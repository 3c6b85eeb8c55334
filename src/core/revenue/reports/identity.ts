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

/** Rows without a number: the n-th of those that are alike, in an order that no file decides. */
function counted(report: Report, same: DraftRow[]): ReportRow[] {
  const inOrder = [...same].sort((a, b) => contentOf(a).localeCompare(contentOf(b), 'en'));
  return inOrder.map((draft, i) => {
    const kind = draft.isReversal ? 'reversal' : 'commission';
    const externalId = derivedId('S', report.network, kind, ...draft.key, String(i + 1));
    return { ...rowOf(draft, externalId), numbers: report.id };
  });
}

/** Rows of one number are one commission: as the newest says, and none where the newest disagree. */
function takeOne(report: Report, same: DraftRow[], told: Numbered): void {
  const latest = Math.max(...same.map(({ stated }) => stated.asOf ?? 0));
  const current = same.filter(({ stated }) => (stated.asOf ?? 0) === latest);
  const [first] = current;
  if (first === undefined) return;
  if (new Set(current.map(contentOf)).size > 1) {
    const rows = same.map(({ stated }) => stated.row).join(' and ');
    const why = `${report.number ?? ''} ${cut(first.number)} stands in rows ${rows} with different figures. Ask ${report.network} which is right, and delete the other.`;
    told.refused.push(...same.map(({ stated }) => ({ row: stated.row, why })));
    return;
  }
  told.statements.push(rowOf(first, idOf(report, first)));
  for (const other of same.filter((draft) => draft !== first)) {
    const why = current.includes(other)
      ? `It says the same as row ${first.stated.row}.`
      : `Row ${first.stated.row} says the same commission anew.`;
    told.passed.push({ row: other.stated.row, what: 'twice', why });
  }
}

function idOf({ sharesNumber }: Report, { number, isReversal, key }: DraftRow): string {
  if (number === '') return ['', String(isReversal), ...key].join('\n');
  return isReversal && sharesNumber === true ? `${number}-reversal` : number;
}

function rowOf({ number, stated }: DraftRow, externalId: string): ReportRow {
  const isShared = number !== '' && externalId !== number;
  return { ...stated, externalId, ...(isShared ? { corrects: number } : {}) };
}

/** All that a row says, but where it stands. */
function contentOf({ stated }: DraftRow): string {
  return JSON.stringify({ ...stated, row: 0 });
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
