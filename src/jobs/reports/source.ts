import { cut, Problem } from '../../core/problem';
import { IMPORTERS, recogniseReport } from '../../core/revenue/imports';
import type { Origin } from '../../core/revenue/ledger/fact';
import { type Mapping, parseMapping } from '../../core/revenue/reports/mapping';
import type { Proposal, Settled } from '../../core/revenue/reports/proposal';
import type { Report } from '../../core/revenue/reports/report';
import type { Sheet } from '../../core/revenue/reports/sheet';
import { type UnknownReport, unknownReport } from '../../core/revenue/reports/unknown';
import { mappings } from '../../core/workbook';
import type { Services } from '../../services';
import { keepRow } from './keep';

/** A report's file and how to read it. */
export interface ReportSource {
  sheet: Sheet;
  network: string;
  title: string;
  /** Undefined while it cannot be told which column is what. */
  report: Report | undefined;
  /** Set where nobody knows the report; `isAgreed` once a person agreed to how it is read. */
  unknown: { print: string; proposal: Proposal; isAgreed: boolean } | undefined;
}

type SourceServices = Pick<Services, 'sheets'>;

/**
 * The report that a file is: a known one, else as it was agreed before or is settled now, else as
 * proposed. Throws a `Problem` for what is no report.
 */
export function sourceOf(
  services: SourceServices,
  { name, csv, mapping }: { name: string; csv: string; mapping?: Settled | undefined },
): ReportSource {
  const known = recogniseReport(csv);
  if (known !== undefined) {
    const { report, sheet } = known;
    return { sheet, report, network: report.network, title: report.title, unknown: undefined };
  }
  const proposed = unknownReport(name, csv, mapping);
  if (proposed.sheet.header.length < 2) throw noReport(name);
  const agreed = mapping === undefined ? agreedBefore(services, proposed.print) : undefined;
  return agreed === undefined
    ? unknownSource(proposed, false)
    : unknownSource(unknownReport(name, csv, agreed), true);
}

/** Where a file's rows come from, as the ledger names it. */
export function originOf({ network, title }: ReportSource, name: string): Origin {
  return { kind: 'report', source: `${network} ${title}: ${cut(name, 80)}` };
}

/** Keeps how an unknown report is read, for the next of its kind. */
export function keepMapping(
  services: Pick<Services, 'sheets' | 'clock'>,
  { unknown }: ReportSource,
): void {
  if (unknown === undefined || unknown.isAgreed) return;
  const { print, proposal } = unknown;
  keepRow(services, print, proposal.mapping.network, proposal.mapping);
}

function agreedBefore({ sheets }: SourceServices, print: string): Mapping | undefined {
  const [row] = sheets.find(mappings, [print]);
  return row === undefined ? undefined : parseMapping(row.mapping);
}

function unknownSource(
  { sheet, print, proposal, report }: UnknownReport,
  isAgreed: boolean,
): ReportSource {
  const network = proposal.mapping.network === '' ? 'Whoever pays' : proposal.mapping.network;
  return { sheet, report, network, title: 'report', unknown: { print, proposal, isAgreed } };
}

function noReport(name: string): Problem {
  return new Problem({
    code: 'report-unknown',
    sentence: `“${cut(name)}” is not a report: it has no columns.`,
    remedy: `Perennial knows ${IMPORTERS.map(({ network, title }) => `${title} of ${network}`).join('; ')}, and asks about any other table. Export it as CSV with all columns.`,
  });
}
