import { dayOf, type Instant } from '../core/calendar';
import type { ProblemDetails } from '../core/problem';
import type { OwnAddresses } from '../core/referrals/own-address';
import { attribute } from '../core/revenue/attribution';
import { convert, currenciesWithoutRate } from '../core/revenue/conversion';
import {
  historyChanges,
  marketFormula,
  rateOn,
  type RateOn,
  ratePatches,
} from '../core/revenue/rates';
import { blankRow, type Columns, type Reading } from '../core/schema/table';
import type { Patch } from '../core/schema/writing';
import type { Settings } from '../core/settings';
import {
  type Click,
  type Commission,
  commissions,
  type Link,
  type PastRate,
  pastRates,
  type Product,
  type Rate,
  rates,
} from '../core/workbook';
import type { Sheets } from '../services';

/** What settling the ledger reads; the commissions in it become those that were settled. */
export interface Books {
  commissions: Reading<Commission>;
  links: Reading<Link>;
  clicks: Reading<Click>;
  products: Reading<Product>;
  rates: Reading<Rate>;
  pastRates: Reading<PastRate>;
}

interface Terms {
  own: OwnAddresses;
  settings: Settings;
  now: Instant;
}

/** Attributes and converts what is open in the ledger; says which rates are missing. */
export function settleLedger(sheets: Sheets, books: Books, terms: Terms): ProblemDetails[] {
  const { own, settings, now } = terms;
  const { homeCurrency: home, touch } = settings;
  const zone = sheets.zone();
  const ledger = books.commissions;
  const patches = merged([
    ...attribute(ledger.rows, {
      links: books.links.rows,
      clicks: books.clicks.rows,
      products: books.products.rows,
      own,
      touch,
    }),
    ...convert(ledger.rows, { rateOn: keepRates(sheets, books, terms), home, zone, now }),
  ]);
  sheets.patch(commissions, patches);
  const byId = new Map(patches.map(({ id, set }) => [id, set]));
  ledger.rows = ledger.rows.map((row) => ({ ...row, ...byId.get(row.id) }));
  return askForRates(sheets, books, home);
}

/** Keeps the rates of the day, where they changed; what a currency was worth on any day. */
function keepRates(sheets: Sheets, books: Books, { settings, now }: Terms): RateOn {
  const { homeCurrency: home } = settings;
  const past = books.pastRates.rows;
  const today = dayOf(now, sheets.zone());
  const { added, changed } = historyChanges(books.rates.rows, past, home, today);
  sheets.append(pastRates, added);
  sheets.patch(pastRates, changed);
  const sets = new Map(changed.map(({ id, set }) => [id, set]));
  return rateOn([...past.map((entry) => ({ ...entry, ...sets.get(entry.id) })), ...added], home);
}

/** Makes rows for the currencies without a rate, and sees to the formulas beside the others. */
function askForRates(sheets: Sheets, books: Books, home: string): ProblemDetails[] {
  const missing = currenciesWithoutRate(books.commissions.rows, home);
  const asked = new Set(books.rates.rows.map(({ currency }) => currency));
  const lacking = missing.filter((currency) => !asked.has(currency));
  sheets.append(
    rates,
    lacking.map((currency) => ({
      ...blankRow(rates),
      currency,
      homeCurrency: home,
      market: marketFormula(currency, home),
    })),
  );
  sheets.patch(rates, ratePatches(books.rates.rows, home));
  return missing.map((currency) => ({
    code: 'rate-missing',
    tab: rates.tab,
    column: 'Rate',
    value: currency,
    sentence: `There is no rate for ${currency}, so its commissions are in no sum.`,
    remedy: `Google’s is taken once it stands in the Rates tab; else write there what one ${currency} is worth in ${home}.`,
  }));
}

/** One patch for each row, so that a row is written in one piece. */
function merged<C extends Columns>(patches: Patch<C>[]): Patch<C>[] {
  const byId = new Map<string, Patch<C>>();
  for (const patch of patches) {
    const before = byId.get(patch.id);
    byId.set(patch.id, { ...patch, set: { ...before?.set, ...patch.set } });
  }
  return [...byId.values()];
}
