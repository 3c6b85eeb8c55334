import { dayOf, type Instant } from '../calendar';
import { exchange } from '../money';
import type { Patch } from '../schema/writing';
import type { Commission, commissions } from '../workbook';
import type { RateOn } from './rates';

type CommissionPatch = Patch<typeof commissions.columns>;

/** What converting goes by. */
export interface Exchange {
  rateOn: RateOn;
  home: string;
  zone: string;
  /** For rows that name no day. */
  now: Instant;
}

/**
 * What the ledger's rows are worth at home, at the rate of their day, for those whose rate is known
 * and that have no home amount, or one in another home currency. An amount that a person wrote gets
 * its currency noted.
 */
export function convert(ledger: Commission[], exchanges: Exchange): CommissionPatch[] {
  const { rateOn, home, zone, now } = exchanges;
  return ledger.flatMap(({ id, at, commission, homeAmount, homeCurrency }): CommissionPatch[] => {
    if (homeAmount !== null && homeAmount.currency === home) {
      return homeCurrency === '' ? [{ id, set: { homeCurrency: home } }] : [];
    }
    if (commission === null) return [];
    const day = dayOf(at ?? now, zone);
    const rate = commission.currency === home ? 1 : rateOn(commission.currency, day);
    if (rate === undefined) return [];
    return [{ id, set: { homeAmount: exchange(commission, rate, home), homeCurrency: home } }];
  });
}

/** Currencies of the ledger's rows that have no worth at home, although it was looked for. */
export function currenciesWithoutRate(ledger: Commission[], home: string): string[] {
  const missing = ledger.flatMap(({ commission, homeAmount }) =>
    commission === null || homeAmount?.currency === home || commission.currency === home
      ? []
      : [commission.currency],
  );
  return [...new Set(missing)].sort();
}
