import { exchange, type RateTable } from '../money';
import { readSubId } from '../referrals/sub-id';
import type { Patch } from '../schema/writing';
import type { Commission, commissions, Link } from '../workbook';

type CommissionPatch = Patch<typeof commissions.columns>;

/**
 * Client, product and letter of the ledger's rows that have none yet, by the sub-id that our link
 * carried. What a person filled in stays, and is marked so.
 */
export function attribute(ledger: Commission[], links: Link[]): CommissionPatch[] {
  const byCode = new Map(links.map((link) => [link.code, link]));
  return ledger.flatMap((row): CommissionPatch[] => {
    if (row.matchedBy !== '') return [];
    if (row.clientId !== '') return [{ id: row.id, set: { matchedBy: 'hand' } }];
    const link = byCode.get(readSubId(row.subId)?.code ?? '');
    if (link === undefined) return [];
    const { clientId, letterId } = link;
    const productId = row.productId || link.productId;
    return [{ id: row.id, set: { clientId, productId, letterId, matchedBy: 'sub-id' } }];
  });
}

/** What the ledger's rows are worth at home, for those without a home amount whose rate is known. */
export function convert(ledger: Commission[], rates: RateTable, home: string): CommissionPatch[] {
  return ledger.flatMap(({ id, commission, homeAmount }) => {
    if (commission === null || homeAmount !== null) return [];
    const rate = commission.currency === home ? 1 : rates.get(commission.currency);
    if (rate === undefined) return [];
    return [{ id, set: { homeAmount: exchange(commission, rate, home) } }];
  });
}

/** Currencies in the ledger that nobody has given a rate for. */
export function currenciesWithoutRate(
  ledger: Commission[],
  rates: RateTable,
  home: string,
): string[] {
  const missing = ledger.flatMap(({ commission, homeAmount }) =>
    commission === null ||
    homeAmount !== null ||
    commission.currency === home ||
    rates.has(commission.currency)
      ? []
      : [commission.currency],
  );
  return [...new Set(missing)].sort();
}
