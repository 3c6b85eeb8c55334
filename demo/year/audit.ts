import type { Commission } from '../../src/core/workbook';
import type { TrueRow } from './reports';

/** A guess of the ledger's, and whether it is right. */
export interface Guess {
  /** By who tapped; by the amount, as the next payment of one; as the same customer's as a guess. */
  kind: 'tap' | 'amount' | 'customer';
  chance: number;
  isRight: boolean;
}

export interface Audit {
  /** Payments that carry a sub-id of ours, or follow one that does by a mark of the network's. */
  certain: number;
  /** All payments, and what of them stands, in minor units by currency: in truth and in the ledger. */
  payments: number;
  truth: Map<string, number>;
  booked: Map<string, number>;
  /** What the ledger says otherwise, in words. */
  wrong: string[];
  guesses: Guess[];
  /** Payments without any mark that the ledger leaves open, and how many of them a letter led to. */
  open: number;
  missed: number;
}

/** Lays the ledger beside the truth, row by row. */
export function audit(truth: readonly TrueRow[], ledger: readonly Commission[]): Audit {
  const booked = new Map(ledger.map((row) => [keyOf(row), row]));
  const found: Audit = {
    certain: 0,
    payments: truth.length,
    truth: new Map(),
    booked: new Map(),
    wrong: [],
    guesses: [],
    open: 0,
    missed: 0,
  };
  for (const { status, share, currency } of truth) {
    if (status !== 'reversed') add(found.truth, currency, share);
  }
  for (const { status, commission, currency } of ledger) {
    if (status !== 'reversed') add(found.booked, currency, commission?.minor ?? 0);
  }
  for (const row of truth) {
    const key = `${row.network} ${row.number}`;
    const said = booked.get(key);
    booked.delete(key);
    if (said === undefined) found.wrong.push(`${key} is not in the ledger`);
    else compare(found, row, said);
  }
  for (const key of booked.keys()) found.wrong.push(`${key} is in the ledger, and never was`);
  return found;
}

/** Rakuten’s rows have no number; the ledger keeps the order as the customer. */
function keyOf({ network, externalId, customer }: Commission): string {
  return `${network} ${network === 'Rakuten' ? customer : externalId}`;
}

function add(sums: Map<string, number>, currency: string, amount: number): void {
  sums.set(currency, (sums.get(currency) ?? 0) + amount);
}

function compare(found: Audit, row: TrueRow, said: Commission): void {
  const differ = (what: string, is: unknown, should: unknown): void => {
    if (is === should) return;
    found.wrong.push(
      `${row.network} ${row.number}: ${what} is ${String(is)} and should be ${String(should)}`,
    );
  };
  differ('the status', said.status, row.status);
  differ('the commission', said.commission?.minor, row.share);
  differ('the currency', said.currency, row.currency);
  const { tap } = row.payment.sale;
  if (isCertain(row)) {
    found.certain++;
    differ('the client', said.clientId, tap?.clientId);
    differ('the product', said.productId, tap?.productId);
    differ('the letter', said.letterId, tap?.letterId);
  } else if (row.mark !== '') {
    differ('the client', said.clientId, '');
  } else if (said.clientId === '') {
    found.open++;
    if (tap !== undefined) found.missed++;
  } else {
    if (said.chance === null) differ('the chance', said.chance, 'one between 0 and 1');
    const isRight = said.clientId === tap?.clientId;
    found.guesses.push({ kind: kindOf(said.matchedBy), chance: said.chance ?? 1, isRight });
  }
}

/** It carries our sub-id, or the network ties it to one that does: CJ by the order. */
function isCertain({ network, mark, payment: { sale } }: TrueRow): boolean {
  const isOurs = sale.tap !== undefined && sale.mark !== '';
  return isOurs && (mark !== '' || network === 'CJ');
}

function kindOf(matchedBy: string): Guess['kind'] {
  if (!matchedBy.includes('renewal of')) return 'tap';
  return matchedBy.startsWith('guess') ? 'amount' : 'customer';
}
