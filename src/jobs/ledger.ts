import type { Statement } from '../core/revenue/commission';
import { book, type Booking } from '../core/revenue/ledger/booking';
import { factOf, type Origin } from '../core/revenue/ledger/fact';
import { commissions, type Fact, reported } from '../core/workbook';
import type { Services } from '../services';
import { STATE } from './state';

type LedgerServices = Pick<Services, 'sheets' | 'state' | 'clock'>;

/** Books statements into the ledger; the same statements again change nothing. */
export function bookStatements(
  services: LedgerServices,
  statements: Statement[],
  origin: Origin,
): Booking {
  finishLedger(services);
  const booking = planStatements(services, statements, origin);
  write(services, booking);
  return booking;
}

/** What booking statements would do. */
export function planStatements(
  { sheets, clock }: Pick<LedgerServices, 'sheets' | 'clock'>,
  statements: Statement[],
  origin: Origin,
): Booking {
  const now = clock.now();
  return plan({ sheets, clock }, () =>
    statements.map((statement) => factOf(statement, origin, now)),
  );
}

/** Makes the rows of facts that a run wrote which then broke off. */
export function finishLedger(services: LedgerServices): void {
  const { state } = services;
  if (state.get(STATE.ledgerOpen) === undefined) return;
  write(
    services,
    plan(services, (known) => known),
  );
  state.remove(STATE.ledgerOpen);
}

function plan(
  { sheets, clock }: Pick<LedgerServices, 'sheets' | 'clock'>,
  said: (known: Fact[]) => Fact[],
): Booking {
  const { rows: ledger, all } = sheets.read(commissions);
  const facts = sheets.read(reported).rows;
  const booking = book(said(facts), { facts, ledger }, clock.now());
  // A row that is there and cannot be read is left to the person whom the dashboard asks to mend it.
  const there = new Set(all.map(({ id }) => id));
  return { ...booking, added: booking.added.filter(({ id }) => !there.has(id)) };
}

/** Facts come first: whatever breaks off after them is made good from them. */
function write({ sheets, state }: LedgerServices, { facts, added, changed }: Booking): void {
  const isNews = facts.added.length + facts.changed.length > 0;
  const opens = isNews && state.get(STATE.ledgerOpen) === undefined;
  if (opens) state.set(STATE.ledgerOpen, 'yes');
  sheets.append(reported, facts.added);
  sheets.patch(reported, facts.changed);
  sheets.append(commissions, added);
  sheets.patch(commissions, changed);
  if (opens) state.remove(STATE.ledgerOpen);
}
