import { addDays, dayOf, startOf } from '../core/calendar';
import { Problem } from '../core/problem';
import type { Services } from '../services';
import { type JobResult, LONGEST_MS, noted } from './job';
import { isOwner } from './owner';
import { type Job, JOBS } from './schedule';
import { STATE } from './state';

/** Of the 90 trigger minutes that a free account has in a day, long jobs may use this many. */
const LONG_SECONDS_A_DAY = 60 * 60;

/**
 * One beat of the clock: collects, and where something changed or fell due, writes, sends and
 * refreshes. A beat with nothing to do touches the properties and the gate only.
 */
export function beat(services: Services): void {
  if (!isOwner(services)) return;
  services.lease.hold(() => {
    const start = services.clock.now();
    try {
      runBeat(services, start + LONGEST_MS);
    } finally {
      addSpent(services, start);
    }
  });
}

/** Leaves word for the next beat that a person changed the workbook. */
export function noteEdit({ state }: Pick<Services, 'state'>): void {
  state.set(STATE.look, 'edited');
}

function runBeat(services: Services, deadline: number): void {
  const { state, clock } = services;
  const mustLook =
    state.get(STATE.look) !== undefined || clock.now() >= Number(state.get(STATE.nextLook) ?? 0);
  if (mustLook) readPaused(services);
  if (state.get(STATE.paused) === 'yes') return;

  const collected = run(services, JOBS.collect, deadline);
  if (collected instanceof Problem) return;
  const fromMail = [JOBS.replies, JOBS.mailed].map((job) => run(services, job, deadline));
  if (!mustLook) {
    const isNews = [collected, ...fromMail].some(
      (result) => !(result instanceof Problem) && result.done !== '',
    );
    if (isNews) {
      run(services, JOBS.refresh, deadline);
      if (hasLongTime(services)) run(services, JOBS.webhooks, deadline);
    }
    return;
  }
  // Until all is done the next beat looks again, should this execution end in the middle.
  state.set(STATE.nextLook, '0');
  // Cleared before reading: an edit from now on is for the next beat.
  state.remove(STATE.look);
  state.set(STATE.nextLook, String(Math.min(...lookAround(services, deadline))));
}

/** Does all that may be due; returns the instants at which there will be something to do again. */
function lookAround(services: Services, deadline: number): number[] {
  const { clock } = services;
  const again = [nextDay(services, services.sheets.zone())];
  const jobs = [
    JOBS.forget,
    JOBS.pages,
    JOBS.lists,
    JOBS.model,
    JOBS.pull,
    JOBS.speed,
    JOBS.write,
    JOBS.send,
    JOBS.routes,
    JOBS.refresh,
    JOBS.fold,
    JOBS.webhooks,
  ] satisfies Job[];
  for (const job of jobs) {
    if (job.isLong && !hasLongTime(services)) {
      again.push(nextDay(services, 'UTC'));
      continue;
    }
    const share = 'share' in job ? job.share : 1;
    const result = run(services, job, deadline - (1 - share) * LONGEST_MS);
    // What only a person can put right waits for the edit that does so.
    if (result instanceof Problem) again.push(...(result.details.passes ? [clock.now()] : []));
    else if (result.lookAgainAt !== undefined) again.push(result.lookAgainAt);
  }
  return again;
}

/** Whether the day's share of long jobs is not used up. */
function hasLongTime(services: Services): boolean {
  return spentToday(services) < LONG_SECONDS_A_DAY;
}

/** A problem is noted and does not end the beat; a fault of ours does. */
function run(services: Services, job: Job, deadline: number): JobResult | Problem {
  try {
    return noted(job.name, services, () => job.run(services, deadline));
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** Mirrors the Paused setting, so that an idle beat need not read the sheet for it. */
function readPaused({ sheets, state }: Services): void {
  const paused = sheets.settings().settings.paused ? 'yes' : 'no';
  if (state.get(STATE.paused) !== paused) state.set(STATE.paused, paused);
}

/** The first instant of the next day in a zone: something may fall due, or trigger time is free again. */
function nextDay({ clock }: Services, zone: string): number {
  return startOf(addDays(dayOf(clock.now(), zone), 1), zone);
}

interface Spent {
  day: string;
  seconds: number;
}

/** Trigger seconds used so far on this day (UTC). */
function spentToday({ state, clock }: Services): number {
  const spent = JSON.parse(state.get(STATE.spent) ?? '{}') as Partial<Spent>;
  return spent.day === dayOf(clock.now(), 'UTC') ? (spent.seconds ?? 0) : 0;
}

function addSpent(services: Services, start: number): void {
  const { state, clock } = services;
  const seconds = spentToday(services) + (clock.now() - start) / 1000;
  const spent: Spent = { day: dayOf(clock.now(), 'UTC'), seconds };
  state.set(STATE.spent, JSON.stringify(spent));
}
