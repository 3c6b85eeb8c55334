import type { Day } from '../calendar';
import { groupedBy } from '../group';
import type { RateTable } from '../money';
import type { Patch } from '../schema/writing';
import type { PastRate, pastRates, Rate, rates } from '../workbook';

/** What one unit of a currency was worth at home on a day; undefined where nobody knows. */
export type RateOn = (currency: string, day: Day) => number | undefined;

/** What one unit of each currency is worth at home now: as a person wrote it, else as Google says. */
export function rateTable(rows: Rate[], home: string): RateTable {
  return new Map(
    rows.flatMap((row) => {
      if (row.homeCurrency !== '' && row.homeCurrency !== home) return [];
      const rate = row.rate ?? (typeof row.market === 'number' ? row.market : null);
      return rate === null || rate <= 0 ? [] : [[row.currency, rate]];
    }),
  );
}

/** The formula that asks Google for a pair; both are ISO codes. */
export function marketFormula(currency: string, home: string): string {
  return `=GOOGLEFINANCE("CURRENCY:${currency}${home}")`;
}

/**
 * What each rate is given in and the formula beside it; a rate for another home currency is emptied.
 */
export function ratePatches(rows: Rate[], home: string): Patch<typeof rates.columns>[] {
  return rows.flatMap(({ currency, homeCurrency, market }) => {
    if (homeCurrency === home && market !== null) return [];
    const isOther = homeCurrency !== home && homeCurrency !== '';
    const set = { homeCurrency: home, market: marketFormula(currency, home) };
    const emptied = isOther ? { rate: null, asOf: '' } : {};
    return [{ id: currency, expect: { homeCurrency }, set: { ...set, ...emptied } }];
  });
}

/** What the history of rates needs so that it holds the rates of now: only where one changed. */
export function historyChanges(
  rows: Rate[],
  past: PastRate[],
  home: string,
  today: Day,
): { added: PastRate[]; changed: Patch<typeof pastRates.columns>[] } {
  const known = rateTable(rows, home);
  const history = historyOf(past, home);
  const byId = new Map(past.map((entry) => [entry.id, entry]));
  const added: PastRate[] = [];
  const changed: Patch<typeof pastRates.columns>[] = [];
  for (const { currency, rate: byHand, asOf } of rows) {
    const rate = known.get(currency);
    const day = byHand === null || asOf === '' || asOf > today ? today : asOf;
    const before = lastUpTo(history.get(currency) ?? [], day);
    if (rate === undefined || before?.rate === rate) continue;
    const id = `${currency} ${home} ${day}`;
    const found = byId.get(id);
    if (found === undefined) added.push({ id, currency, day, rate, homeCurrency: home });
    else if (found.rate !== rate) changed.push({ id, expect: { rate: found.rate }, set: { rate } });
  }
  return { added, changed };
}

/** The rate of a day: the last one up to it, else the first after it. */
export function rateOn(past: PastRate[], home: string): RateOn {
  const history = historyOf(past, home);
  return (currency, day) => {
    const entries = history.get(currency) ?? [];
    return (lastUpTo(entries, day) ?? entries[0])?.rate ?? undefined;
  };
}

/** The past rates of each currency in order of their days. */
function historyOf(past: PastRate[], home: string): Map<string, PastRate[]> {
  const own = past.filter(({ homeCurrency, rate }) => homeCurrency === home && rate !== null);
  own.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return groupedBy(own, ({ currency }) => currency);
}

function lastUpTo(entries: PastRate[], day: Day): PastRate | undefined {
  return entries.filter((entry) => entry.day <= day).pop();
}
