import type { Instant } from '../../calendar';
import { groupedBy } from '../../group';
import type { Money } from '../../money';
import type { Fact } from '../../workbook';
import type { CommissionStatus } from '../commission';
import { upTo } from './fact';

/** One row of one source, as it was said last. */
export interface SourceRow {
  /** Rows of one family are told apart by their numbers alone. */
  family: string;
  externalId: string;
  corrects: string;
  order: string;
  customer: string;
  programme: string;
  at: Instant;
  status: CommissionStatus;
  sale: Money | null;
  commission: Money;
  subId: string;
  source: string;
  firstSeen: Instant;
  /** Every commission and sale that was ever said of it: another source may have kept an older one. */
  everSaid: { commission: number; sale: number | null }[];
}

/** The family of the network's own numbers. */
export const OWN_NUMBERS = '';
/** The family of what came by postback or by a hook: it is believed less than a report. */
export const CLAIMED = 'postback';

/** Statuses in the order in which a sale goes through them. */
const COURSE: readonly string[] = ['', 'pending', 'approved', 'paid', 'reversed'];

/** The rows that one network's facts tell of; the same for the same facts in any order. */
export function sourceRows(facts: Fact[]): SourceRow[] {
  const byRow = groupedBy(facts, (fact) => JSON.stringify([familyOf(fact), fact.externalId]));
  return [...byRow.values()].flatMap((versions) => {
    const row = latest(versions.sort(lateFirst));
    return row === undefined ? [] : [row];
  });
}

/** Which rows a fact's number tells apart. */
export function familyOf({ kind, numbers }: Fact): string {
  return kind === 'postback' || kind === 'hook' ? CLAIMED : numbers;
}

/**
 * What was said last comes first; of what was said up to the same instant, what is further along,
 * then the smaller amount, so that nothing is counted that may be gone.
 */
function lateFirst(a: Fact, b: Fact): number {
  return (
    upTo(b) - upTo(a) ||
    COURSE.indexOf(b.status) - COURSE.indexOf(a.status) ||
    (a.commission?.minor ?? 0) - (b.commission?.minor ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Money as said last; texts that are missing there as said before. */
function latest(versions: Fact[]): SourceRow | undefined {
  const [last] = versions;
  if (last === undefined || last.commission === null || last.at === null) return undefined;
  const text = (name: 'corrects' | 'order' | 'customer' | 'programme' | 'subId'): string =>
    versions.find((version) => version[name] !== '')?.[name] ?? '';
  return {
    family: familyOf(last),
    externalId: last.externalId,
    corrects: text('corrects'),
    order: text('order'),
    customer: text('customer'),
    programme: text('programme'),
    at: last.at,
    status: last.status || 'pending',
    sale: last.sale,
    commission: last.commission,
    subId: text('subId'),
    source: last.source,
    firstSeen: Math.min(...versions.map(({ firstSeen }) => firstSeen ?? Infinity)),
    everSaid: versions.map(({ commission, sale }) => ({
      commission: commission?.minor ?? 0,
      sale: sale?.minor ?? null,
    })),
  };
}
