import type { ExecutionRecord } from '../engine/execution';
import type { Executor } from '../engine/executor';
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
    for (;;) {
      const trigger = this.firstDue(target);
      if (trigger?.next === null || trigger?.next === undefined) break;
      if (setsClock && trigger.next > this.clock.now()) this.setClock(trigger.next);
      const skipTo = every === null ? trigger.next : spanEnd(start, trigger.next, every) - 1;
      const after = Math.max(skipTo, setsClock ? trigger.next : this.clock.now());
      records.push(await this.fire(trigger, nextDue(trigger, after)));
    }
    if (setsClock && (target > this.clock.now() || target < start)) this.setClock(target);
    if (target < start) this.rescheduleAll();
    return records;
  }

  /** Runs a trigger now, whenever it is due. */
  async fire(trigger: Installed, next: number | null): Promise<ExecutionRecord> {
    this.store.record(this.triggers, { fired: trigger.id, next });
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

  private firstDue(until: number): Installed | undefined {
    return this.triggers
      .all()
      .filter(({ next }) => next !== null && next <= until)
      .sort((a, b) => (a.next ?? 0) - (b.next ?? 0))[0];
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
