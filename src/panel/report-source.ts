import { cut, Problem } from '../core/problem';
import { IMPORTERS, recogniseReport } from '../core/revenue/imports';
import { type Mapping, parseMapping, ROLE_TITLES, ROLES } from '../core/revenue/reports/mapping';
import type { Settled } from '../core/revenue/reports/proposal';
import type { Report } from '../core/revenue/reports/report';
import type { Sheet } from '../core/revenue/reports/sheet';
import { type UnknownReport, unknownReport } from '../core/revenue/reports/unknown';
import { mappings } from '../core/workbook';
import type { Services } from '../services';
import type { MappingView } from './protocol';

/** A report's file and how to read it. */
export interface ReportSource {
  sheet: Sheet;
  network: string;
  title: string;
  /** Undefined while it cannot be told which column is what. */
  report: Report | undefined;
  /** Set where nobody knows the report and a person must agree to how it is read. */
  unknown: { print: string; mapping: Mapping; view: MappingView } | undefined;
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
  return unknownSource(
    agreed === undefined ? proposed : unknownReport(name, csv, agreed),
    agreed !== undefined,
  );
}

/** Keeps how an unknown report is read, for the next of its kind. */
export function keepMapping(
  { sheets, clock }: Pick<Services, 'sheets' | 'clock'>,
  { unknown }: ReportSource,
): void {
  if (unknown === undefined || unknown.view.isAgreed) return;
  const kept = { network: unknown.mapping.network, mapping: JSON.stringify(unknown.mapping) };
  const row = { print: unknown.print, ...kept, agreed: clock.now() };
  if (sheets.append(mappings, [row]).length > 0) return;
  sheets.patch(mappings, [{ id: unknown.print, set: { ...kept, agreed: row.agreed } }]);
}

function agreedBefore({ sheets }: SourceServices, print: string): Mapping | undefined {
  const [row] = sheets.find(mappings, [print]);
  return row === undefined ? undefined : parseMapping(row.mapping);
}

function unknownSource(
  { sheet, print, proposal, report }: UnknownReport,
  isAgreed: boolean,
): ReportSource {
  const { mapping, choices, doubts } = proposal;
  const view: MappingView = {
    isAgreed,
    network: mapping.network,
    kind: mapping.kind,
    fields: ROLES.map((role) => ({ role, title: ROLE_TITLES[role], ...choices[role] })),
    headers: sheet.header.map(({ title }) => title).filter((title) => title !== ''),
    doubts,
  };
  const network = mapping.network === '' ? 'Whoever pays' : mapping.network;
  return { sheet, report, network, title: 'report', unknown: { print, mapping, view } };
}

function noReport(name: string): Problem {
  return new Problem({
    code: 'report-unknown',
    sentence: `“${cut(name)}” is not a report: it has no columns.`,
    remedy: `Perennial knows ${IMPORTERS.map(({ network, title }) => `${title} of ${network}`).join('; ')}, and asks about any other table. Export it as CSV with all columns.`,
  });
}
