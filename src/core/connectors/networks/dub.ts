import * as v from 'valibot';
import { parseInstant } from '../../calendar';
import { tryJson } from '../../json';
import { currencyCode } from '../../money';
import type { Statement } from '../../revenue/commission';
import { type NetworkApi, query, readEach, statusOf, unreadable } from './network-api';

const Whole = v.pipe(v.number(), v.integer());
const Commissions = v.array(
  v.object({
    id: v.string(),
    amount: Whole,
    earnings: Whole,
    currency: v.string(),
    status: v.string(),
    createdAt: v.string(),
    description: v.nullish(v.string(), ''),
    customer: v.nullish(v.object({ id: v.string() })),
  }),
);
type Commission = v.InferOutput<typeof Commissions>[number];

const PAGE = 100;
const STATES = {
  pending: 'pending',
  processed: 'approved',
  paid: 'paid',
  refunded: 'reversed',
  duplicate: 'reversed',
  fraud: 'reversed',
  canceled: 'reversed',
} as const;

/** Dub's API. A state changes in place, so what may still change is read again. Amounts are minor units. */
export const dub: NetworkApi = {
  network: 'Dub',
  keys: [{ name: 'token', title: 'API key', help: 'Dub → Settings → API keys; begins with dub_.' }],
  questions: ['commissions'],
  windowDays: 366,
  firstDays: 365,
  againDays: 180,
  paceMs: 1100,
  ask: ({ from, to, cursor }, { token = '' }) => ({
    url: `https://api.dub.co/commissions?${query({
      start: new Date(from).toISOString(),
      end: new Date(to).toISOString(),
      page: cursor || '1',
      pageSize: PAGE,
    })}`,
    method: 'GET',
    headers: { Authorization: `Bearer ${token}` },
    timeoutSeconds: 60,
  }),
  read: ({ body }, { cursor }) => {
    const read = v.safeParse(Commissions, tryJson(body));
    if (!read.success) return unreadable('Dub');
    const isMore = read.output.length === PAGE;
    return {
      kind: 'page',
      ...readEach(read.output, statementOf),
      ...(isMore ? { cursor: String(Number(cursor || '1') + 1) } : {}),
    };
  },
  source: 'dub.co/docs/api-reference (2026-06); 60 calls a minute',
};

function statementOf(row: Commission): Statement {
  const { id, amount, earnings, status, createdAt, customer } = row;
  const currency = currencyCode(row.currency);
  return {
    network: 'Dub',
    externalId: id,
    at: parseInstant(createdAt, 'UTC'),
    status: statusOf(STATES, status, id),
    sale: amount === 0 ? null : { minor: amount, currency },
    commission: { minor: earnings, currency },
    subId: '',
    customer: customer?.id ?? '',
    programme: row.description,
  };
}
