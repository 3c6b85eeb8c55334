import { Problem } from '../../problem';
import { columnsOf, type Columns } from './columns';
import { habitsOf } from './habits';
import { numbered } from './identity';
import type { PassedRow, Report, ReportContext, ReportReading } from './report';
import { type DraftRow, rowReader, type RowReader } from './row';
import type { Line, Sheet } from './sheet';
import { namesTotal } from './totals';

/**
 * What a report states. The good rows go on; each of the others says why it does not. Throws a
 * `Problem` where the file as a whole cannot be read without guessing.
 */
export function readReport(report: Report, sheet: Sheet, context: ReportContext): ReportReading {
  const columns = columnsOf(report, sheet);
  const lines = sheet.lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const habits = habitsOf(report, columns, lines, context);
  const reader = rowReader(report, sheet, columns, habits, context);
  const drafts: DraftRow[] = [];
  const refused: ReportReading['refused'] = [];
  const passed: PassedRow[] = [];
  const asks = { dates: '', decimal: '' };
  for (const line of lines) {
    try {
      const pass = passFor(report, sheet, columns, reader, line);
      if (pass === undefined) drafts.push(reader.read(line));
      else passed.push(pass);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ row: line.row, why: error.message });
      const { code, value = '' } = error.details;
      if (reader.isDateOpen(line)) asks.dates ||= columns.cell(line, report.at.date);
      if (code === 'amount-ambiguous' || code === 'amount-mixed') asks.decimal ||= value;
    }
  }
  const told = numbered(report, drafts);
  const byRow = (a: { row: number }, b: { row: number }): number => a.row - b.row;
  return {
    statements: told.statements,
    refused: [...refused, ...told.refused].sort(byRow),
    passed: [...passed, ...told.passed].sort(byRow),
    asks: { ...asks, currency: [...reader.unnamed()].sort() },
  };
}

/** Why a line is rightly not booked; undefined for one that is, or is refused. */
function passFor(
  report: Report,
  { header }: Sheet,
  columns: Columns,
  reader: RowReader,
  line: Line,
): PassedRow | undefined {
  const { row, cells } = line;
  if (header.every(({ title }, i) => title === (cells[i] ?? '').trim())) {
    return { row, what: 'other', why: 'It names the columns once more.' };
  }
  const number = columns.cell(line, report.number);
  if (cells.some(namesTotal) && (number === '' || namesTotal(number)) && !reader.hasDate(line)) {
    return { row, what: 'total', why: 'It is a line of sums.' };
  }
  if (report.leavesOut === undefined) return undefined;
  const why = report.leavesOut((column) => columns.cell(line, column), reader.signOf(line));
  return why === '' ? undefined : { row, what: 'other', why };
}
