import type { RefusedRow } from '../../csv';
import type { CommissionStatus, Statement } from '../commission';
import type { DecimalSign } from './amounts';
import type { DateOrder } from './dates';

/**
 * One kind of report, as data: where its columns are and what its words mean. Columns are named as
 * the report titles them; case, order, spaces and the currency in brackets do not matter.
 */
export interface Report {
  id: string;
  network: string;
  /** What the report is called on the network's site. */
  title: string;
  /** The columns by which it is known, whatever others stand beside them. */
  known: readonly string[];
  /** The network's own number of a row. */
  number?: string;
  /** A negative row carries the number of the commission that it takes back. */
  sharesNumber?: true;
  /** What tells rows apart where there is no number, and never changes. */
  key?: readonly string[];
  at: When;
  /** When the row was changed last, as the network says. */
  asOf?: When;
  commission: string;
  /** What the customer paid. */
  sale?: string;
  currency?: string;
  /** What a `$` alone means here. */
  dollar?: string;
  /** Where its words say nothing of a row's status, its kind does. */
  status: CommissionStatus | Statuses;
  /** Where our mark may come back; the first is where we put it. */
  marks?: readonly string[];
  /** The merchant's order number. */
  order?: string;
  /** The network's mark for the customer or subscription. */
  customer?: string;
  /** The number of the commission that a row changes. */
  original?: string;
  /** Whose programme it is, where the network has several. */
  programme?: string;
  /** Amounts of `key` that are neither sale nor commission. */
  amounts?: readonly string[];
  /** How the network writes, where nothing in a file tells. */
  decimal?: DecimalSign;
  dates?: DateOrder;
  shortYears?: true;
  /** Why a row is nothing that was earned; blank for one that was. */
  leavesOut?: (cell: (column: string) => string, sign: number) => string;
  /** Where this was read, and what of it is unverified. */
  source: string;
}

export interface When {
  date: string;
  time?: string;
  /** The column that names the zone. */
  zone?: string;
  /** The zone itself, where the report is known to keep to one. */
  in?: string;
}

export interface Statuses {
  column: string;
  /** Each of the network's words, in small letters, with what it means. */
  means: Readonly<Record<string, CommissionStatus>>;
}

/** A row of money as a report states it. */
export interface ReportRow extends Statement {
  /** Where it stands in the file, counted as a sheet shows it. */
  row: number;
}

/** What a report leaves open, or a person may say otherwise. */
export interface ReportContext {
  /** The currency of amounts that name none; blank while nobody has said it. */
  currency: string;
  /** The same by programme, before `currency`. */
  currencies?: ReadonlyMap<string, string>;
  /** The time zone of times that name none. */
  zone: string;
  decimal?: DecimalSign | undefined;
  dates?: DateOrder | undefined;
}

/** What a report says, before anything is booked: each of its lines is in one of these, or blank. */
export interface ReportReading {
  statements: ReportRow[];
  refused: RefusedRow[];
  /** Rightly not booked: sums, what is said twice, what is no commission. */
  passed: PassedRow[];
  asks: Asks;
}

export interface PassedRow extends RefusedRow {
  what: 'total' | 'twice' | 'other';
}

/** What only a person can say. */
export interface Asks {
  /** The programmes whose amounts name no currency; one blank name where the report names none. */
  currency: string[];
  /** A date that may be read in two ways; blank where none is. */
  dates: string;
  /** An amount that may be read in two ways; blank where none is. */
  decimal: string;
}
