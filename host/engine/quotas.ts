import { formatDate } from '../shared/date-pattern';
import type { Part } from '../store/store';
import type { QuotaName } from '../shared/control';
import { ScriptError } from './script-error';

/** What a consumer account may do in a day. */
const usual: Record<QuotaName, number> = {
  mail: 100,
  fetch: 20_000,
  properties: 50_000,
  triggerMinutes: 90,
};
const spoken: Record<Exclude<QuotaName, 'triggerMinutes'>, string> = {
  mail: 'email',
  fetch: 'urlfetch',
  properties: 'properties',
};

type Amounts = Record<QuotaName, number>;

interface State {
  limits: Amounts;
  used: Amounts;
  day: string;
}

const unused: Amounts = { mail: 0, fetch: 0, properties: 0, triggerMinutes: 0 };

/**
 * The owner's daily quotas, which all projects share. The day turns at midnight Pacific time. What
 * is used is written down when an execution ends: a count may be lost, never the work it counts.
 */
export class Quotas implements Part<State> {
  readonly name = 'quotas';
  private state: State = { limits: usual, used: unused, day: '' };
  /** Whether something was used since the state was last written down. */
  private changed = false;

  remaining(quota: QuotaName, now: number): number {
    const { limits, used, day } = this.state;
    return Math.max(0, limits[quota] - (day === dayOf(now) ? used[quota] : 0));
  }

  /** Uses some of a quota, or throws Google's refusal. */
  use(quota: keyof typeof spoken, amount: number, now: number): void {
    if (this.remaining(quota, now) < amount) {
      throw new ScriptError(`Service invoked too many times for one day: ${spoken[quota]}.`);
    }
    this.count(quota, amount, now);
  }

  /** Counts what was used of a quota. */
  count(quota: QuotaName, amount: number, now: number): void {
    const { limits, used, day } = this.state;
    const before = day === dayOf(now) ? used : unused;
    const after = { ...before, [quota]: before[quota] + amount };
    this.state = { limits, used: after, day: dayOf(now) };
    this.changed = true;
  }

  /** The change that sets other limits, which count from now; those not named are the usual ones. */
  limitTo(limits: Partial<Amounts>): State {
    const reset = Object.fromEntries(Object.keys(limits).map((quota) => [quota, 0]));
    const used = { ...this.state.used, ...reset };
    return { limits: { ...usual, ...limits }, used, day: this.state.day };
  }

  /** The state to write down, or null when nothing was used. */
  pending(): State | null {
    return this.changed ? this.state : null;
  }

  apply(state: State): void {
    this.state = state;
    this.changed = false;
  }

  snapshot(): State {
    return this.state;
  }

  restore(saved: unknown): void {
    const { limits, used, day } = saved as State;
    this.state = { limits: { ...usual, ...limits }, used: { ...unused, ...used }, day };
    this.changed = false;
  }
}

let lastDay = { until: 0, from: 1, name: '' };

/** The Pacific day of a moment; asked for at every call, so the last answer is kept for an hour. */
function dayOf(now: number): string {
  if (now < lastDay.from || now >= lastDay.until) {
    const hour = 3_600_000;
    const from = Math.floor(now / hour) * hour;
    const name = formatDate(now, 'America/Los_Angeles', 'yyyy-MM-dd');
    lastDay = { from, until: from + hour, name };
  }
  return lastDay.name;
}
