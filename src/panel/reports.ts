import { dayOf } from '../core/calendar';
import { currencyCode, type Money, showMoney, sum } from '../core/money';
import { cut, Problem, within } from '../core/problem';
import { readSubId } from '../core/referrals/sub-id';
import type { Statement } from '../core/revenue/commission';
import type { Booking } from '../core/revenue/ledger/booking';
import type { Origin } from '../core/revenue/ledger/fact';
import { readReport } from '../core/revenue/reports/reading';
import type { ReportContext, ReportReading, ReportRow } from '../core/revenue/reports/report';
import { products } from '../core/workbook';
import { many } from '../core/words/count';
import { noted } from '../jobs/job';
import { bookStatements, planStatements } from '../jobs/ledger';
import { refresh } from '../jobs/refresh';
import { STATE } from '../jobs/state';
import type { Services } from '../services';
import { withoutRate } from './money';
import type { PanelRequest, ReportPreview } from './protocol';
import { keepMapping, type ReportSource, sourceOf } from './report-source';

type ReportServices = Pick<Services, 'sheets' | 'state' | 'clock' | 'progress'>;
type Request = Extract<PanelRequest, { do: 'importReport' }>;

/** How many rows a preview shows. */
const SHOWN_ROWS = 10;

/** Says what a network's report would book, and books it where `commit` is set. */
export function importReport(services: ReportServices, request: Request): ReportPreview {
  const { name, commit } = request;
  const source = sourceOf(services, request);
  const { reading, currency } = readWith(services, source, request);
  const { statements, refused, passed, asks } = reading;
  const open = openQuestions(source, reading);
  if (commit && open.length > 0) throw notClear(open);
  if (commit) {
    remember(services, source.network, currency);
    keepMapping(services, source);
  }
  const from = `${source.network} ${source.title}: ${cut(name, 80)}`;
  const origin = { kind: 'report' as const, source: from };
  const dated = withAsOf(statements);
  const booking = commit
    ? bookReport(services, dated, origin, refused.length)
    : planStatements(services, dated, origin);
  return {
    committed: commit,
    warning: withoutRate(services, statements),
    network: source.network,
    report: source.title,
    currency: currency.all,
    asksCurrency: asks.currency.length > 0,
    programmes: programmesOf(reading, currency),
    asks: { dates: asks.dates, decimal: asks.decimal },
    mapping: source.unknown?.view ?? null,
    open,
    rows: statements.slice(0, SHOWN_ROWS).map((row) => shown(row, services.sheets.zone())),
    added: booking.added.length,
    changed: booking.changed.length,
    unchanged: booking.unchanged,
    refused,
    passed: passed.map(({ row, why }) => ({ row, why })),
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

const NO_READING: ReportReading = {
  statements: [],
  refused: [],
  passed: [],
  asks: { currency: [], dates: '', decimal: '' },
};

function readWith(
  services: ReportServices,
  { report, sheet, network }: ReportSource,
  request: Request,
): { reading: ReportReading; currency: Chosen } {
  const none: Chosen = { all: '', byProgramme: new Map() };
  if (report === undefined) return { reading: NO_READING, currency: none };
  const context: ReportContext = {
    currency: '',
    zone: services.sheets.zone(),
    dates: request.dates,
    decimal: request.decimal,
  };
  const reading = readReport(report, sheet, context);
  const { currency: programmes } = reading.asks;
  if (programmes.length === 0) return { reading, currency: none };
  const currency = chosenFor(services, network, programmes, request);
  const asked = { ...context, currency: currency.all, currencies: currency.byProgramme };
  return { reading: readReport(report, sheet, asked), currency };
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

function remember({ state }: ReportServices, network: string, { all, byProgramme }: Chosen): void {
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
    number: row.numbers === undefined ? row.externalId : '',
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

/** What only a person can say, and has not yet. */
function openQuestions(
  { network, title, unknown }: ReportSource,
  { asks, statements }: ReportReading,
): string[] {
  const lacksCurrency = statements.some(({ commission }) => commission.currency === '');
  return [
    ...(unknown?.view.doubts ?? []),
    ...(lacksCurrency
      ? [`${title} of ${network} does not say in which currency its amounts are.`]
      : []),
    ...(asks.dates === '' ? [] : [`“${cut(asks.dates)}” may be read day first or month first.`]),
    ...(asks.decimal === ''
      ? []
      : [`“${cut(asks.decimal)}” may be read with thousands or with decimals.`]),
  ];
}

function notClear(open: string[]): Problem {
  return new Problem({
    code: 'report-not-clear',
    sentence: open.join(' '),
    remedy: 'Say so above the button, and import it again.',
  });
}
