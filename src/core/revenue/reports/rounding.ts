import Big from 'big.js';
import { groupedBy } from '../../group';
import { toMajor } from '../../money';
import { many } from '../../words/count';
import type { ReportRow } from './report';

/**
 * What rounding did to a report, in words; blank where it did nothing. Each row is rounded by itself,
 * halves to even, for it must come to the same in every file that tells of it; so the rows may come to
 * a little more or less than the report's own sum, and by how much is said.
 */
export function roundingIn(rows: readonly ReportRow[]): string {
  const fine = rows.filter(({ exact }) => exact !== undefined);
  if (fine.length === 0) return '';
  const off = [...groupedBy(fine, ({ commission }) => commission.currency)].map(
    ([currency, some]) => offIn(some, currency),
  );
  const has = fine.length === 1 ? 'has' : 'have';
  return `${many(fine.length, 'row')} ${has} more decimals than money knows. Each is rounded by itself, halves to even; ${off.join(', and ')}. What the report says exactly is kept.`;
}

/** How far the rounded commissions of one currency are from what the report says. */
function offIn(rows: ReportRow[], currency: string): string {
  const off = rows.reduce((sum, { commission, exact }) => {
    const said = exact?.commission ?? '';
    return said === '' ? sum : sum.plus(toMajor(commission)).minus(said);
  }, new Big(0));
  if (off.eq(0)) return 'together they come to what it says';
  const unit = currency === '' ? '' : ` ${currency}`;
  return `together they come to ${off.abs().toFixed()}${unit} ${off.gt(0) ? 'more' : 'less'} than it says`;
}
