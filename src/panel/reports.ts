import { dayOf } from '../core/calendar';
import { currencyCode, type Money, showMoney, sum } from '../core/money';
import { cut, Problem, within } from '../core/problem';
import { readSubId } from '../core/referrals/sub-id';
import type { Statement } from '../core/revenue/commission';
import { IMPORTERS, recogniseReport } from '../core/revenue/imports';
import type { Booking } from '../core/revenue/ledger/booking';
import type { Origin } from '../core/revenue/ledger/fact';
import { readReport } from '../core/revenue/reports/reading';
import type {
  Report,
  ReportContext,
  ReportReading,
  ReportRow,
} from '../core/revenue/reports/report';
import type { Sheet } from '../core/revenue/reports/sheet';
import { products } from '../core/workbook';
import { many } from '../core/words/count';
import { noted } from '../jobs/job';
import { bookStatements, planStatements } from '../jobs/ledger';
import { refresh } from '../jobs/refresh';
import { STATE } from '../jobs/state';
import type { Services } from '../services';
import { withoutRate } from './money';
import type { PanelRequest, ReportPreview } from './protocol';

type ReportServices = Pick<Services, 'sheets' | 'state' | 'clock' | 'progress'>;
type Request = Extract<PanelRequest, { do: 'importReport' }>;

/** How many rows a preview shows. */
const SHOWN_ROWS = 10;

/** Says what a network's report would book, and books it where `commit` is set. */
export function importReport(services: ReportServices, request: Request): ReportPreview {
  const { sheets } = services;
  const { name, csv, commit } = request;
  const found = recogniseReport(csv);
  if (found === undefined) throw unknownReport(name);
  const { report, reading, currency } = readWith(services, found, request);
  if (commit) {
    assertClear(report, reading);
    remember(services, report, currency);
  }
  const { statements, refused } = reading;
  const source = `${report.network} ${report.title}: ${cut(name, 80)}`;
  const origin = { kind: 'report' as const, source };
  const dated = withAsOf(statements);
  const booking = commit
    ? bookReport(services, dated, origin, refused.length)
    : planStatements(services, dated, origin);
  return {
    committed: commit,
    warning: withoutRate(services, statements),
    network: report.network,
    report: report.title,
    currency: currency.all,
    asksCurrency: reading.asks.currency.length > 0,
    programmes: programmesOf(reading, currency),
    asks: { dates: reading.asks.dates, decimal: reading.asks.decimal },
    rows: statements.slice(0, SHOWN_ROWS).map((row) => shown(row, sheets.zone())),
    added: booking.added.length,
    changed: booking.changed.length,
    unchanged: booking.unchanged,
    refused,
    passed: reading.passed.map(({ row, why }) => ({ row, why })),
    recognised: statements.filter(({ subId }) => readSubId(subId) !== undefined).length,
    total: totalOf(statements),
  };
}

function bookReport(
  services: ReportServices,
  statements: Statement[],
  origin: Origin,
  refused: number,
): Booking {
  let booking: Booking | undefined;
  noted('import report', services, () => {
    booking = bookStatements(services, statements, origin);
    const { added, changed, unchanged } = booking;
    const { problem } = refresh(services);
    const done = `${many(added.length, 'commission')} added, ${changed.length} changed, ${unchanged} unchanged, ${refused} refused`;
    return { done, ...(problem === undefined ? {} : { problem }) };
  });
  if (booking === undefined) throw new Error('nothing was booked');
  return booking;
}

/** A file says of all its rows how they stood on the last day that it tells of. */
function withAsOf(statements: Statement[]): Statement[] {
  const last = statements.reduce((latest, { at, asOf = at }) => Math.max(latest, asOf), 0);
  return statements.map((statement) => ({ ...statement, asOf: last }));
}

/** What amounts are in that name no currency: of all, and by programme. */
interface Chosen {
  all: string;
  byProgramme: Map<string, string>;
}

function readWith(
  services: ReportServices,
  { report, sheet }: { report: Report; sheet: Sheet },
  request: Request,
): { report: Report; reading: ReportReading; currency: Chosen } {
  const context: ReportContext = {
    currency: '',
    zone: services.sheets.zone(),
    dates: request.dates,
    decimal: request.decimal,
  };
  const reading = readReport(report, sheet, context);
  const { currency: programmes } = reading.asks;
  const none: Chosen = { all: '', byProgramme: new Map() };
  if (programmes.length === 0) return { report, reading, currency: none };
  const currency = chosenFor(services, report.network, programmes, request);
  const asked = { ...context, currency: currency.all, currencies: currency.byProgramme };
  return { report, reading: readReport(report, sheet, asked), currency };
}

/**
 * The currency of a report that names none: the one chosen now, else, where nothing was said, the
 * one booked last for this network, else that of all its products where they agree; blank where
 * nobody can tell. The same for each of its programmes, where they differ.
 */
function chosenFor(
  { sheets, state }: ReportServices,
  network: string,
  programmes: string[],
  { currency, currencies = {} }: Request,
): Chosen {
  const byProgramme = new Map(
    programmes.flatMap((programme) => {
      const said = currencies[programme];
      const known =
        said === undefined && currency === undefined
          ? state.get(programmeState(network, programme))
          : codeFrom(said);
      return known === undefined || known === '' ? [] : [[programme, known] as const];
    }),
  );
  if (currency !== undefined) return { all: codeFrom(currency), byProgramme };
  const remembered = state.get(STATE.reportCurrency + network);
  if (remembered !== undefined) return { all: remembered, byProgramme };
  const used = new Set(
    sheets
      .read(products)
      .rows.filter((product) => product.network === network && product.currency !== '')
      .map((product) => product.currency),
  );
  const [only = ''] = used;
  return { all: used.size === 1 ? only : '', byProgramme };
}

function codeFrom(said = ''): string {
  return said.trim() === '' ? '' : within('Currency', () => currencyCode(said));
}

function programmeState(network: string, programme: string): string {
  return `${STATE.reportCurrency}${network} / ${cut(programme, 80)}`;
}

function remember(
  { state }: ReportServices,
  { network }: Report,
  { all, byProgramme }: Chosen,
): void {
  const set = (name: string, value: string): void => {
    if (value !== '' && state.get(name) !== value) state.set(name, value);
  };
  set(STATE.reportCurrency + network, all);
  for (const [programme, currency] of byProgramme) {
    set(programmeState(network, programme), currency);
  }
}

/** Only where there are several can their currencies differ. */
function programmesOf(
  { asks }: ReportReading,
  { all, byProgramme }: Chosen,
): ReportPreview['programmes'] {
  if (asks.currency.length < 2) return [];
  return asks.currency.map((name) => ({ name, currency: byProgramme.get(name) ?? all }));
}

function shown(row: ReportRow, zone: string): ReportPreview['rows'][number] {
  return {
    day: dayOf(row.at, zone),
    number: row.externalId,
    status: row.status,
    sale: row.sale === null ? '' : amountOf(row.sale),
    commission: amountOf(row.commission),
    subId: row.subId,
  };
}

/** An amount whose currency nobody has said yet is a bare number. */
function amountOf(amount: Money): string {
  return amount.currency === '' ? (amount.minor / 100).toFixed(2) : showMoney(amount, 'en');
}

/** The sum of each currency; blank while a currency is not chosen. */
function totalOf(statements: ReportRow[]): string {
  const amounts: Money[] = statements.map(({ commission }) => commission);
  const currencies = [...new Set(amounts.map(({ currency }) => currency))].sort();
  if (currencies.includes('')) return '';
  return currencies
    .map((currency) =>
      sum(
        amounts.filter((amount) => amount.currency === currency),
        currency,
      ),
    )
    .map((amount) => showMoney(amount, 'en'))
    .join(' and ');
}

/** Throws a `Problem` while something is open that only a person can say. */
function assertClear({ network, title }: Report, { asks, statements }: ReportReading): void {
  if (statements.some(({ commission }) => commission.currency === '')) {
    throw new Problem({
      code: 'currency-needed',
      column: 'Currency',
      sentence: `${network}’s ${title} does not say in which currency its amounts are.`,
      remedy: `Choose the currency that ${network} pays you in, and import it again.`,
    });
  }
  if (asks.dates !== '') {
    throw new Problem({
      code: 'dates-needed',
      column: 'Dates',
      value: asks.dates,
      sentence: `“${cut(asks.dates)}” may be read in two ways, and nothing in the report tells which.`,
      remedy: 'Say whether the day or the month comes first, and import it again.',
    });
  }
  if (asks.decimal !== '') {
    throw new Problem({
      code: 'decimal-needed',
      column: 'Amounts',
      value: asks.decimal,
      sentence: `“${cut(asks.decimal)}” may be read in two ways, and nothing in the report tells which.`,
      remedy: 'Say which sign stands before the decimals, and import it again.',
    });
  }
}

function unknownReport(name: string): Problem {
  return new Problem({
    code: 'report-unknown',
    sentence: `“${cut(name)}” is not a report that Perennial knows.`,
    remedy: `It can read: ${IMPORTERS.map((known) => `${known.network}’s ${known.title}`).join('; ')}. Export it as CSV with all columns.`,
  });
}
