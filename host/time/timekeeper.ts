import type { ExecutionRecord } from '../engine/execution';
import type { Executor } from '../engine/executor';
import type { Faults } from '../engine/faults';
import type { Project } from '../engine/project';
import { offsetAt } from '../shared/zone';
import type { Store } from '../store/store';
import type { Clock } from './clock';
import { nextDue } from './due';
import type { Installed, Triggers } from './triggers';

const DAY = 86_400_000;

/** Fires clock triggers: those that come due by themselves, and those that a move passes. */
export class Timekeeper {
  private timer: NodeJS.Timeout | undefined;
  private moving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly store: Store,
    private readonly triggers: Triggers,
    private readonly executor: Executor,
    private readonly projects: Map<string, Project>,
    private readonly faults: Faults,
  ) {}

  /** Watches for triggers that come due as time passes by itself. */
  start(): void {
    this.timer = setInterval(() => void this.moveTo(this.clock.now(), null, false), 1000);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /**
   * Moves the clock and runs what falls due on the way, in order. With `every` each trigger runs at
   * most once in each span of that length. Moving back runs nothing.
   */
  moveTo(target: number, every: number | null, setsClock = true): Promise<ExecutionRecord[]> {
    const moved = this.moving.then(() => this.move(target, every, setsClock));
    this.moving = moved.catch(() => undefined);
    return moved;
  }

  private async move(
    target: number,
    every: number | null,
    setsClock: boolean,
  ): Promise<ExecutionRecord[]> {
    const start = this.clock.now();
    const records: ExecutionRecord[] = [];
    for (let due = this.firstDue(target); due; due = this.firstDue(target)) {
      const { trigger, next, at } = due;
      if (setsClock && at > this.clock.now()) this.setClock(at);
      const skipTo = every === null ? next : spanEnd(start, next, every) - 1;
      const after = Math.max(skipTo, setsClock ? next : this.clock.now());
      this.store.record(this.triggers, { fired: trigger.id, next: nextDue(trigger, after) });
      records.push(...(await this.runDue(trigger)));
    }
    if (setsClock && (target > this.clock.now() || target < start)) this.setClock(target);
    if (target < start) this.rescheduleAll();
    return records;
  }

  /** Runs a trigger whose time has come: once, unless a fault makes it skip or fire twice. */
  private runDue(trigger: Installed): Promise<ExecutionRecord[]> {
    const straying = this.faults.strayingOf(trigger.project, trigger.function);
    const times = straying?.firings(trigger.id) ?? 1;
    return Promise.all(Array.from({ length: times }, () => this.fire(trigger)));
  }

  /** Runs a trigger now, whenever it is due. */
  async fire(trigger: Installed): Promise<ExecutionRecord> {
    const project = this.projects.get(trigger.project);
    if (!project) throw new Error(`There is no project ${trigger.project}`);
    const now = this.clock.now();
    const event = { fields: clockEvent(trigger.id, now, project.timeZone()) };
    const { record } = await this.executor.run({
      project,
      function: trigger.function,
      cause: 'clock',
      triggered: true,
      event: { ...event, authMode: 'FULL' },
    });
    return record;
  }

  /** The trigger that comes first, and when it was due and comes. */
  private firstDue(until: number): Due | undefined {
    return this.triggers
      .all()
      .flatMap((trigger): Due[] => {
        const { id, next, project, function: name } = trigger;
        if (next === null || next > until) return [];
        const delay = this.faults.strayingOf(project, name)?.delay(id, next) ?? 0;
        return [{ trigger, next, at: next + delay }];
      })
      .filter(({ at }) => at <= until)
      .sort((a, b) => a.at - b.at)[0];
  }

  private setClock(instant: number): void {
    this.store.record(this.clock, this.clock.setTo(instant));
  }

  /** After a move into the past every trigger counts from there. */
  private rescheduleAll(): void {
    const now = this.clock.now();
    for (const trigger of this.triggers.all()) {
      const created = Math.min(trigger.created, now);
      const next = nextDue({ ...trigger, created }, now);
      this.store.record(this.triggers, { fired: trigger.id, next, created });
    }
  }
}

interface Due {
  trigger: Installed;
  next: number;
  at: number;
}

/** The end of the span, counted from the start of the move, in which a moment lies. */
const spanEnd = (start: number, instant: number, every: number): number =>
  start + (Math.floor((instant - start) / every) + 1) * every;

/** The fields of a clock trigger's event object; on Google they are in UTC. */
function clockEvent(triggerUid: string, now: number, timeZone: string): Record<string, unknown> {
  const date = new Date(now);
  const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1);
  const offset = offsetAt(timeZone, now);
  return {
    triggerUid,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': date.getUTCDay() || 7,
    'week-of-year': Math.floor((now - yearStart) / DAY / 7) + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: offset === 0 ? 'UTC' : timeZone,
  };
}
