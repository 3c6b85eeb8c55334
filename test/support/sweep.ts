import type { Edit, Fault, HostClient, RunResult } from '../../host/client';

/** What happened in the middle of a run, before its n-th service call. */
export type Accident = { n: number } & (
  | { kind: 'killed' | 'killed, unflushed writes lost' | 'killed twice' }
  | { kind: 'edited'; edit: Edit }
);

/** What to sweep: one function, from the state in which the host is now. */
export interface SweepPlan {
  host: HostClient;
  function: string;
  args?: unknown[];
  /** What a person may do, each in a run of its own. */
  edits: Edit[];
  /** Whether every edit and every kind of end is tried at every place; else they take turns. */
  isWhole: boolean;
  /** Of the places, only each n-th is tried where not all of it is; 1 if not given. */
  nth?: number;
  /** Whether a person may edit before the n-th of these calls; left out, before every one. */
  mayEdit?: (trace: string[], n: number) => boolean;
  /** Looks at what the accident and the normal next run left behind; throws where it is wrong. */
  check: (accident: Accident) => Promise<void>;
}

/** How much was swept. */
export interface Swept {
  /** Service calls of an undisturbed run. */
  calls: number;
  kills: number;
  edits: number;
}

const MOST_TOLD = 8;
/** Where not all is tried, the run is ended twice at each so many places. */
const TWICE_NTH = 8;

/** Calls that change nothing, unless writes wait to be flushed. */
const HARMLESS = /^(SpreadsheetApp|PropertiesService|LockService)\..*\bget\w+$/;
/** Calls that look at a tab's cells or make writes take effect. */
const LOOKS = /\.(getValues|getValue|getDataRange|getLast\w+|getMax\w+|insert\w+|flush)$/;
const WRITES = /^SpreadsheetApp\..*\bset\w+$/;

/**
 * Ends a function before each of its service calls, with and without losing what it has not flushed,
 * and lets a person edit before each of them (all edits at each place, or by turns); each time from
 * the same state, followed by the normal next run and the check. Where the call between two places cannot make a difference (a getter for
 * an end, a call that does not look at cells for an edit), one stands for both. Throws one error that
 * names the accidents with a wrong end.
 */
export async function sweep(plan: SweepPlan): Promise<Swept> {
  const { host, edits, isWhole, mayEdit = () => true } = plan;
  const nth = isWhole ? 1 : (plan.nth ?? 1);
  const start = await host.snapshot();
  const { trace = [] } = await host.trace('sheet', plan.function, plan.args);
  const swept = { calls: trace.length, kills: 0, edits: 0 };
  const wrong: string[] = [];

  /** Tells how the disturbed run went. */
  const cause = async (accident: Accident): Promise<RunResult> => {
    await host.restore(start);
    await host.fault({ project: 'sheet', function: plan.function, ...faultOf(accident) });
    const run = await host.run('sheet', plan.function, plan.args);
    if (accident.kind === 'killed twice') {
      await host.fault({ project: 'sheet', function: plan.function, ...faultOf(accident) });
      await host.run('sheet', plan.function, plan.args);
    }
    // An edit planned for a call that never came must not happen to the next run.
    await host.clearFaults();
    swept[accident.kind === 'edited' ? 'edits' : 'kills'] += 1;
    try {
      if (!run.ok && accident.kind === 'edited') throw new Error(`failed: ${messageOf(run)}`);
      await undisturbed(plan);
      await plan.check(accident);
    } catch (error) {
      wrong.push(
        `${told(accident)}, ${trace[accident.n - 1] ?? ''}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    return run;
  };

  const ends = placesToEnd(trace).filter((_, at) => at % nth === 0);
  for (const [at, n] of ends.entries()) {
    const lossy = await cause({ n, kind: 'killed, unflushed writes lost' });
    // Where nothing was lost, keeping everything is the same accident.
    if (messageOf(lossy).includes('lost')) await cause({ n, kind: 'killed' });
    if (isWhole || at % TWICE_NTH === 0) await cause({ n, kind: 'killed twice' });
  }
  const looks = numbers(trace)
    .filter((n) => LOOKS.test(trace[n - 1] ?? '') && mayEdit(trace, n))
    .filter((_, at) => at % nth === 0);
  for (const [at, n] of looks.entries()) {
    const turn = at % edits.length;
    const here = isWhole ? edits : edits.slice(turn, turn + 1);
    for (const edit of here) await cause({ n, kind: 'edited', edit });
  }
  await host.restore(start);
  if (wrong.length > 0) {
    const all = `${swept.kills + swept.edits} accidents at ${swept.calls} calls`;
    const told = wrong.slice(0, MOST_TOLD).join('\n');
    throw new Error(`${plan.function}: wrong after ${wrong.length} of ${all}.\n${told}`);
  }
  return swept;
}

/**
 * A job finds its rows by id, and then writes them by number: Sheets takes nothing else. A person who
 * moves rows between that last look and the flush is not seen, so edits there are left out.
 */
export function isSeenByJobs(trace: string[], n: number): boolean {
  const isLook = (call: string): boolean => call.endsWith('Range.getValues');
  const began = trace.slice(0, n - 1).findLastIndex(isLook);
  const ends = trace.findIndex(
    (call, at) => at >= n - 1 && (isLook(call) || call.endsWith('flush')),
  );
  const between = trace.slice(began + 1, ends);
  return isLook(trace[ends] ?? '') || !between.some((call) => call.endsWith('Range.setValues'));
}

/** The calls before which an end differs from one before the call that comes first. */
function placesToEnd(trace: string[]): number[] {
  let isWaiting = false;
  return numbers(trace).filter((n) => {
    const done = trace[n - 2];
    if (done === undefined) return true;
    const isSame = HARMLESS.test(done) && !isWaiting;
    if (WRITES.test(done)) isWaiting = true;
    else if (LOOKS.test(done)) isWaiting = false;
    return !isSame;
  });
}

const numbers = (trace: string[]): number[] => trace.map((_, at) => at + 1);

/** A run that must succeed. */
async function undisturbed({ host, function: name, args }: SweepPlan): Promise<RunResult> {
  const run = await host.run('sheet', name, args);
  if (!run.ok) throw new Error(`the undisturbed run failed: ${messageOf(run)}`);
  return run;
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
