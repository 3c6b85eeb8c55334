import { type Instant, parseInstant } from '../calendar';
import { currencyCode, type Money, parseAmount } from '../money';
import { cut, Problem, within } from '../problem';
import { networkNamed } from '../referrals/networks';
import type { CommissionStatus } from '../revenue/commission';
import { STATUS_WORDS } from '../revenue/reports/status-words';
import { clientMeant, type Deed, type HookDesk, required } from './deed';
import type { HookMessage } from './message';

/** Books a commission by its number at the network, as a report's row; the same number is the same row. */
export const addCommission: Deed = (message, desk, plan) => {
  const { fields, at: asOf, sender } = message;
  const currency = within('currency', () => currencyCode(required(message, 'currency')));
  const amount = (name: string): Money =>
    within(name, () => positive(parseAmount(required(message, name), currency)));
  const isNamed = fields.email !== undefined || fields.client_id !== undefined;
  plan.earned.push({
    statement: {
      network: networkNamed(required(message, 'network')).title,
      externalId: required(message, 'external_id'),
      at: soldAt(message, desk),
      status: statusOf(fields.status ?? 'pending'),
      sale: fields.sale === undefined ? null : amount('sale'),
      commission: amount('commission'),
      subId: fields.sub_id ?? '',
      customer: fields.customer ?? '',
      programme: fields.programme ?? '',
      asOf,
    },
    clientId: isNamed ? clientMeant(message, desk).id : '',
    productId: productOf(fields.product, desk),
    sender,
  });
};

function soldAt(message: HookMessage, { context }: HookDesk): Instant {
  const { sold_at: said } = message.fields;
  if (said === undefined) return message.at;
  const at = within('sold_at', () => parseInstant(said, context.zone));
  if (at <= message.at) return at;
  throw new Problem({
    code: 'hook-future',
    column: 'sold_at',
    value: said,
    sentence: `sold_at: ${cut(said)} is still to come.`,
    remedy: 'Send when the sale happened, like 2026-11-21T08:00:00Z.',
  });
}

function statusOf(said: string): CommissionStatus {
  const word = said.toLowerCase();
  const found = Object.entries(STATUS_WORDS).find(([known]) => known === word)?.[1];
  if (found !== undefined) return found;
  throw new Problem({
    code: 'hook-status',
    column: 'status',
    value: said,
    sentence: `status: “${cut(said)}” is no state of a commission.`,
    remedy: 'Send pending, approved, paid or reversed.',
  });
}

function productOf(said: string | undefined, { products }: HookDesk): string {
  if (said === undefined) return '';
  const name = said.toLowerCase();
  const found = products.find((row) => row.id === said || row.name.toLowerCase() === name);
  if (found !== undefined) return found.id;
  throw new Problem({
    code: 'hook-product',
    column: 'product',
    value: said,
    sentence: `There is no product “${cut(said)}”.`,
    remedy: 'Send its Name or Product ID as in the Products tab, or leave the field out.',
  });
}

function positive(amount: Money): Money {
  if (amount.minor > 0) return amount;
  throw new Problem({
    code: 'amount-not-positive',
    sentence: 'It is nothing that was earned.',
    remedy: 'Send an amount above 0; one that was taken back has the status reversed.',
  });
}
