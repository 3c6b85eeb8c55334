import { DAY_MS } from '../../calendar';
import { groupedBy } from '../../group';
import { readSubId, subIdOf } from '../../referrals/sub-id';
import type { Click, Commission } from '../../workbook';
import { USUAL_DAYS } from './markless';

/** Days from a tap to its sale, on average, until our own say otherwise; as if seen so many times. */
const USUAL_DELAY = { days: 7, cases: 10 };

/** Days from a tap to the sale that carries its visit's mark, on average. */
export function meanDelay(ledger: readonly Commission[], clicks: readonly Click[]): number {
  const marked = ledger.filter(({ subId, at }) => at !== null && readSubId(subId) !== undefined);
  const sales = groupedBy(marked, ({ subId }) => subId.trim().toLowerCase());
  let days = USUAL_DELAY.days * USUAL_DELAY.cases;
  let cases = USUAL_DELAY.cases;
  for (const { code, visit, at: tapped } of clicks) {
    // A day's sum has no mark of its own.
    if (visit === '') continue;
    for (const { at } of sales.get(subIdOf(code, visit)) ?? []) {
      const took = ((at ?? 0) - (tapped ?? Infinity)) / DAY_MS;
      if (took < 0 || took > USUAL_DAYS) continue;
      days += took;
      cases++;
    }
  }
  return days / cases;
}
