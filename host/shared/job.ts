import type { Area } from './a1';

/** A project's manifest, as far as the host reads it. */
export interface Manifest {
  timeZone?: string;
  oauthScopes?: string[];
  dependencies?: {
    enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[];
  };
  webapp?: { access?: string; executeAs?: string };
}

/** What an execution is told about itself before the project's files are run. */
export interface Boot {
  manifest: Manifest;
  timeZone: string;
  scriptId: string;
  serviceUrl: string;
  owner: string;
  activeUser: string;
  locale: string;
  userAgent: string;
  bound: boolean;
  /** Whether a person sits before the spreadsheet, so that menus and dialogs can be shown. */
  hasUi: boolean;
  authMode: 'NONE' | 'LIMITED' | 'FULL';
  /** How far the virtual clock is ahead of the machine's, in milliseconds. */
  ahead: number;
  /** Milliseconds that it may run, virtual ones included, and how many of them are left. */
  limit: number;
  left: number;
  faults: CallFaults;
}

/** The faults that the scripts' side carries out by itself, or stops for. */
export interface CallFaults {
  stops: number[];
  fail: { method: string; nth: number; message: string } | null;
  latency: Record<string, number>;
}

/** What to run: a function with plain arguments, or with an event made on the scripts' side. */
export interface Job {
  function: string;
  values: unknown[];
  event: EventSpec | null;
  answer: 'value' | 'client' | 'web';
}

/** The parts of an event object that only the scripts' side can make. */
export interface EventSpec {
  fields: Record<string, unknown>;
  range?: { sheet: number } & Area;
  source?: boolean;
  authMode?: 'NONE' | 'LIMITED' | 'FULL';
  user?: string;
}

export interface Failure {
  name: string;
  message: string;
  stack?: string;
}

export type Outcome = { ok: true; result: unknown } | { ok: false; error: Failure };

/** What has happened since the last message: counted calls, log lines, virtual milliseconds. */
export interface Notes {
  calls: string[];
  log: LogLine[];
  elapsed: number;
}

export interface LogLine {
  level: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';
  text: string;
  at: number;
}
