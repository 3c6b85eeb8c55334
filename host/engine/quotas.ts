import { formatDate } from '../shared/date-pattern';
import type { Part } from '../store/store';
import type { QuotaName } from './faults';
import { ScriptError } from './script-error';

/** What a consumer account may do in a day. */
const usual: Record<QuotaName, number> = { mail: 100, fetch: 20_000, properties: 50_000 };
const spoken: Record<QuotaName, string> = {
  mail: 'email',
  fetch: 'urlfetch',
  properties: 'properties',
};

type Change = { use: QuotaName; amount: number; day: string } | { limits: Partial<Limits> };
type Limits = Record<QuotaName, number>;

/** The owner's daily quotas, which all projects share. The day turns at midnight Pacific time. */
export class Quotas implements Part<Change> {
  readonly name = 'quotas';
  private limits: Limits = { ...usual };
  private used: Limits = { mail: 0, fetch: 0, properties: 0 };
  private day = '';

  remaining(quota: QuotaName, now: number): number {
    const used = this.day === dayOf(now) ? this.used[quota] : 0;
    return Math.max(0, this.limits[quota] - used);
  }

  /** The change that uses some of a quota, or Google's refusal. */
  use(quota: QuotaName, amount: number, now: number): Change {
    if (this.remaining(quota, now) < amount) {
      throw new ScriptError(`Service invoked too many times for one day: ${spoken[quota]}.`);
    }
    return { use: quota, amount, day: dayOf(now) };
  }

  apply(change: Change): void {
    if ('limits' in change) {
      this.limits = { ...usual, ...change.limits };
      for (const quota of Object.keys(change.limits) as QuotaName[]) this.used[quota] = 0;
      return;
    }
    if (change.day !== this.day) this.used = { mail: 0, fetch: 0, properties: 0 };
    this.day = change.day;
    this.used[change.use] += change.amount;
  }

  snapshot(): unknown {
    const { limits, used, day } = this;
    return { limits, used, day };
  }

  restore(saved: unknown): void {
    Object.assign(this, saved);
  }
}

const dayOf = (now: number): string => formatDate(now, 'America/Los_Angeles', 'yyyy-MM-dd');
