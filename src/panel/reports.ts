import { dayOf } from '../core/calendar';
import { type Money, showMoney, sum } from '../core/money';
import { readSubId } from '../core/referrals/sub-id';
import type { Statement } from '../core/revenue/commission';
import type { Booking } from '../core/revenue/ledger/booking';
import type { Origin } from '../core/revenue/ledger/fact';
import { ROLE_TITLES, ROLES } from '../core/revenue/reports/mapping';
import { roundingIn } from '../core/revenue/reports/rounding';
import type { ReportReading, ReportRow } from '../core/revenue/reports/report';
import { many } from '../core/words/count';
import { noted } from '../jobs/job';
import { bookStatements, planStatements } from '../jobs/ledger';
import { refresh } from '../jobs/refresh';
import { agreeTo, type Chosen, dated, openQuestions, readSource } from '../jobs/reports/reading';
import { originOf, type ReportSource, sourceOf } from '../jobs/reports/source';
import type { Services } from '../services';
import { settle } from './mailed';
import { withoutRate } from './money';
import type { MappingView, PanelRequest, ReportPreview } from './protocol';

type ReportServices = Pick<Services, 'sheets' | 'state' | 'clock' | 'progress'>;
type Request = Extract<PanelRequest, { do: 'importReport' }>;

/** How many rows a preview shows. */
const SHOWN_ROWS = 10;

/** Says what a network's report would book, and books it where `commit` is set. */
export function importReport(services: ReportServices, request: Request): ReportPreview {
  const { name, commit } = request;
  const source = sourceOf(services, request);
  const found = readSource(services, source, request);
  const { reading, currency, recalled } = found;
  const { statements, refused, passed, asks } = reading;
  if (commit) agreeTo(services, source, found, request);
  const origin = originOf(source, name);
  const booking = commit
    ? bookReport(services, dated(statements), origin, refused.length)
    : planStatements(services, dated(statements), origin);
  if (commit && request.mailed !== undefined) settle(services, request.mailed, 'booked');
  return {
    committed: commit,
    warning: withoutRate(services, statements),
    network: source.network,
    report: source.title,
    currency: currency.all,
    asksCurrency: asks.currency.length > 0,
    programmes: programmesOf(reading, currency),
    asks: { dates: asks.dates, decimal: asks.decimal },
    recalled: { dates: recalled.dates ?? '', decimal: recalled.decimal ?? '' },
    mapping: mappingView(source),
    open: openQuestions(source, reading),
    rows: statements.slice(0, SHOWN_ROWS).map((row) => shown(row, services.sheets.zone())),
    added: booking.added.length,
    changed: booking.changed.length,
    unchanged: booking.unchanged,
    refused,
    passed: passed.map(({ row, why }) => ({ row, why })),
    recognised: statements.filter(({ subId }) => readSubId(subId) !== undefined).length,
    total: totalOf(statements),
    rounding: roundingIn(statements),
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

function mappingView({ unknown, sheet }: ReportSource): MappingView | null {
  if (unknown === undefined) return null;
  const { mapping, choices, doubts } = unknown.proposal;
  return {
    isAgreed: unknown.isAgreed,
    network: mapping.network,
    kind: mapping.kind,
    fields: ROLES.map((role) => ({ role, title: ROLE_TITLES[role], ...choices[role] })),
    headers: sheet.header.map(({ title }) => title).filter((title) => title !== ''),
    doubts,
  };
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
