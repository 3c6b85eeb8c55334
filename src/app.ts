import { tell } from './core/problem';
import { capital } from './core/words/capital';
import { http } from './google/http';
import { lease } from './google/lock';
import { mail } from './google/mail';
import { stateMemory, vaultMemory } from './google/memory';
import { chance, clock, progress, screen, triggers } from './google/script';
import { sheets } from './google/sheets';
import { beat, noteEdit } from './jobs/beat';
import { runNow } from './jobs/job';
import { type Job, JOBS } from './jobs/schedule';
import { setUp } from './jobs/set-up';
import { panel, runJob } from './panel';
import type { Services } from './services';

/** Wires Google's services to the jobs and the panel: what each global of the sheet project does. */

export const app = {
  opened: () => {
    screen.addMenu();
  },
  setUp: () => {
    withToast(() => runNow('set up', services(), () => setUp(services())).done);
  },
  beat: (event: unknown) => {
    if (isEdit(event)) noteEdit(services());
    else beat(services());
  },
  openSidebar: () => {
    screen.openSidebar();
  },
  writeLetters: () => {
    runFromMenu(JOBS.write);
  },
  sendApproved: () => {
    runFromMenu(JOBS.send);
  },
  collect: () => {
    runFromMenu(JOBS.collect);
  },
  refresh: () => {
    runFromMenu(JOBS.refresh);
  },
  panel: (request: unknown) => panel(services(), request),
};

/** Made anew for each execution's first use; nothing is asked of Google while the file loads. */
function services(): Services {
  known ??= {
    sheets: sheets(),
    http,
    mail: mail(),
    state: stateMemory(),
    vault: vaultMemory(),
    lease,
    clock,
    chance,
    progress,
    triggers,
    screen,
  };
  return known;
}

let known: Services | undefined;

function isEdit(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'range' in event;
}

function runFromMenu(job: Job): void {
  withToast(() => {
    const { done, problem } = runJob(services(), job);
    return [done, problem].filter((part) => part !== '').join(' — ');
  });
}

/** A menu has no answer of its own, so what was done, or what went wrong, is said in a toast. */
function withToast(work: () => string): void {
  try {
    screen.toast(capital(work()));
  } catch (error) {
    screen.toast(tell(error));
    throw error;
  }
}
