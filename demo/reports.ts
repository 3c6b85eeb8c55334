import type { Instant } from '../src/core/calendar';
import { type Money, sum } from '../src/core/money';
import {
  clicks as clicksTable,
  links as linksTable,
  type Product,
  products as productsTable,
} from '../src/core/workbook';
import { chance } from './random';
import {
  type Action,
  foreignActions,
  type OwnAction,
  ownActions,
  type Tap,
} from './reports/actions';
import { paystubCsv } from './reports/paystub';
import { recordsOf, type TabRow } from './tabs';

const MONTH = 30 * 86_400_000;

export interface ReportOptions {
  /** How many of the links that a person followed lead to a sale, from 0 to 1. */
  conversion: number;
  /** When the report was made: nothing later is in it. By default 30 days after the last tap. */
  until?: Instant;
}

/** A network's report with the truth about it. */
export interface DemoReport {
  csv: string;
  truth: {
    /** The rows that our links earned, in the order of the report. */
    ours: OwnAction[];
    /** The rows that are somebody else's. */
    foreign: Action[];
    /** What our rows pay, and what all rows pay. */
    totals: { ours: Money; all: Money };
  };
}

/**
 * Impact's paystub report as it follows from the workbook's own links and taps, given as the
 * control interface returns the tabs' rows. A later report holds every row of an earlier one
 * again. Throws where Impact's products are paid in several currencies, for the report names none.
 */
export function impactReport(
  links: TabRow[],
  clicks: TabRow[],
  products: TabRow[],
  seed: string,
  options: ReportOptions,
): DemoReport {
  const offers = recordsOf(productsTable, products).filter(({ network }) => network === 'Impact');
  const currency = currencyOf(offers);
  const offerById = new Map(offers.map((product) => [product.id, product]));
  const taps = firstTaps(clicks);
  const days = [...taps.values()].map(({ at }) => at);
  const until = options.until ?? Math.max(...days) + MONTH;
  const ours = recordsOf(linksTable, links).flatMap((link) => {
    const tap = taps.get(link.code);
    const product = offerById.get(link.productId);
    const sells = chance(seed, 'conversion', link.code).happens(options.conversion);
    if (tap === undefined || product === undefined || !sells) return [];
    return ownActions(link, tap, product, seed, until);
  });
  const foreign =
    days.length === 0
      ? []
      : foreignActions(seed, currency, Math.min(...days)).filter(({ at }) => at <= until);
  const inOrder = <T extends Action>(actions: T[]): T[] =>
    [...actions].sort((a, b) => a.at - b.at || a.actionId.localeCompare(b.actionId));
  const total = (actions: Action[]): Money =>
    sum(
      actions.map(({ payout }) => payout),
      currency,
    );
  return {
    csv: paystubCsv(inOrder([...ours, ...foreign])),
    truth: {
      ours: inOrder(ours),
      foreign,
      totals: { ours: total(ours), all: total([...ours, ...foreign]) },
    },
  };
}

/** The first visit of each link in which a person went on. */
function firstTaps(clicks: TabRow[]): Map<string, Tap> {
  const taps = new Map<string, Tap>();
  for (const click of recordsOf(clicksTable, clicks)) {
    const { at, code, counted } = click;
    const before = taps.get(code);
    if (!counted || at === null || (before !== undefined && before.at <= at)) continue;
    taps.set(code, { ...click, at });
  }
  return taps;
}

function currencyOf(offers: Product[]): string {
  const [currency = 'USD', ...others] = new Set(offers.map((product) => product.currency));
  if (others.length === 0) return currency;
  throw new Error(`one report, but payments in ${[currency, ...others].join(' and ')}`);
}
