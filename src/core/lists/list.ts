import type { ListedField } from '../clients/cells';

/** Clients in another service, such as a table of Airtable or a data source of Notion. */

/** A table to pick. */
export interface Place {
  id: string;
  title: string;
}

/** A column of such a table. */
export interface OutsideField {
  id: string;
  name: string;
  /** The service's own word for what it holds. */
  type: string;
  /** Whether its cells can be read as text. */
  isReadable: boolean;
  /** Whether a text, a number or a day can be written into it. */
  isWritable: boolean;
}

/** A row of such a table: what its cells say, by the column's id. An empty cell is absent. */
export interface OutsideRecord {
  id: string;
  cells: Readonly<Record<string, string>>;
}

/** Which outside column fills each of ours. */
export type Matching = Partial<Record<ListedField, string>>;

/** What can be written back of a client. */
export const SHARES = ['stage', 'lastLetter', 'taps', 'earned'] as const;
export type Share = (typeof SHARES)[number];

/** A column that the freelancer named for something of ours. */
export interface BackColumn {
  share: Share;
  field: string;
  type: string;
}
