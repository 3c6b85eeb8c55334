import { currencyCode } from '../../core/money';
import { cut, Problem, within } from '../../core/problem';
import type { Statement } from '../../core/revenue/commission';
import { type Answers, answersPrint, parseAnswers } from '../../core/revenue/reports/answers';
import { readReport } from '../../core/revenue/reports/reading';
import type { Report, ReportContext, ReportReading } from '../../core/revenue/reports/report';
import { mappings, products } from '../../core/workbook';
import type { Services } from '../../services';
import { keepRow } from './keep';
import { keepMapping, type ReportSource } from './source';

type ReadServices = Pick<Services, 'sheets'>;

/** What a person says now of a report where it leaves something open. */
interface Said {
  currency?: string | undefined;
  currencies?: Readonly<Record<string, string>> | undefined;
  dates?: 'dmy' | 'mdy' | undefined;
  decimal?: '.' | ',' | undefined;
}

/** What amounts are in that name no currency: of all, and by programme. */
export interface Chosen {
  all: string;
  byProgramme: Map<string, string>;
}

/** What a report says, read as a person says now or said before. */
interface SourceReading {
  reading: ReportReading;
  currency: Chosen;
  /** What was said before and is used now, for the report leaves it open. */
  recalled: Pick<Said, 'dates' | 'decimal'>;
  /** Whether somebody must look: a currency is likely, but nobody has said it. */
  isGuess: boolean;
}

const NO_READING: SourceReading = {
  reading: {
    statements: [],
    refused: [],
    passed: [],
    asks: { currency: [], dates: '', decimal: '' },
  },
  currency: { all: '', byProgramme: new Map() },
  recalled: {},
  isGuess: false,
};

export function readSource(
  services: ReadServices,
  { report, sheet, network }: ReportSource,
  said: Said,
): SourceReading {
  if (report === undefined) return NO_READING;
  const kept = keptAnswers(services, network);
  const { dates, decimal } = said;
  const asSaid: ReportContext = { currency: '', zone: services.sheets.zone(), dates, decimal };
  const first = readReport(report, sheet, asSaid);
  const recalled = recalledFor(report, first, kept);
  const context = { ...asSaid, ...recalled };
  const isRecalled = Object.keys(recalled).length > 0;
  const reading = isRecalled ? readReport(report, sheet, context) : first;
  const { currency: programmes } = reading.asks;
  if (programmes.length === 0) return { ...NO_READING, reading, recalled };
  const currency = chosenFor(services, network, programmes, said, kept);
  const inMoney = { ...context, currency: currency.all, currencies: currency.byProgramme };
  return {
    reading: readReport(report, sheet, inMoney),
    currency,
    recalled,
    isGuess: programmes.some((programme) => kept.currencies[nameOf(programme)] === undefined),
  };
}

/** What only a person can say, and has not yet. */
export function openQuestions(
  { network, title, unknown }: ReportSource,
  { asks, statements }: ReportReading,
): string[] {
  const lacksCurrency = statements.some(({ commission }) => commission.currency === '');
  const it = unknown?.proposal.mapping.network === '' ? 'It' : `${title} of ${network}`;
  return [
    ...(unknown?.proposal.doubts ?? []),
    ...(lacksCurrency ? [`${it} does not say in which currency its amounts are.`] : []),
    ...(asks.dates === '' ? [] : [`“${cut(asks.dates)}” may be read day first or month first.`]),
    ...(asks.decimal === ''
      ? []
      : [`“${cut(asks.decimal)}” may be read with thousands or with decimals.`]),
  ];
}

/** A person agreed: what they said is kept for the next report of its kind. Refused while it is open. */
export function agreeTo(
  services: Pick<Services, 'sheets' | 'clock'>,
  source: ReportSource,
  { reading, currency }: SourceReading,
  said: Said,
): void {
  const open = openQuestions(source, reading);
  if (open.length > 0) throw notClear(open);
  const kept = keptAnswers(services, source.network);
  const next = withSaid(kept, source.report?.id ?? '', reading.asks.currency, currency, said);
  if (JSON.stringify(next) !== JSON.stringify(kept)) {
    keepRow(services, answersPrint(source.network), source.network, next);
  }
  keepMapping(services, source);
}

/**
 * Each row as of when the network says it was changed; one of which it says nothing, as of the last
 * day that the file tells of.
 */
export function dated(statements: Statement[]): Statement[] {
  const last = statements.reduce((latest, { at, asOf = at }) => Math.max(latest, asOf), 0);
  return statements.map((statement) => ({ ...statement, asOf: statement.asOf ?? last }));
}

function keptAnswers({ sheets }: ReadServices, network: string): Answers {
  const [row] = sheets.find(mappings, [answersPrint(network)]);
  return parseAnswers(row?.mapping ?? '');
}

function recalledFor(
  { id }: Report,
  { asks }: ReportReading,
  kept: Answers,
): SourceReading['recalled'] {
  const [dates, decimal] = [kept.dates[id], kept.decimal[id]];
  return {
    ...(asks.dates === '' || dates === undefined ? {} : { dates }),
    ...(asks.decimal === '' || decimal === undefined ? {} : { decimal }),
  };
}

/**
 * The currency of a report that names none: the one said now, else, where nothing was said, the one
 * booked last for this network, else that of all its products where they agree; blank where nobody
 * can tell. The same for each of its programmes, where they differ.
 */
function chosenFor(
  { sheets }: ReadServices,
  network: string,
  programmes: string[],
  { currency, currencies = {} }: Said,
  kept: Answers,
): Chosen {
  const byProgramme = new Map(
    programmes.flatMap((programme) => {
      const said = currencies[programme];
      const isSilent = said === undefined && currency === undefined;
      const known = isSilent ? kept.currencies[nameOf(programme)] : codeFrom(said);
      return known === undefined || known === '' ? [] : [[programme, known] as const];
    }),
  );
  if (currency !== undefined) return { all: codeFrom(currency), byProgramme };
  if (kept.currency !== '') return { all: kept.currency, byProgramme };
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

/** More programmes than anybody joins; a cell holds them. */
const MOST_PROGRAMMES = 400;

function withSaid(
  kept: Answers,
  report: string,
  programmes: string[],
  { all, byProgramme }: Chosen,
  { dates, decimal }: Said,
): Answers {
  const told = programmes.map((name) => [nameOf(name), byProgramme.get(name) ?? all] as const);
  const currencies = Object.entries({ ...kept.currencies, ...Object.fromEntries(told) });
  return {
    currency: all === '' ? kept.currency : all,
    currencies: Object.fromEntries(currencies.slice(-MOST_PROGRAMMES)),
    dates: dates === undefined ? kept.dates : { ...kept.dates, [report]: dates },
    decimal: decimal === undefined ? kept.decimal : { ...kept.decimal, [report]: decimal },
  };
}

/** A programme as it is remembered. */
function nameOf(programme: string): string {
  return cut(programme, 80);
}

function notClear(open: string[]): Problem {
  return new Problem({
    code: 'report-not-clear',
    sentence: open.join(' '),
    remedy: 'Say so above the button, and import it again.',
  });
}
