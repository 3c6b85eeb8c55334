import type { Instant } from '../calendar';
import type { Claim } from '../referrals/claim';
import type { Commission } from '../workbook';
import { book, type Booking, BY_POSTBACK } from './commission';

/**
 * What claims would do to the ledger: new rows are pending, by postback. A claim never changes what
 * a report said or a person booked, and the last claim of a sale counts.
 */
export function bookClaims(claims: Claim[], ledger: Commission[], now: Instant): Booking {
  const last = new Map(claims.map((claim) => [`${claim.network} ${claim.externalId}`, claim]));
  const booking = book([...last.values()], ledger, BY_POSTBACK, now);
  const bySource = new Map(ledger.map(({ id, source }) => [id, source]));
  return {
    ...booking,
    // A sale that fell through before anything was booked is nothing to wait for.
    added: booking.added.filter(({ status }) => status !== 'reversed'),
    changed: booking.changed.filter(({ id }) => bySource.get(id) === BY_POSTBACK),
  };
}
