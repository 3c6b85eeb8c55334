import type { Instant } from '../../calendar';
import { cut, Problem, within } from '../../problem';
import { readSubId } from '../../referrals/sub-id';
import type { CommissionStatus } from '../commission';
import { readAmount } from './amounts';
import { amountsOf, type Columns, datesOf } from './columns';
import { instantOf, type ReadDate, readDateAndTime } from './dates';
import type { Habits } from './habits';
import { type MoneyReader, moneyReader } from './row-money';
import type { Report, ReportContext, ReportRow, When } from './report';
import type { Line, Sheet } from './sheet';
import { zoneOf } from './zones';

/** A row before it has its id. */
export interface DraftRow {
  stated: Omit<ReportRow, 'externalId' | 'numbers'>;
  /** The network's own number; blank where it gives none. */
  number: string;
  /** What tells it apart where it has no number, however the file is written. */
  key: string[];
  /** It takes back all of a commission or a part. */
  isReversal: boolean;
}

export interface RowReader {
  /** Throws a `Problem` for a row that cannot be booked. */
  read: (line: Line) => DraftRow;
  hasDate: (line: Line) => boolean;
  /** Whether its date may be read in two ways. */
  isDateOpen: (line: Line) => boolean;
  /** Below 0 for money that went out, 0 where there is no amount. */
  signOf: (line: Line) => number;
  /** The programmes of the rows read so far whose amounts name no currency. */
  unnamed: MoneyReader['unnamed'];
}

/** Reads a report's rows one by one. */
export function rowReader(
  report: Report,
  sheet: Sheet,
  columns: Columns,
  habits: Habits,
  context: ReportContext,
): RowReader {
  const money = moneyReader(report, sheet, columns, habits, context);
  const { cell } = columns;
  const dateHabits = { order: habits.order, hasShortYears: report.shortYears === true };
  const dateOf = (line: Line, { date, time }: When): ReadDate =>
    within(date, () => readDateAndTime(cell(line, date), cell(line, time), dateHabits));
  const whenOf = (line: Line, when: When): Instant => {
    const read = dateOf(line, when);
    const zone = zoneBeside(cell(line, when.zone)) ?? zoneOf(columns.hint(when.date));
    return within(when.date, () => instantOf(read, zone ?? when.in ?? sheet.zone ?? context.zone));
  };
  const keyOf = (line: Line): string[] =>
    (report.key ?? []).map((column) => {
      const said = cell(line, column);
      if (said === '') return '';
      const when = datesOf(report).find(({ date }) => date === column);
      if (when !== undefined) return dateOf(line, when).local;
      if (!amountsOf(report).includes(column)) return said.replace(/\s+/g, ' ');
      const decimal = within(column, () => readAmount(said, habits.decimalOf(said, '')));
      return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
    });
  const said = (
    name: 'corrects' | 'order' | 'customer' | 'programme',
    column: string | undefined,
    line: Line,
  ): Partial<Pick<ReportRow, typeof name>> => {
    const text = cell(line, column);
    return text === '' ? {} : { [name]: text };
  };
  const read = (line: Line): DraftRow => {
    assertWidth(line, sheet);
    const number = cell(line, report.number);
    if (number === '' && report.key === undefined) throw noNumber(report.number ?? '');
    const { commission, sale, exact } = money.read(line);
    const asOf = cell(line, report.asOf?.date) === '' ? undefined : report.asOf;
    return {
      number,
      key: number === '' ? keyOf(line) : [],
      isReversal: commission.minor < 0 || (sale?.minor ?? 0) < 0,
      stated: {
        row: line.row,
        network: report.network,
        at: whenOf(line, report.at),
        status: statusOf(report, columns, line),
        sale,
        commission,
        ...(exact === undefined ? {} : { exact }),
        subId: markOf(report, columns, line),
        ...said('corrects', report.original, line),
        ...said('order', report.order, line),
        ...said('customer', report.customer, line),
        ...said('programme', report.programme, line),
        ...(asOf === undefined ? {} : { asOf: whenOf(line, asOf) }),
      },
    };
  };
  /** A date that may be read in two ways is one, too. */
  const dateIn = (line: Line): 'date' | 'open' | 'none' => {
    try {
      dateOf(line, report.at);
      return 'date';
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.details.code === 'date-ambiguous' ? 'open' : 'none';
    }
  };
  return {
    read,
    hasDate: (line) => ['date', 'open'].includes(dateIn(line)),
    isDateOpen: (line) => dateIn(line) === 'open',
    signOf: money.signOf,
    unnamed: money.unnamed,
  };
}

function statusOf({ status }: Report, { cell }: Columns, line: Line): CommissionStatus {
  if (typeof status === 'string') return status;
  const said = cell(line, status.column);
  const found = status.means[said.toLowerCase().replace(/[\s_-]+/g, ' ')];
  if (found !== undefined) return found;
  throw new Problem({
    code: 'status-unknown',
    column: status.column,
    sentence: `${status.column}: “${cut(said)}” is not a state that Perennial knows.`,
    remedy: `It knows ${Object.keys(status.means).join(', ')}.`,
  });
}

/** What came back in the first column that carries a mark of ours, else in the first that has anything. */
function markOf({ marks = [] }: Report, { cell }: Columns, line: Line): string {
  const said = marks.map((column) => cell(line, column)).filter((mark) => mark !== '');
  return said.find((mark) => readSubId(mark) !== undefined) ?? said[0] ?? '';
}

/** More cells than the header has: an amount's comma parted it, and all behind stands one off. */
function assertWidth({ cells }: Line, { header }: Sheet): void {
  if (cells.slice(header.length).every((cell) => cell.trim() === '')) return;
  throw new Problem({
    code: 'row-too-wide',
    sentence: `The row has ${cells.length} cells, where the header names ${header.length}.`,
    remedy: 'Export the report anew: a comma within a cell was taken for its end.',
  });
}

function zoneBeside(named: string): string | undefined {
  const zone = zoneOf(named);
  if (named === '' || zone !== undefined) return zone;
  throw new Problem({
    code: 'zone-unknown',
    sentence: `“${cut(named)}” is not a time zone that means one thing.`,
    remedy: 'Export the report with times in UTC.',
  });
}

function noNumber(column: string): Problem {
  return new Problem({
    code: 'no-number',
    column,
    sentence: `The row has no ${column}.`,
    remedy: 'Export the report with that column filled; without it a sale could be booked twice.',
  });
}
