import type { RefusedRow } from '../src/core/csv';
import { Problem } from '../src/core/problem';
import { recogniseReport } from '../src/core/revenue/imports';
import { readReport } from '../src/core/revenue/reports/reading';
import type {
  Report,
  ReportContext,
  ReportReading,
  ReportRow,
} from '../src/core/revenue/reports/report';
import type { Sheet } from '../src/core/revenue/reports/sheet';
import { type UnknownReport, unknownReport } from '../src/core/revenue/reports/unknown';

/** A row as it would be booked: amounts in minor units, null for what the report does not say. */
interface RowSaid {
  externalId: string;
  at: string;
  status: string;
  sale: number | null;
  commission: number;
  currency: string | null;
  subId: string | null;
}

export interface FileSaid {
  file: string;
  network: string | null;
  /** Whether it could be booked without asking anybody how to read it. */
  certain: boolean;
  why: string;
  rows: RowSaid[];
  /** Every other row but sums and blank lines. */
  refused: RefusedRow[];
}

type Said = Omit<FileSaid, 'file'>;

/** What a report's file says; one that cannot be read without guessing says why, and has no rows. */
export function sayReport(name: string, csv: string, context: ReportContext): Said {
  try {
    const found = recogniseReport(csv);
    return found === undefined ? sayUnknown(name, csv, context) : sayKnown(found, context);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { network: null, certain: false, why: error.message, rows: [], refused: [] };
  }
}

function sayKnown(found: { report: Report; sheet: Sheet }, context: ReportContext): Said {
  const { network, title, known } = found.report;
  try {
    const reading = readReport(found.report, found.sheet, context);
    const open = openQuestions(reading);
    return {
      network,
      certain: reading.asks.dates === '' && reading.asks.decimal === '',
      why: [`It has the columns of ${network}, ${title}: ${known.join(', ')}.`, ...open].join(' '),
      ...rowsOf(reading),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      network,
      certain: false,
      why: error.message,
      ...allRefused(found.sheet, error.message),
    };
  }
}

function sayUnknown(name: string, csv: string, context: ReportContext): Said {
  const { sheet, report, proposal } = unknownReport(name, csv);
  const { mapping, choices, doubts } = proposal;
  const reasons = Object.values(choices)
    .filter(({ column }) => column !== '')
    .map(({ column, why }) => `“${column}” because ${why}`);
  const intro = `No known report has these columns. Proposed: ${reasons.join('; ') || 'nothing'}.`;
  const network = mapping.network || null;
  // A name and a state can be said later; money, identity and the day cannot be shown unsettled.
  const settled = Object.values(choices).every(({ doubt }) => doubt === '');
  if (report === undefined || !settled) {
    const why = [intro, ...doubts].join(' ');
    return { network, certain: false, why, ...allRefused(sheet, doubts.join(' ')) };
  }
  const reading = readReport(report, sheet, context);
  const why = [intro, ...doubts, ...openQuestions(reading)].join(' ');
  return { network, certain: false, why, ...rowsOf(reading) };
}

function openQuestions({ asks }: ReportReading): string[] {
  return [
    ...(asks.currency.length > 0
      ? ['It names no currency for some amounts: that is asked before they are booked.']
      : []),
    ...(asks.dates === '' ? [] : [`“${asks.dates}” may be read day first or month first.`]),
    ...(asks.decimal === ''
      ? []
      : [`“${asks.decimal}” may be read with thousands or with decimals.`]),
  ];
}

function rowsOf(reading: ReportReading): Pick<Said, 'rows' | 'refused'> {
  const left = reading.passed.filter(({ what }) => what !== 'total');
  const refused = [...reading.refused, ...left].map(({ row, why }) => ({ row, why }));
  return {
    rows: reading.statements.map(rowSaid),
    refused: refused.sort((a, b) => a.row - b.row),
  };
}

function rowSaid({ externalId, at, status, sale, commission, subId }: ReportRow): RowSaid {
  return {
    externalId,
    at: new Date(at).toISOString(),
    status,
    sale: sale?.minor ?? null,
    commission: commission.minor,
    currency: commission.currency || null,
    subId: subId || null,
  };
}

function allRefused(
  { lines }: UnknownReport['sheet'],
  why: string,
): Pick<Said, 'rows' | 'refused'> {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { rows: [], refused: filled.map(({ row }) => ({ row, why })) };
}
