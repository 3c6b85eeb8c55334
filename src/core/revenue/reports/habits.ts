import { minorDigits } from '../../money';
import { agreedDecimal, type DecimalSign, decimalTold, isSurelyFine } from './amounts';
import { amountsOf, type Columns, datesOf } from './columns';
import { agreedOrder, type DateOrder } from './dates';
import type { Report, ReportContext } from './report';
import type { Line } from './sheet';

/** How a file writes amounts and dates, as far as its own cells, a person or the network tell. */
export interface Habits {
  /** The sign to read an amount by; undefined where it may be read in two ways. */
  decimalOf: (text: string, currency: string) => DecimalSign | undefined;
  order: DateOrder | undefined;
  /** Whether an amount with more decimals than its currency is meant so, and no thousand misread. */
  isFine: (text: string, currency: string) => boolean;
}

/** What the cells of a file agree on, then what a person said, then what the network is known to write. */
export function habitsOf(
  report: Report,
  columns: Columns,
  lines: Line[],
  context: ReportContext,
): Habits {
  const dates = cellsOf(
    lines,
    columns,
    datesOf(report).map(({ date }) => date),
  );
  const amounts = cellsOf(lines, columns, amountsOf(report));
  const order = agreedOrder(dates) ?? context.dates ?? report.dates;
  const { sign, isMixed } = agreedDecimal(amounts);
  const agreed = sign ?? context.decimal ?? (isMixed ? report.decimal : undefined);
  const decimalOf = (text: string, currency: string): DecimalSign | undefined =>
    agreed ?? byNetwork(text, currency, report.decimal);
  const hasFine = amounts.some(isSurelyFine);
  // In a currency without decimals, decimals tell rather of another currency.
  const isFine = (text: string, currency: string): boolean =>
    minorDigits(currency) > 0 && (hasFine || isSurelyFine(text));
  return { decimalOf, order, isFine };
}

/**
 * The network's own sign settles an amount that may be read in two ways only where it then has
 * thousands, or as many decimals as its currency: `1.234` USD stays open.
 */
function byNetwork(
  text: string,
  currency: string,
  usual: DecimalSign | undefined,
): DecimalSign | undefined {
  if (usual === undefined || decimalTold(text) !== 'either') return usual;
  return text.includes(usual) && minorDigits(currency) < 3 ? undefined : usual;
}

function cellsOf(lines: Line[], columns: Columns, names: readonly string[]): string[] {
  const there = [...new Set(names)].filter(columns.has);
  return lines.flatMap((line) => there.map((name) => columns.cell(line, name)));
}
