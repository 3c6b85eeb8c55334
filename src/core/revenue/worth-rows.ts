import { addDays, type Day } from '../calendar';
import type { Money } from '../money';
import type { Range } from '../statistics/interval';
import type { ForecastRow, NetworkWorthRow, ProductWorthRow, SegmentRow } from '../workbook';
import type { Outlook } from './forecast/forecast';
import type { ProductWorth, Yield } from './value/product-worth';
import { FEW_SUBSCRIPTIONS } from './value/sale-worth';
import type { SegmentWorth } from './value/segment-worth';
import type { Worth } from './worth';

/** The rows of the hidden tabs that say what everything is worth. */
export interface WorthRows {
  products: ProductWorthRow[];
  networks: NetworkWorthRow[];
  segments: SegmentRow[];
  forecasts: ForecastRow[];
}

const DAYS_A_MONTH = 365.25 / 12;

/** What is worth what, as rows; `plan` is what the plan comes to in a year. */
export function worthRows(worth: Worth, today: Day, plan: Money): WorthRows {
  const amount = (minor: number | null): Money | null =>
    minor === null ? null : { minor: Math.round(minor), currency: plan.currency };
  return {
    products: worth.products.map((of) => productRow(of, amount)),
    networks: worth.networks.map((of): NetworkWorthRow => ({
      network: of.network,
      products: of.products,
      ...yieldCells(of, amount),
    })),
    segments: worth.segments.map((of) => segmentRow(of, amount)),
    forecasts: [
      ...worth.forecast.months.map((month, i) =>
        forecastRow(String(i + 1), addDays(today, Math.round(i * DAYS_A_MONTH)), month, {
          amount,
          plan: plan.minor / worth.forecast.months.length,
        }),
      ),
      forecastRow('year', today, worth.forecast.total, { amount, plan: plan.minor }),
    ],
  };
}

type ToMoney = (minor: number | null) => Money | null;

function productRow(of: ProductWorth, amount: ToMoney): ProductWorthRow {
  const { product, worth, afterAYear } = of;
  const { lasting, value, range } = worth;
  const isFew = lasting !== undefined && lasting.subscriptions < FEW_SUBSCRIPTIONS;
  return {
    id: product.id,
    name: product.name,
    network: product.network,
    ...yieldCells(of, amount),
    payment: amount(worth.payment),
    payments: worth.payments,
    subscriptions: lasting?.subscriptions ?? 0,
    going: lasting?.going ?? 0,
    expected: rounded(lasting?.expected ?? null),
    lifetime: amount(isFew ? null : value),
    lifetimeLow: amount(range?.low ?? null),
    lifetimeHigh: amount(range?.high ?? null),
    yearModel: rounded(afterAYear.model),
    yearSeen: rounded(afterAYear.observed),
  };
}

function yieldCells(of: Yield, amount: ToMoney) {
  const { taps, sales, earned, pending } = of;
  return {
    ...conversionCells(of),
    taps,
    sales,
    earned: amount(earned),
    pending: amount(pending),
    perLetter: amount(of.recommended === 0 ? null : earned / of.recommended),
    perTap: amount(taps === 0 ? null : earned / taps),
  };
}

function conversionCells({
  recommended,
  bought,
  conversion,
}: {
  recommended: number;
  bought: number;
  conversion: Range;
}) {
  const isKnown = recommended > 0;
  return {
    recommended,
    bought,
    conversion: isKnown ? rounded(bought / recommended) : null,
    conversionLow: isKnown ? rounded(conversion.low) : null,
    conversionHigh: isKnown ? rounded(conversion.high) : null,
  };
}

function segmentRow(of: SegmentWorth, amount: ToMoney): SegmentRow {
  const { kind, segment, clients, sales, earned, lifetime } = of;
  return {
    id: `${kind}: ${segment}`,
    kind,
    segment,
    clients,
    ...conversionCells(of),
    sales,
    earned: amount(earned),
    lifetime: amount(lifetime),
  };
}

function forecastRow(
  ahead: string,
  from: Day,
  { expected, low, high, sources }: Outlook,
  { amount, plan }: { amount: ToMoney; plan: number },
): ForecastRow {
  return {
    ahead,
    from,
    expected: amount(expected),
    low: amount(low),
    high: amount(high),
    locking: amount(sources.locking),
    pending: amount(sources.pending),
    recurring: amount(sources.recurring),
    letters: amount(sources.letters),
    plan: amount(plan),
  };
}

/** Four decimals are enough for any share, and the same in the cell as here. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
