import type { Edit, Fault, HostClient, RunResult } from '../../host/client';

/** What happened in the middle of a run, before its n-th service call. */
export type Accident = { n: number } & (
  { kind: 'killed' | 'killed, unflushed writes lost' } | { kind: 'edited'; edit: Edit }
);

/** What to sweep: one function, from the state in which the host is now. */
export interface SweepPlan {
  host: HostClient;
  function: string;
  /** What a person may do; each is done before each call, in a run of its own. */
  edits: Edit[];
  /** Looks at what the accident and the normal next run left behind; throws where it is wrong. */
  check: (accident: Accident, run: RunResult) => Promise<void>;
}

/** How much was swept. */
export interface Swept {
  /** Service calls of an undisturbed run. */
  calls: number;
  runs: number;
}

const MOST_TOLD = 8;

/**
 * Ends a function before each of its service calls, with and without losing what it has not
 * flushed, and lets a person edit before each of them; each time from the same state, followed by
 * the normal next run and the check. Throws one error that names every accident with a wrong end.
 */
export async function sweep(plan: SweepPlan): Promise<Swept> {
  const { host } = plan;
  const start = await host.snapshot();
  const { calls } = await undisturbed(plan);
  const total = Object.values(calls).reduce((sum, times) => sum + times, 0);
  const wrong: string[] = [];
  const accidents = accidentsOf(total, plan.edits);
  for (const accident of accidents) {
    await host.restore(start);
    await host.fault({ project: 'sheet', function: plan.function, ...faultOf(accident) });
    const run = await host.run('sheet', plan.function);
    // An edit planned for a call that never came must not happen to the next run.
    await host.clearFaults();
    try {
      if (!run.ok && accident.kind === 'edited') throw new Error(`failed: ${messageOf(run)}`);
      await undisturbed(plan);
      await plan.check(accident, run);
    } catch (error) {
      wrong.push(`${told(accident)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await host.restore(start);
  if (wrong.length > 0) {
    throw new Error(
      `${plan.function}, ${total} calls: wrong after ${wrong.length} of ${accidents.length} accidents.\n` +
        wrong.slice(0, MOST_TOLD).join('\n'),
    );
  }
  return { calls: total, runs: accidents.length };
}

/** A run that must succeed. */
async function undisturbed({ host, function: name }: SweepPlan): Promise<RunResult> {
  const run = await host.run('sheet', name);
  if (!run.ok) throw new Error(`the undisturbed run failed: ${messageOf(run)}`);
  return run;
}

function accidentsOf(calls: number, edits: Edit[]): Accident[] {
  const all: Accident[] = [];
  for (let n = 1; n <= calls; n += 1) {
    all.push({ n, kind: 'killed' }, { n, kind: 'killed, unflushed writes lost' });
    for (const edit of edits) all.push({ n, kind: 'edited', edit });
  }
  return all;
}

function faultOf(accident: Accident): Fault {
  const { n, kind } = accident;
  if (kind === 'edited') return { editBeforeCall: { n, edit: accident.edit } };
  return { killAtCall: n, ...(kind === 'killed' ? {} : { lose: true }) };
}

function told(accident: Accident): string {
  const what = accident.kind === 'edited' ? JSON.stringify(accident.edit) : accident.kind;
  return `${what} before call ${accident.n}`;
}

const messageOf = ({ error }: RunResult): string => error?.message ?? '';
