import { DAY_MS } from '../../calendar';
import { readSubId } from '../../referrals/sub-id';
import type { Click, Commission } from '../../workbook';
import { USUAL_DAYS } from './markless';

/** Days from a tap to its sale, on average, until our own say otherwise; as if seen so many times. */
const USUAL_DELAY = { days: 7, cases: 10 };

/** Days from a tap to the sale that carries its visit's mark, on average. */
export function meanDelay(ledger: readonly Commission[], clicks: readonly Click[]): number {
  const byVisit = new Map(clicks.map((click) => [`${click.code} ${click.visit}`, click.at]));
  let days = USUAL_DELAY.days * USUAL_DELAY.cases;
  let cases = USUAL_DELAY.cases;
  for (const { subId, at } of ledger) {
    const mark = readSubId(subId);
    const tapped = mark === undefined ? null : (byVisit.get(`${mark.code} ${mark.visit}`) ?? null);
    if (tapped === null || at === null || at < tapped || at - tapped > USUAL_DAYS * DAY_MS)
      continue;
    days += (at - tapped) / DAY_MS;
    cases++;
  }
  return days / cases;
}
