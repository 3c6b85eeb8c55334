import { type Day, dayOf } from '../calendar';
import { toMajor } from '../money';
import type { Client, Letter, SourceRow } from '../workbook';
import type { BackColumn, Share } from './list';

/** What a cell there is to say; blank empties it. */
export type BackValue = string | number;

/** A record in which something is to be written. */
export interface BackChange {
  /** The row of `_Sources`, and what it will say was written. */
  sourceId: string;
  written: string;
  recordId: string;
  cells: { column: BackColumn; value: BackValue }[];
}

export type SharedClient = Pick<Client, 'id' | 'stage' | 'taps' | 'earned'>;

/** The day of each client's last letter. */
export function lastLetters(
  letters: Pick<Letter, 'clientId' | 'sent'>[],
  zone: string,
): Map<string, Day> {
  const last = new Map<string, number>();
  for (const { clientId, sent } of letters) {
    if (sent !== null) last.set(clientId, Math.max(sent, last.get(clientId) ?? 0));
  }
  return new Map([...last].map(([id, at]) => [id, dayOf(at, zone)]));
}

/** The records of a list in which the named columns do not say what they should by now. */
export function planBack(
  list: string,
  columns: BackColumn[],
  rows: SourceRow[],
  clients: SharedClient[],
  letters: ReadonlyMap<string, Day>,
): BackChange[] {
  const byId = new Map(clients.map((client) => [client.id, client]));
  return rows.flatMap((row) => {
    const client = byId.get(row.clientId);
    if (columns.length === 0 || row.list !== list || row.state !== 'here') return [];
    if (client === undefined) return [];
    const cells = columns.map((column) => ({
      column,
      value: valueOf(column.share, client, letters.get(client.id) ?? ''),
    }));
    const written = JSON.stringify(cells.map(({ column, value }) => [column.field, value]));
    return written === row.written
      ? []
      : [{ sourceId: row.id, written, recordId: row.recordId, cells }];
  });
}

function valueOf(share: Share, client: SharedClient, lastLetter: Day): BackValue {
  switch (share) {
    case 'stage':
      return client.stage;
    case 'lastLetter':
      return lastLetter;
    case 'taps':
      return client.taps;
    case 'earned':
      return client.earned === null ? 0 : toMajor(client.earned);
  }
}
