import type { RefusedRow } from '../../csv';
import type { Statement } from '../commission';

/** What a report says, before anything is booked. */
export interface ReportReading {
  statements: Statement[];
  refused: RefusedRow[];
}

export interface ReportContext {
  /** The currency of amounts that name none. */
  currency: string;
  /** The time zone of times that name none. */
  zone: string;
}

/** Reads one kind of report. */
export interface Importer {
  id: string;
  network: string;
  /** What the report is called on the network's site. */
  title: string;
  /** Whether its amounts come without a currency, so that a person must say it. */
  asksCurrency: boolean;
  recognises: (header: string[]) => boolean;
  read: (rows: Record<string, string>[], context: ReportContext) => ReportReading;
}
