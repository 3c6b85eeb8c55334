import { type Day, dayOf, startOf } from '../calendar';
import { currencyCode, type Money, parseAmount } from '../money';
import { cut, Problem, within } from '../problem';
import { networkNamed } from '../referrals/networks';
import type { Client, Commission, Product } from '../workbook';
import type { CommissionStatus, Statement } from './commission';

/** Stands in the Source column of commissions that a person entered. */
export const BY_HAND = 'entered by hand';

/** A commission as a person enters it: amounts and currency as typed, client and product by id. */
export interface Deal {
  /** The form's own, so that sending it twice books once. */
  key: string;
  network: string;
  at: Day;
  product: string;
  client: string;
  status: CommissionStatus;
  sale: string;
  commission: string;
  currency: string;
}

export interface DealContext {
  clients: Pick<Client, 'id'>[];
  products: Pick<Product, 'id'>[];
  today: Day;
  zone: string;
}

/** What a person's entry states; throws a `Problem` for what cannot have been earned. */
export function statementByHand(deal: Deal, context: DealContext): Statement {
  const { zone, today } = context;
  if (deal.at > today) throw notYet(deal.at);
  assertKnown('Client', deal.client, context.clients);
  assertKnown('Product', deal.product, context.products);
  const currency = within('Currency', () => currencyCode(deal.currency));
  const amount = (said: string): Money => positive(said, parseAmount(said, currency));
  return {
    network: networkNamed(deal.network).title,
    externalId: `by-hand-${deal.key}`,
    at: startOf(deal.at, zone),
    status: deal.status,
    sale: deal.sale.trim() === '' ? null : within('Sale', () => amount(deal.sale)),
    commission: within('You get', () => amount(deal.commission)),
    subId: '',
  };
}

/** The standing row that says the same of the same client and day under another entry's id, if any. */
export function twinOf(
  row: Commission,
  ledger: Commission[],
  zone: string,
): Commission | undefined {
  const same = (other: Commission): boolean =>
    other.id !== row.id &&
    other.source === BY_HAND &&
    other.status !== 'reversed' &&
    other.clientId === row.clientId &&
    other.productId === row.productId &&
    JSON.stringify(other.commission) === JSON.stringify(row.commission) &&
    other.at !== null &&
    row.at !== null &&
    dayOf(other.at, zone) === dayOf(row.at, zone);
  return ledger.find(same);
}

function positive(said: string, amount: Money): Money {
  if (amount.minor > 0) return amount;
  throw new Problem({
    code: 'amount-not-positive',
    sentence: `“${cut(said)}” is nothing that was earned.`,
    remedy: 'Write an amount above 0. One that was taken back is set to reversed in its row.',
  });
}

function notYet(at: Day): Problem {
  return new Problem({
    code: 'day-in-the-future',
    sentence: `When: ${at} is still to come.`,
    remedy: 'Write the day on which the sale happened.',
  });
}

function assertKnown(what: string, id: string, rows: { id: string }[]): void {
  if (id === '' || rows.some((row) => row.id === id)) return;
  throw new Problem({
    code: 'id-unknown',
    value: id,
    sentence: `${what}: there is none with the id “${cut(id)}”.`,
    remedy: 'Pick one from the list, or leave it empty.',
  });
}
