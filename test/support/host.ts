import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type HostClient, startHost } from '../../host/client';
import type { Columns, RowOf, Table } from '../../src/core/schema/table';
import type { PanelAnswers, PanelCall } from '../../src/panel/protocol';

/** A host of its own with the built projects, on a spreadsheet that is empty. */
export interface TestHost {
  client: HostClient;
  panel: <R extends PanelCall>(request: R) => Promise<PanelAnswers[R['do']]>;
  /** Rows of a tab by header; an empty cell is `''`. */
  rows: (tab: string) => Promise<Record<string, unknown>[]>;
  stop: () => Promise<void>;
}

/** Starts the built host with the built projects; the clock starts at `now`. */
export async function startTestHost(now = '2026-11-21T04:00:00Z'): Promise<TestHost> {
  const data = mkdtempSync(path.join(tmpdir(), 'perennial-test-'));
  const client = await startHost({ data, fresh: true, now });
  return {
    client,
    panel: (request) => client.result('sheet', 'panel', request),
    rows: (tab) => client.records(tab),
    stop: async () => {
      await client.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Puts rows into a tab, with every column; what stood there is replaced. */
export async function putRows<C extends Columns>(
  { client }: TestHost,
  table: Table<C>,
  rows: RowOf<C>[],
): Promise<void> {
  const names = Object.keys(table.columns);
  const cell = (value: unknown): string => {
    const said = value instanceof Date ? value.toISOString() : String(value);
    return `"${said.replace(/"/g, '""')}"`;
  };
  const lines = [
    names.map((name) => cell(table.columns[name]?.header)),
    ...rows.map((row) => names.map((name) => cell(table.columns[name]?.encode(row[name])))),
  ];
  await client.putCsv(table.tab, lines.map((line) => line.join(',')).join('\n'));
}
