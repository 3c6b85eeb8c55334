import type { ExecutionInfo, HostClient, RunResult } from '../host/client';
import { pullLists } from './lists';
import type { World } from './world';

/** One line of the table: what a job cost at one size. */
export interface Cost {
  job: string;
  clients: number;
  /** Letters handled; blank where the job handles none. */
  letters: number | '';
  executions: number;
  ms: number;
  reads: number;
  writes: number;
  fetches: number;
  gmail: number;
  /** Reads of the gate's cache, and operations on its properties. */
  cacheReads: number;
  properties: number;
  /** Reads and writes of the sheet for each wave of letters. */
  sheetCallsAWave: number | '';
}

type Run = Pick<RunResult, 'ms' | 'calls'>;

const WAVES = { write: 8, send: 10 };

/** Runs each job on the world and notes what it cost, in the order of a quarter's life. */
export async function measure(host: HostClient, world: World, clients: number): Promise<Cost[]> {
  const run = (name: string): Promise<RunResult> => host.run('sheet', name);
  const costs: Cost[] = [];
  const add = (job: string, runs: Run[], letters: number | '' = '', wave = 1, shared = 1): void => {
    costs.push(costOf(job, clients, runs, letters, wave, shared));
  };

  // A business account's mailbox, with room for all of it in a day.
  await host.fault({ quota: { mail: 10_000 } });
  const written = await untilDone(run, 'writeLettersNow');
  const drafted = await withStatus(host, 'drafted');
  add('write letters', written, drafted.length, WAVES.write);

  await world.panel({ do: 'approve', letters: drafted });
  const sent = await untilDone(run, 'sendApprovedNow');
  add('send approved', sent, (await withStatus(host, 'sent')).length, WAVES.send);

  const { visits, beacons } = await visitSome(host);
  add('visit of a link (each)', visits, '', 1, visits.length);
  add('beacon of its page (each)', beacons, '', 1, beacons.length);
  add('collect', [await run('collectNow')]);
  add('refresh (rollup)', [await run('refreshDashboard')]);
  add('home in the sidebar', [await host.run('sheet', 'panel', [{ do: 'home' }])]);

  await untilDone(run, 'beat', 3);
  add('beat, looking', [await look(host, run)]);
  add('beat, idle', [await run('beat')]);
  for (const { job, runs } of await pullLists(host, clients)) add(job, runs);
  return costs;
}

/** A person's edit makes the next beat look. */
async function look(
  host: HostClient,
  run: (name: string) => Promise<RunResult>,
): Promise<RunResult> {
  await host.edit({ sheet: 'Clients', a1: 'U2', value: 'a note' });
  return run('beat');
}

const MOST_RUNS = 20;

/** Runs a job until it has nothing left to do, as beats would, one execution after the other. */
async function untilDone(
  run: (name: string) => Promise<RunResult>,
  name: string,
  most = MOST_RUNS,
): Promise<RunResult[]> {
  const runs: RunResult[] = [];
  while (runs.length < most) {
    const result = await run(name);
    if (!result.ok) throw new Error(`${name}: ${result.error?.message ?? ''}`);
    const didNothing = result.log.some((line) => line.includes('nothing to do'));
    if (didNothing || name === 'beat') break;
    runs.push(result);
    // What the day's quota leaves is not for this day.
    if (result.log.some((line) => line.includes('left for tomorrow'))) break;
  }
  return runs;
}

async function withStatus(host: HostClient, status: string): Promise<string[]> {
  const letters = await host.records('Letters');
  return letters.filter((row) => row.Status === status).map((row) => row['Letter ID'] as string);
}

const VISITS = 40;

/** Visitors who open a link each and go on, and what each execution of the gate cost. */
async function visitSome(
  host: HostClient,
): Promise<{ visits: ExecutionInfo[]; beacons: ExecutionInfo[] }> {
  const before = (await host.executions()).at(-1)?.n ?? 0;
  const links = await host.records('Links');
  const address = host.webApp('gate');
  for (const { Code } of links.slice(0, VISITS)) {
    const page = await (await fetch(`${address}?l=${Code as string}`)).text();
    const visit = /\\"visit\\":\\"(\w+)\\"/.exec(page)?.[1] ?? '';
    const body = JSON.stringify({ t: 'tapped', l: Code, v: visit, ms: 900 });
    await fetch(address, { method: 'POST', body });
  }
  const runs = (await host.executions(before)).filter(({ project }) => project === 'gate');
  return {
    visits: runs.filter((run) => run.function === 'doGet'),
    beacons: runs.filter((run) => run.function === 'doPost'),
  };
}

function costOf(
  job: string,
  clients: number,
  runs: Run[],
  letters: number | '',
  wave: number,
  shared: number,
): Cost {
  const calls = (pattern: RegExp): number =>
    runs.reduce(
      (sum, run) =>
        sum +
        Object.entries(run.calls)
          .filter(([name]) => pattern.test(name))
          .reduce((count, [, times]) => count + times, 0),
      0,
    );
  const reads = calls(/^SpreadsheetApp\.Range\.get(Values|Value)$/);
  const writes = calls(/^SpreadsheetApp\.(Range\.set|Sheet\.(insert|delete|append))/);
  const waves = letters === '' ? 0 : Math.ceil(letters / wave);
  return {
    job,
    clients,
    letters,
    executions: runs.length,
    ms: runs.reduce((sum, run) => sum + run.ms, 0) / shared,
    reads,
    writes,
    fetches: calls(/^UrlFetchApp\./),
    gmail: calls(/^Gmail\./),
    cacheReads: calls(/^CacheService\.Cache\.get/) / shared,
    properties: calls(/^PropertiesService\.Properties\./) / shared,
    sheetCallsAWave: waves === 0 ? '' : (reads + writes) / waves,
  };
}
