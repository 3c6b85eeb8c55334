import { recogniseReport } from '../../src/core/revenue/imports';
import { readReport } from '../../src/core/revenue/reports/reading';
import type { Report, ReportContext, ReportReading } from '../../src/core/revenue/reports/report';

/** What a known report's file says, in a workbook whose zone is Taipei and who is paid in dollars. */
export function readCsv(
  csv: string,
  given: Partial<ReportContext> = {},
): ReportReading & { report: Report } {
  const found = recogniseReport(csv);
  if (found === undefined) throw new Error('not recognised');
  const context = { currency: 'USD', zone: 'Asia/Taipei', ...given };
  return { report: found.report, ...readReport(found.report, found.sheet, context) };
}
