import { DAY_MS } from '../../calendar';
import { groupedBy } from '../../group';
import type { Commission, Product } from '../../workbook';
import { cyclesOf } from './cycles';
import { groupOf, isMarkless, longestDelay, titleOf, USUAL_DAYS } from './markless';
import { type Belief, meanShare, ratesOf, type SaleRates, type Seen, weighShares } from './rates';
import { pullAt, type TapLine } from './tap-line';

/** Of sales without a mark, those that none of our taps led to, until our own say otherwise. */
const USUAL_ELSEWHERE: Belief = { share: 0.3, cases: 4 };
/** The same where marks come back, so that most of our own sales have one. */
const UNMARKED_ELSEWHERE: Belief = { share: 0.6, cases: 4 };
/** A product's own share is held by that of its report as if seen so many times. */
const ALIKE = 5;

/** How often the product of a row sells without a mark in its report, after a tap and otherwise. */
export function observedRates(
  ledger: readonly Commission[],
  lines: ReadonlyMap<string, TapLine>,
  products: readonly Product[],
): (row: Commission) => SaleRates[] {
  const marked = new Set(ledger.filter(({ subId }) => subId !== '').map(titleOf));
  const firsts = firstSales(ledger, products).filter(isMarkless);
  const days = daysSeen(firsts, lines);
  const usualFor = (title: string): Belief =>
    marked.has(title) ? UNMARKED_ELSEWHERE : USUAL_ELSEWHERE;
  const tapsOf = (productId: string): number => lines.get(productId)?.visits ?? 0;
  const rates = new Map<string, SaleRates[]>();
  for (const [title, rows] of groupedBy(firsts, titleOf)) {
    const seen = [...groupedBy(rows, groupOf)].map(([group, sales]): [string, Seen] => {
      const productId = sales[0]?.productId ?? '';
      const line = lines.get(productId);
      const pulls = sales.map((row) =>
        line === undefined ? 0 : pullAt(line, row.at ?? 0, longestDelay(row)),
      );
      return [group, { pulls, taps: tapsOf(productId), days }];
    });
    const all = seen.map(([, one]) => one);
    const held = { share: meanShare(weighShares(all, usualFor(title))), cases: ALIKE };
    for (const [group, one] of seen) rates.set(group, ratesOf(one, weighShares([one], held)));
  }
  return (row) => {
    const none = { pulls: [], taps: tapsOf(row.productId), days };
    return rates.get(groupOf(row)) ?? ratesOf(none, weighShares([], usualFor(titleOf(row))));
  };
}

/** Rows that no earlier payment explains: neither the same customer's nor one a cycle before. */
function firstSales(ledger: readonly Commission[], products: readonly Product[]): Commission[] {
  const cycles = cyclesOf(ledger, products);
  const customers = new Set<string>();
  return [...ledger]
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .filter((row) => {
      const customer = JSON.stringify([row.network.toLowerCase(), row.customer]);
      const isNext = row.customer !== '' && customers.has(customer);
      const isFirst = !isNext && cycles.before(row).length === 0;
      customers.add(customer);
      cycles.note(row);
      return isFirst;
    });
}

/** From the first tap or sale to the last one, and no less than a tap's usual days. */
function daysSeen(sales: Commission[], lines: ReadonlyMap<string, TapLine>): number {
  let [first, last] = [Infinity, 0];
  const note = ({ at }: { at: number | null }): void => {
    if (at === null) return;
    first = Math.min(first, at);
    last = Math.max(last, at);
  };
  sales.forEach(note);
  for (const { taps } of lines.values()) taps.forEach(note);
  return Math.max(USUAL_DAYS, (last - first) / DAY_MS);
}
