import { exchange, type RateTable } from '../money';
import type { Patch } from '../schema/writing';
import type { Commission, commissions } from '../workbook';

type CommissionPatch = Patch<typeof commissions.columns>;

/**
 * What the ledger's rows are worth at home, for those whose rate is known and that have no home
 * amount, or one in another home currency. An amount that a person wrote gets its currency noted.
 */
export function convert(ledger: Commission[], rates: RateTable, home: string): CommissionPatch[] {
  return ledger.flatMap(({ id, commission, homeAmount, homeCurrency }): CommissionPatch[] => {
    if (homeAmount !== null && homeAmount.currency === home) {
      return homeCurrency === '' ? [{ id, set: { homeCurrency: home } }] : [];
    }
    if (commission === null) return [];
    const rate = commission.currency === home ? 1 : rates.get(commission.currency);
    if (rate === undefined) return [];
    return [{ id, set: { homeAmount: exchange(commission, rate, home), homeCurrency: home } }];
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
    homeAmount?.currency === home ||
    commission.currency === home ||
    rates.has(commission.currency)
      ? []
      : [commission.currency],
  );
  return [...new Set(missing)].sort();
}
