import { assertRunning, boot, call, noted } from './bridge';
import { exception } from './exception';

/** Virtual milliseconds after which the machine's side is told of them. */
const toldAfter = 1000;

let count = 0;
const perMethod = new Map<string, number>();

/**
 * Every call of a service method passes here first: it is counted, a planned fault stops or fails
 * it, and virtual latency is added, which may end the execution.
 */
export function enter(method: string): void {
  assertRunning();
  count += 1;
  const { faults } = boot();
  if (faults.stops.includes(count)) call('engine.fault', { call: count });
  noted().calls.push(method);
  const nth = (perMethod.get(method) ?? 0) + 1;
  perMethod.set(method, nth);
  spend(latencyOf(method));
  if (faults.fail?.method === method && faults.fail.nth === nth) {
    throw exception(faults.fail.message);
  }
}

function latencyOf(method: string): number {
  const { latency } = boot().faults;
  for (const [pattern, milliseconds] of Object.entries(latency)) {
    const matches = pattern.endsWith('*')
      ? method.startsWith(pattern.slice(0, -1))
      : method === pattern;
    if (matches) return milliseconds;
  }
  return 0;
}

/** Lets virtual time pass for this execution. */
function spend(milliseconds: number): void {
  if (milliseconds <= 0) return;
  noted().elapsed += milliseconds;
  boot().ahead += milliseconds;
  boot().left -= milliseconds;
  if (boot().left <= 0) call('engine.timeout', {});
  // The machine's side ends a script that asks for nothing more, so it must know how much is left.
  else if (noted().elapsed >= toldAfter) call('engine.spent', {});
}
