import { BY_HOOK, BY_POSTBACK, type Statement } from '../../src/core/revenue/commission';
import { book, type Booking, type Standing } from '../../src/core/revenue/ledger/booking';
import { factOf, type Origin } from '../../src/core/revenue/ledger/fact';
import type { Columns, RowOf } from '../../src/core/schema/table';
import type { Patch } from '../../src/core/schema/writing';
import type { Commission } from '../../src/core/workbook';
import { NOW } from './rows';

export const BY_REPORT: Origin = { kind: 'report', source: 'report.csv' };
export const BY_CALL: Origin = { kind: 'postback', source: BY_POSTBACK };
export const BY_SENDER: Origin = { kind: 'hook', source: `${BY_HOOK}Make` };

/** A ledger in memory: facts and rows, as a workbook would hold them. */
export class TestLedger implements Standing {
  facts: Standing['facts'] = [];
  ledger: Commission[] = [];

  /** Books statements, and writes what that comes to. */
  tell(statements: Statement[], origin: Origin = BY_REPORT, now = NOW): Booking {
    const said = statements.map((statement) => factOf(statement, origin, now));
    const booking = book(said, this, now);
    this.facts = [...patched(this.facts, booking.facts.changed), ...booking.facts.added];
    this.ledger = [...patched(this.ledger, booking.changed), ...booking.added];
    return booking;
  }

  /** The rows that count, as money: number, status and amounts, in order. */
  standing(): string[] {
    return this.ledger
      .filter(({ status }) => status !== 'reversed')
      .map(
        ({ id, externalId, status, commission, sale, currency, at, subId }) =>
          `${id} ${externalId} ${status} ${sale?.minor ?? '?'} ${commission?.minor ?? '?'} ${currency} ${at ?? '?'} ${subId}`,
      )
      .sort();
  }

  /** Carries out a person's correction. */
  correct(externalId: string, cells: Partial<Commission>): void {
    this.ledger = this.ledger.map((row) =>
      row.externalId === externalId ? { ...row, ...cells } : row,
    );
  }
}

function patched<C extends Columns>(rows: RowOf<C>[], patches: Patch<C>[]): RowOf<C>[] {
  const sets = new Map(patches.map(({ id, set }) => [id, set]));
  return rows.map((row) => ({ ...row, ...sets.get(String(row.id)) }));
}
