/** The shapes of the control interface, for the host and for whoever drives it. */

/** How an error of a script is told. */
export interface ErrorInfo {
  name: string;
  message: string;
  stack?: string;
}

/** How a run that was asked for went. */
export interface RunResult<Result = unknown> {
  ok: boolean;
  result?: Result;
  error?: ErrorInfo;
  n: number;
  log: string[];
  ms: number;
  calls: Record<string, number>;
  /** The counted calls in their order, where it was asked for. */
  trace?: string[];
}

/** An execution that has been; `start` is virtual time, `ms` includes virtual latency. */
export interface ExecutionInfo {
  n: number;
  project: string;
  function: string;
  cause: string;
  start: string;
  ms: number;
  ok: boolean;
  error?: ErrorInfo;
  calls: Record<string, number>;
  log: string[];
}

export interface SheetSummary {
  name: string;
  rows: number;
  columns: number;
  hidden: boolean;
}

export type CellValue = string | number | boolean | { date: string };

export interface SheetTable {
  header: CellValue[];
  rows: CellValue[][];
}

export interface ChartInfo {
  sheet: string;
  id: number;
  type: string;
  title: string;
  ranges: string[];
  data: CellValue[][];
  options: Record<string, unknown>;
}

export interface MailSummary {
  id: string;
  threadId: string;
  state: 'draft' | 'sent' | 'received';
  labels: string[];
  from: string;
  to: string;
  subject: string;
  date: string;
}

export interface MailInfo extends MailSummary {
  draftId?: string;
  headers: [name: string, value: string][];
  text: string;
  html: string;
  /** Inline ones are shown within the html. */
  attachments: { fileName: string; mimeType: string; inline: boolean }[];
}

/**
 * A mail that arrives: a raw one, with the names of the labels that a filter of the account's gives
 * it, or an answer to one that is there.
 */
export type Arrival =
  { raw: string; labels?: string[] } | { inReplyTo: string; from?: string; text: string };

/** What a person types into a cell. */
export type Typed = string | number | boolean | null;

/** What a person does to a tab. A column is a number, the text of its header, or its letters. */
export type Edit =
  | { sheet: string; a1: string; value: Typed | Typed[][] }
  | { sheet: string; sort: { column: number | string; ascending?: boolean } }
  | { sheet: string; insertRow: number }
  | { sheet: string; deleteRow: number }
  | { sheet: string; insertColumn: number }
  | { sheet: string; deleteColumn: number };

/** What may be planned to go wrong. */
export interface Fault {
  project?: string;
  function?: string;
  /** Ends the next matching execution before this call; with `lose`, unflushed writes are lost. */
  killAtCall?: number;
  lose?: boolean;
  failCall?: { method: string; nth?: number; message?: string };
  editBeforeCall?: { n: number; edit: Edit };
  /** What is left of the day's quotas from now on, and the limit of each day that follows. */
  quota?: Partial<Record<QuotaName, number>>;
  /** Virtual milliseconds by method; a name may end in `*`. */
  latency?: Record<string, number>;
  fetch?: FetchFault[];
  /** How clock triggers stray from their times from now on, as Google's do. */
  triggers?: TriggerFault;
}

/** Which of a clock trigger's due times go wrong; they are counted by trigger, from 1. */
export interface TriggerFault {
  /** Each due time comes later by so much at most, always the same for the same due time. */
  driftMs?: number;
  /** Every n-th due time passes without a run. */
  skipEvery?: number;
  /** Every n-th due time fires twice at once. */
  twiceEvery?: number;
}

/**
 * The owner's quotas of a day: recipients, requests, property calls, and the minutes that installed
 * triggers run. A business account has 1,500, 100,000, 500,000 and 360.
 */
export type QuotaName = 'mail' | 'fetch' | 'properties' | 'triggerMinutes';

/**
 * An answer in place of the world, for addresses that start so; a delay is virtual. With a delay and
 * nothing else, the world answers, so much later.
 */
export interface FetchFault {
  prefix: string;
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  delayMs?: number;
  times?: number;
}

export interface ProjectProperties {
  script: Record<string, string>;
  user: Record<string, string>;
}
