import * as v from 'valibot';
import type { Day, Quarter } from '../calendar';
import { derivedId } from '../identity';
import { tryJson } from '../json';
import { cut } from '../problem';
import type { FindingsRow } from '../workbook';
import type { Finding } from './audit';

/** What became of a site since an earlier quarter; audits that could not judge both times are in none. */
export interface Changes {
  since: Quarter;
  /** Ids of audits that failed then and pass now. */
  mended: string[];
  /** Ids of those that passed then and fail now. */
  fresh: string[];
  /** Ids of those that failed both times. */
  same: string[];
}

/** Characters of a finding's evidence that are kept; all of them must fit into one cell. */
const MOST_EVIDENCE = 200;

const Found = v.array(
  v.tuple([v.string(), v.picklist(['pass', 'fail', 'na', 'noted']), v.string()]),
);

/** The row that keeps what was found at a client's site in a quarter. */
export function findingsRow(
  clientId: string,
  quarter: Quarter,
  day: Day,
  seen: { address: string; findings: Finding[] },
): FindingsRow {
  const found = seen.findings.map(({ id, verdict, evidence }) => [
    id,
    verdict,
    cut(evidence, MOST_EVIDENCE),
  ]);
  const { address } = seen;
  const id = findingsId(clientId, quarter);
  return { id, clientId, quarter, day, address, found: JSON.stringify(found) };
}

export function findingsId(clientId: string, quarter: Quarter): string {
  return derivedId('F', clientId, quarter);
}

/** What changed since the row's quarter; undefined where the row cannot be read. */
export function changesSince(row: FindingsRow, findings: Finding[]): Changes | undefined {
  const stored = v.safeParse(Found, tryJson(row.found));
  if (!stored.success) return undefined;
  const before = new Map(stored.output.map(([id, verdict]) => [id, verdict]));
  const those = (then: string, now: string): string[] =>
    findings
      .filter(({ id, verdict }) => before.get(id) === then && verdict === now)
      .map(({ id }) => id);
  return {
    since: row.quarter,
    mended: those('fail', 'pass'),
    fresh: those('pass', 'fail'),
    same: those('fail', 'fail'),
  };
}
