import { fromDecimal, isFiner, type Money, nearest } from '../../money';
import { Problem, within } from '../../problem';
import type { Statement } from '../commission';
import { currencySaid, readAmount } from './amounts';
import type { Columns } from './columns';
import { agreedCurrency } from './currency-signs';
import type { Habits } from './habits';
import type { Report, ReportContext } from './report';
import type { Line, Sheet } from './sheet';

export interface MoneyReader {
  /** What a row pays and what was sold; throws a `Problem` for an amount that cannot be read. */
  read: (line: Line) => Pick<Statement, 'commission' | 'sale' | 'exact'>;
  /** Below 0 for money that went out, 0 where there is no amount. */
  signOf: (line: Line) => number;
  /** The programmes of the rows read so far whose amounts name no currency. */
  unnamed: () => ReadonlySet<string>;
}

/** An amount in whole minor units; `exact` is blank where nothing was rounded. */
interface Amount {
  money: Money;
  exact: string;
}

export function moneyReader(
  report: Report,
  sheet: Sheet,
  { cell, hint }: Columns,
  habits: Habits,
  context: ReportContext,
): MoneyReader {
  const unnamed = new Set<string>();
  const amountOf = (line: Line, column: string, currency: string): Amount => {
    const text = cell(line, column);
    return within(column, () => {
      const decimal = readAmount(text, habits.decimalOf(text, currency));
      return isFiner(decimal, currency) && habits.isFine(text, currency)
        ? { money: nearest(decimal, currency), exact: decimal }
        : { money: fromDecimal(decimal, currency), exact: '' };
    });
  };
  /** The column's, or what stands beside the amount or in its title; then the file's; then a person's. */
  const currencyOf = (line: Line): string => {
    const { commission, currency, dollar = '' } = report;
    const said = [cell(line, currency), currencySaid(cell(line, commission)), hint(commission)];
    const named = agreedCurrency(said);
    if (named !== '') return named;
    if (sheet.currency !== '') return agreedCurrency([...said, sheet.currency]);
    if (dollar !== '' && said.includes('$')) return agreedCurrency([...said, dollar]);
    const programme = cell(line, report.programme);
    unnamed.add(programme);
    const chosen = context.currencies?.get(programme) ?? context.currency;
    return agreedCurrency([...said, chosen]);
  };
  const saleOf = (line: Line, currency: string): Amount | null => {
    const { sale } = report;
    const text = cell(line, sale);
    if (sale === undefined || text === '') return null;
    const amount = amountOf(line, sale, currency);
    const said = [currencySaid(text), hint(sale)];
    // Sale and commission share one currency in the ledger: a sale in another one is left unknown.
    return agree([...said, currency]) ? amount : null;
  };
  return {
    read: (line) => {
      const currency = within(report.currency ?? report.commission, () => currencyOf(line));
      const commission = amountOf(line, report.commission, currency);
      const sale = saleOf(line, currency);
      const exact = { commission: commission.exact, sale: sale?.exact ?? '' };
      return {
        commission: commission.money,
        sale: sale?.money ?? null,
        ...(exact.commission + exact.sale === '' ? {} : { exact }),
      };
    },
    signOf: (line) => {
      const text = cell(line, report.commission);
      if (digitsBesideZero(text) === '') return 0;
      return /^\(|-|\u2212/.test(text) ? -1 : 1;
    },
    unnamed: () => unnamed,
  };
}

/** An amount's digits other than zero; blank where it is nothing. */
function digitsBesideZero(text: string): string {
  return text.replace(/[^1-9]/g, '');
}

function agree(said: string[]): boolean {
  try {
    agreedCurrency(said);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
