import { derivedId } from '../identity';
import { tryObject } from '../json';
import { blankRow } from '../schema/table';
import { type SourceRow, sources } from '../workbook';
import type { Base, Conflicts } from './merge';

/** What the rows of `_Sources` hold. */

/** The id under which a record of a list is remembered. */
export function sourceId(list: string, recordId: string): string {
  return derivedId('S', list, recordId);
}

export function readBase({ last }: Pick<SourceRow, 'last'>): Base {
  return tryObject(last) ?? {};
}

export function readConflicts({ conflicts }: Pick<SourceRow, 'conflicts'>): Conflicts {
  return tryObject(conflicts) ?? {};
}

/** A cell takes 50,000 characters; conflicts beyond that show once the others are settled. */
export function conflictsCell(conflicts: Conflicts): string {
  const entries = Object.entries(conflicts);
  if (entries.length === 0) return '';
  const said = JSON.stringify(conflicts);
  return said.length < 50_000 ? said : conflictsCell(Object.fromEntries(entries.slice(0, -1)));
}

/** A record that is seen for the first time. */
export function newSource(list: string, recordId: string, clientId: string): SourceRow {
  return {
    ...blankRow(sources),
    id: sourceId(list, recordId),
    list,
    recordId,
    clientId,
    state: 'here',
  };
}
