import { type IntakeContext, type ListedField, readCell } from '../clients/cells';
import { cut, Problem } from '../problem';
import { type Client, clients, type SourceRow } from '../workbook';
import { marked } from './merge';
import { conflictsCell, readBase, readConflicts } from './source';

/** Whose value stays. */
export type Side = 'ours' | 'theirs';

export interface Settled {
  /** What to write into the client; nothing where ours stays. */
  set: Partial<Client>;
  source: Pick<SourceRow, 'last' | 'conflicts'>;
}

/** Settles one conflict: from now on theirs counts as known, whether it was taken or not. */
export function settleConflict(
  row: SourceRow,
  name: ListedField,
  side: Side,
  context: IntakeContext,
): Settled {
  const { [name]: said, ...others } = readConflicts(row);
  if (said === undefined) throw settledAlready(name);
  const theirs = readCell(name, said, context);
  return {
    set: side === 'theirs' ? { [name]: theirs } : {},
    source: {
      last: JSON.stringify({ ...readBase(row), [name]: marked(name, theirs) }),
      conflicts: conflictsCell(others),
    },
  };
}

function settledAlready(name: ListedField): Problem {
  return new Problem({
    code: 'conflict-settled',
    column: clients.columns[name].header,
    sentence: `${cut(clients.columns[name].header)} no longer differs.`,
    remedy: 'Look at the list again.',
  });
}
