import { setTimeout as wait } from 'node:timers/promises';
import type { Handlers } from '../engine/executor';

const reallySlept = 2000;

/**
 * Utilities.sleep: the first two seconds of an execution's sleeping are real, so that others can
 * get in between; what is longer passes on its virtual clock.
 */
export const engineHandlers: Pick<Handlers, `engine.${'sleep' | 'fault' | 'timeout' | 'spent'}`> = {
  'engine.sleep': async ({ milliseconds }, execution) => {
    const real = Math.min(milliseconds, Math.max(0, reallySlept - execution.slept));
    execution.slept += real;
    execution.spend(milliseconds - real);
    await wait(real);
    return null;
  },
  'engine.fault': () => null,
  'engine.timeout': () => null,
  'engine.spent': () => null,
};
