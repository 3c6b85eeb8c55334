import { subIdOf } from '../../referrals/sub-id';
import type { Click, Commission } from '../../workbook';

/** Tells of a visit whether its mark came back with a sale; a day's sum has no mark of its own. */
export function soldIn(
  ledger: readonly Pick<Commission, 'subId'>[],
): (click: Pick<Click, 'code' | 'visit'>) => boolean {
  const marks = new Set(ledger.map(({ subId }) => subId.trim().toLowerCase()));
  return ({ code, visit }) => visit !== '' && marks.has(subIdOf(code, visit).toLowerCase());
}
