import type { ClockTrigger, TriggerSpec } from '../shared/triggers';
import { instantOf, offsetAt } from '../shared/zone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * When a trigger is due next after a moment; null when never again. Google picks the minute within
 * the hour by chance and keeps it; here it follows from the trigger's id.
 */
export function nextDue(trigger: Omit<ClockTrigger, 'next'>, after: number): number | null {
  const { spec, created } = trigger;
  switch (spec.kind) {
    case 'spreadsheet':
      return null;
    case 'after':
      return later(created + spec.milliseconds, after);
    case 'at':
      return later(Math.max(spec.instant, created + 1), after);
    case 'minutes':
      return step(created, spec.every * MINUTE, after);
    case 'hours':
      return step(created, spec.every * HOUR, after);
    case 'days':
    case 'weeks':
    case 'month':
      return nextDay(trigger, spec, after);
  }
}

const later = (instant: number, after: number): number | null => (instant > after ? instant : null);

const step = (created: number, every: number, after: number): number =>
  created + (Math.floor(Math.max(0, after - created) / every) + 1) * every;

type Daily = Extract<TriggerSpec, { timeZone: string }>;

/** Looks day by day, in the trigger's zone, for the first that fits and is still to come. */
function nextDay(trigger: Omit<ClockTrigger, 'next'>, spec: Daily, after: number): number {
  const chance = hash(trigger.id);
  const hour = spec.hour ?? chance % 24;
  const minute = spec.minute ?? (chance >> 5) % 60;
  const shown = after + offsetAt(spec.timeZone, after);
  const firstDay = Math.floor(shown / DAY);
  const createdDay = Math.floor((trigger.created + offsetAt(spec.timeZone, trigger.created)) / DAY);
  for (let day = firstDay; ; day += 1) {
    if (!fits(spec, day, createdDay)) continue;
    const due = instantOf(spec.timeZone, day * DAY + hour * HOUR + minute * MINUTE);
    if (due > after) return due;
  }
}

function fits(spec: Daily, day: number, createdDay: number): boolean {
  if (spec.kind === 'days') return (day - createdDay) % spec.every === 0;
  const date = new Date(day * DAY);
  if (spec.kind === 'month') return date.getUTCDate() === spec.day;
  const weeks = Math.floor((day + 4) / 7) - Math.floor((createdDay + 4) / 7);
  return date.getUTCDay() === spec.weekday && weeks % spec.every === 0;
}

function hash(text: string): number {
  let sum = 7;
  for (const sign of text) sum = (sum * 31 + sign.charCodeAt(0)) & 0x7fffffff;
  return sum;
}
