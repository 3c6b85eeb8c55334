/** How often a product may sell without a mark, and how likely it is that it does so. */
export interface SaleRates {
  likely: number;
  /** Sales for each tap. */
  perTap: number;
  /** Sales a day that none of our taps led to. */
  elsewhere: number;
}

/** What is seen of a product's sales without a mark. */
export interface Seen {
  /** For each sale, the pull of the taps before it. */
  pulls: number[];
  taps: number;
  /** Over how many days taps and sales were seen. */
  days: number;
}

/** A share that is believed as if it had been seen in so many cases. */
export interface Belief {
  share: number;
  cases: number;
}

/** Shares of sales from elsewhere that are weighed against each other. */
const SHARES = Array.from({ length: 20 }, (_, i) => (i + 0.5) / 20);

/**
 * How likely each share of sales from elsewhere is, of several products together: by how much closer
 * the sales follow taps than they would by accident. A sale from elsewhere comes on any day alike,
 * one of ours as the taps before it pull.
 */
export function weighShares(products: readonly Seen[], before: Belief): number[] {
  const [a, b] = [before.share * before.cases, (1 - before.share) * before.cases];
  const logs = SHARES.map((share) => {
    let sum = (a - 1) * Math.log(share) + (b - 1) * Math.log(1 - share);
    for (const { pulls, taps, days } of products) {
      for (const pull of pulls) {
        sum += Math.log(share / days + (taps === 0 ? 0 : ((1 - share) * pull) / taps));
      }
    }
    return sum;
  });
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}

/** The share to be expected. */
export function meanShare(weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (SHARES[i] ?? 0), 0);
}

/** As if so many sales had been seen where there was none yet. */
const LEAST_SALES = 0.5;

/** What each share means for a tap and for a day. */
export function ratesOf({ pulls, taps, days }: Seen, weights: readonly number[]): SaleRates[] {
  const sales = Math.max(LEAST_SALES, pulls.length);
  return weights.map((likely, i) => {
    const share = SHARES[i] ?? 0;
    return {
      likely,
      perTap: taps === 0 ? 0 : ((1 - share) * sales) / taps,
      elsewhere: (share * sales) / days,
    };
  });
}
