import { parseInstant } from '../../calendar';
import type { RefusedRow } from '../../csv';
import { parseAmount } from '../../money';
import { cut, Problem, within } from '../../problem';
import { readSubId } from '../../referrals/sub-id';
import type { Statement } from '../commission';
import type { Importer, ReportContext } from './importer';

const NEEDED = ['Paystub Id', 'Action Id', 'Sale Amount', 'Payout', 'Action Date'];
/** Where our mark may come back; the first is where we put it. */
const MARKS = ['Sub Id 1', 'Sub Id 2', 'Sub Id 3', 'Shared Id'];

/**
 * Impact's paystub report: actions that were paid, told apart by Action Id. Header from
 * impact helpdesk article 155000002735; it names no currency.
 */
export const impactPaystub: Importer = {
  id: 'impact-paystub',
  network: 'Impact',
  title: 'paystub report',
  asksCurrency: true,
  recognises: (header) => NEEDED.every((name) => header.includes(name)),
  read: (rows, context) => {
    const byId = new Map<string, { statement: Statement; row: number }>();
    const refused: RefusedRow[] = [];
    rows.forEach((cells, i) => {
      const row = i + 2;
      if (Object.values(cells).every((cell) => cell.trim() === '')) return;
      try {
        const statement = readAction(cells, context);
        const before = byId.get(statement.externalId);
        if (before === undefined) byId.set(statement.externalId, { statement, row });
        else if (JSON.stringify(before.statement) !== JSON.stringify(statement)) {
          throw differing(statement.externalId, before.row);
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.push({ row, why: error.message });
      }
    });
    return { statements: [...byId.values()].map(({ statement }) => statement), refused };
  },
};

function readAction(cells: Record<string, string>, context: ReportContext): Statement {
  const cell = (name: string): string => (cells[name] ?? '').trim();
  const externalId = cell('Action Id');
  if (externalId === '') {
    throw new Problem({
      code: 'no-action-id',
      sentence: 'The row has no Action Id.',
      remedy: 'Export the report with that column filled; without it a sale could be booked twice.',
    });
  }
  const amount = (name: string): Statement['commission'] =>
    within(name, () => parseAmount(cell(name), context.currency));
  return {
    network: 'Impact',
    externalId,
    at: within('Action Date', () => parseInstant(cell('Action Date'), context.zone)),
    status: 'paid',
    sale: cell('Sale Amount') === '' ? null : amount('Sale Amount'),
    commission: amount('Payout'),
    subId: MARKS.map(cell).find((mark) => readSubId(mark) !== undefined) ?? cell('Sub Id 1'),
  };
}

function differing(externalId: string, row: number): Problem {
  return new Problem({
    code: 'action-twice',
    sentence: `Action ${cut(externalId)} stands in row ${row} already, with other figures.`,
    remedy: 'Ask Impact which of the two is right, and delete the other row.',
  });
}
