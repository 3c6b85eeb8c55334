import * as v from 'valibot';
import { parseInstant } from '../../calendar';
import { tryJson } from '../../json';
import { currencyCode, fromMajor, type Money } from '../../money';
import { readSubId } from '../../referrals/sub-id';
import type { Statement } from '../../revenue/commission';
import { type NetworkApi, query, readEach, statusOf, unreadable } from './network-api';

const Amount = v.object({ amount: v.number(), currency: v.string() });
const Transactions = v.array(
  v.object({
    id: v.union([v.number(), v.string()]),
    commissionStatus: v.string(),
    commissionAmount: Amount,
    saleAmount: v.nullish(Amount),
    clickRefs: v.nullish(v.record(v.string(), v.nullish(v.string()))),
    transactionDate: v.string(),
    orderRef: v.nullish(v.string(), ''),
    paidToPublisher: v.nullish(v.boolean(), false),
  }),
);
type Transaction = v.InferOutput<typeof Transactions>[number];

const STATES = {
  pending: 'pending',
  approved: 'approved',
  declined: 'reversed',
  deleted: 'reversed',
} as const;

/**
 * Awin's publisher API. A window has at most 31 days and no pages; what changes later is found by the
 * dates of validation and amendment.
 */
export const awin: NetworkApi = {
  network: 'Awin',
  keys: [
    { name: 'publisher', title: 'Publisher ID', help: 'The number beside your name in Awin.' },
    { name: 'token', title: 'API token', help: 'Awin → your account → API credentials.' },
  ],
  questions: ['transaction', 'validation', 'amendment'],
  windowDays: 31,
  firstDays: 365,
  againDays: 3,
  paceMs: 3000,
  ask: ({ question, from, to }, { publisher = '', token = '' }) => ({
    url: `https://api.awin.com/publishers/${encodeURIComponent(publisher)}/transactions/?${query({
      startDate: second(from),
      endDate: second(to),
      timezone: 'UTC',
      dateType: question,
    })}`,
    method: 'GET',
    headers: { Authorization: `Bearer ${token}` },
    timeoutSeconds: 60,
  }),
  read: ({ body }) => {
    const read = v.safeParse(Transactions, tryJson(body));
    if (!read.success) return unreadable('Awin');
    return { kind: 'page', ...readEach(read.output, statementOf) };
  },
  source: 'help.awin.com/apidocs (2026-08); 31 days, 20 calls a minute',
};

function statementOf(row: Transaction): Statement {
  const { id, commissionStatus, paidToPublisher, clickRefs, saleAmount, orderRef } = row;
  const status = statusOf(STATES, commissionStatus, String(id));
  const marks = Object.values(clickRefs ?? {}).filter((mark) => typeof mark === 'string');
  return {
    network: 'Awin',
    externalId: String(id),
    at: parseInstant(row.transactionDate, 'UTC'),
    status: status === 'approved' && paidToPublisher ? 'paid' : status,
    sale: saleAmount ? moneyOf(saleAmount) : null,
    commission: moneyOf(row.commissionAmount),
    subId: marks.find((mark) => readSubId(mark) !== undefined) ?? marks[0] ?? '',
    order: orderRef,
  };
}

function moneyOf({ amount, currency }: v.InferOutput<typeof Amount>): Money {
  return fromMajor(amount, currencyCode(currency));
}

const second = (at: number): string => new Date(at).toISOString().slice(0, 19);
