import type { Instant } from './core/calendar';
import type { Chart, Drawing } from './core/dashboard/charts/chart';
import type { Figure, Tile } from './core/dashboard/tile';
import type { Choices } from './core/dashboard/view';
import type { HttpAnswer, HttpRequest } from './core/http';
import type { IncomingMail } from './core/letters/incoming';
import type { ProblemDetails } from './core/problem';
import type { AttachedFile } from './core/revenue/reports/attached';
import type { Columns, Reading, RowOf, Table } from './core/schema/table';
import type { Merge } from './core/schema/merging';
import type { Patch } from './core/schema/writing';
import type { SettingName, Settings } from './core/settings';
import type { ActivityRow } from './core/workbook';

/** Everything that the app may do to the world. A job takes only what it uses. */
export interface Services {
  sheets: Sheets;
  http: Http;
  mail: Mail;
  /** What jobs remember; every editor of the sheet could read it. */
  state: Memory;
  /** Secrets, readable only by the code that runs as their owner. */
  vault: Memory;
  lease: Lease;
  clock: Clock;
  chance: Chance;
  progress: ProgressBoard;
  triggers: Triggers;
  screen: Screen;
}

/** The workbook's tabs. Each call reads or writes a whole block; rows are found by id each time. */
export interface Sheets {
  /** IANA name of the workbook's time zone. */
  zone: () => string;
  /** Whether every tab is there. */
  isSetUp: () => boolean;
  /** As they were when this execution first asked. */
  settings: () => { settings: Settings; problems: ProblemDetails[] };
  /** As they are now: a person may have paused everything meanwhile. */
  settingsNow: () => Settings;
  saveSettings: (cells: Partial<Record<SettingName, string>>) => void;
  /** Reads a tab whole. */
  read: <C extends Columns>(table: Table<C>) => Reading<RowOf<C>>;
  /** Reads only the columns that are named; long texts need not be carried along. */
  readColumns: <C extends Columns, K extends keyof C & string>(
    table: Table<C>,
    names: readonly K[],
  ) => Reading<Pick<RowOf<C>, K>>;
  /** The rows with these ids, whole; however long the tab, little else is read. */
  find: <C extends Columns>(table: Table<C>, ids: string[]) => RowOf<C>[];
  /** Adds the rows whose id is not there yet; returns the ids that were added. */
  append: <C extends Columns>(table: Table<C>, rows: RowOf<C>[]) => string[];
  /** Changes rows that are still as expected; returns the ids of those that were changed. */
  patch: <C extends Columns>(table: Table<C>, patches: Patch<C>[]) => string[];
  /**
   * Puts one row in the place of several that are still as expected, each wholly or not at all, and
   * deletes the rows that are empty then; returns the ids of the rows that stand for others now.
   */
  merge: <C extends Columns>(table: Table<C>, merges: Merge<C>[]) => string[];
  /** Adds a line to Activity. */
  log: (row: ActivityRow) => void;
  /** Makes or mends every tab. */
  build: () => void;
  /** What the Dashboard's dropdowns say, as typed. */
  dashboardChoices: () => Choices;
  /** Shows figures and charts; what is there already is left alone. */
  showDashboard: (shown: ShownDashboard) => void;
}

export interface ShownDashboard {
  /** A sentence below the dropdowns. */
  note: string;
  tiles: { tile: Tile; figures: Figure[] }[];
  /** What to do next, in sentences. */
  steps: string[];
  charts: DrawnChart[];
  /** What can be chosen to see one kind of clients. */
  segments: string[];
}

export interface DrawnChart {
  chart: Chart;
  drawing: Drawing;
}

export interface Http {
  /** Asks all at once; answers come in the same order, and a failure is an answer. */
  batch: (requests: HttpRequest[]) => HttpAnswer[];
}

/** The freelancer's mailbox. */
export interface Mail {
  ownAddress: () => string;
  createDraft: (raw: string) => DraftPlace;
  sendDraft: (draftId: string) => void;
  /** Makes sure that there is no such draft; one that is gone already is fine. */
  deleteDraft: (draftId: string) => void;
  hasDraft: (draftId: string) => boolean;
  /** For each value the draft, or else the mail sent of late, whose header `name` holds it. */
  findMails: (name: string, values: string[]) => MailSearch;
  /** Whether a conversation holds a mail that was sent. */
  wasSent: (threadId: string) => boolean;
  /** The mails that came in since an instant, newest first; none is read for that. */
  arrivals: (since: Instant) => Arrival[];
  /** A mail that came in, or undefined where it is gone. */
  read: (id: string) => IncomingMail | undefined;
  /** The mails with a label, newest first; none where there is no such label. */
  labelled: (label: string) => string[];
  /** What is attached to a mail, with the text of what is wanted; undefined where the mail is gone. */
  attached: (id: string, isWanted: (file: AttachedFile) => boolean) => AttachedMail | undefined;
  /** Takes a label from mails and gives them another, which is made where it is missing. */
  relabel: (ids: string[], from: string, to: string) => void;
}

export interface AttachedMail {
  id: string;
  at: Instant;
  /** As the mail names its sender. */
  from: string;
  files: (AttachedFile & { text?: string })[];
}

export interface Arrival {
  id: string;
  threadId: string;
  /** From a mail system, or with a subject that may ask to stop the letters. */
  isNotice: boolean;
}

export interface MailSearch {
  /** By value. */
  found: ReadonlyMap<string, DraftPlace>;
  /** Whether what is not among them is nowhere: every draft and mail in question was looked at. */
  isWhole: boolean;
}

export interface DraftPlace {
  /** Blank where the mail was sent. */
  draftId: string;
  threadId: string;
}

/** Names and values that outlive an execution. */
export interface Memory {
  get: (name: string) => string | undefined;
  set: (name: string, value: string) => void;
  remove: (name: string) => void;
}

/** One job at a time; the lease ends with the execution, however that ends. */
export interface Lease {
  /** Runs the work, or returns undefined where another execution is at work. */
  hold: <T>(work: () => T) => T | undefined;
}

export interface Clock {
  now: () => Instant;
  sleep: (ms: number) => void;
}

export interface Chance {
  /** A secret of 64 hex digits. */
  secret: () => string;
}

/** What a long job shows while it runs; forgotten after a few minutes. */
export interface ProgressBoard {
  show: (progress: Progress | undefined) => void;
  read: () => Progress | undefined;
}

export interface Progress {
  job: string;
  done: number;
  of: number;
}

export interface Triggers {
  /** Makes the clock trigger and the edit trigger of `beat`, where they are missing. */
  ensure: () => void;
}

/** What a person at the sheet sees. */
export interface Screen {
  addMenu: () => void;
  openSidebar: () => void;
  toast: (text: string) => void;
}
