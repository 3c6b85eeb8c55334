import * as v from 'valibot';
import { base64 } from '../../base64';
import { parseInstant } from '../../calendar';
import { tryJson } from '../../json';
import { currencyCode } from '../../money';
import type { Statement } from '../../revenue/commission';
import { type NetworkApi, query, readEach, statusOf, unreadable } from './network-api';

const Text = v.nullish(v.string(), '');
const Whole = v.pipe(v.number(), v.integer());
const Commissions = v.object({
  pagination: v.object({ next_page: v.nullish(Whole) }),
  data: v.array(
    v.object({
      id: v.string(),
      amount: Whole,
      currency: v.string(),
      state: v.string(),
      created_at: v.string(),
      sale: v.nullish(
        v.object({
          charged_at: Text,
          currency: Text,
          sale_amount_cents: v.nullish(Whole),
          referral: v.nullish(v.object({ id: Text, link: v.nullish(v.object({ token: Text })) })),
        }),
      ),
    }),
  ),
});
type Commission = v.InferOutput<typeof Commissions>['data'][number];

const STATES = {
  pending: 'pending',
  due: 'approved',
  paid: 'paid',
  void: 'reversed',
  voided: 'reversed',
} as const;

/**
 * Rewardful's API. It knows no window, so every page is read each time. Amounts are the currency's
 * minor units, as at Stripe, which bills them; the fields of a sale are as published in 2024
 * (unverified since).
 */
export const rewardful: NetworkApi = {
  network: 'Rewardful',
  keys: [{ name: 'secret', title: 'API secret', help: 'Rewardful → Company settings → API.' }],
  questions: ['commissions'],
  windowDays: 100_000,
  firstDays: 3650,
  againDays: 3650,
  paceMs: 700,
  ask: ({ cursor }, { secret = '' }) => ({
    url: `https://api.getrewardful.com/v1/commissions?${query({
      page: cursor || '1',
      limit: 100,
      'expand[]': 'sale',
    })}`,
    method: 'GET',
    headers: { Authorization: `Basic ${base64(`${secret}:`)}` },
    timeoutSeconds: 60,
  }),
  read: ({ body }) => {
    const read = v.safeParse(Commissions, tryJson(body));
    if (!read.success) return unreadable('Rewardful');
    const { next_page: next } = read.output.pagination;
    return {
      kind: 'page',
      ...readEach(read.output.data, statementOf),
      ...(typeof next === 'number' ? { cursor: String(next) } : {}),
    };
  },
  source: 'developers.rewardful.com; 45 calls in 30 seconds',
};

function statementOf({
  id,
  amount,
  currency,
  state,
  created_at: made,
  sale,
}: Commission): Statement {
  const code = currencyCode(currency);
  const paid = sale?.sale_amount_cents;
  const isSame = currencyCode(sale?.currency || currency) === code;
  return {
    network: 'Rewardful',
    externalId: id,
    at: parseInstant(sale?.charged_at || made, 'UTC'),
    status: statusOf(STATES, state, id),
    sale: typeof paid === 'number' && isSame ? { minor: paid, currency: code } : null,
    commission: { minor: amount, currency: code },
    subId: sale?.referral?.link?.token ?? '',
    customer: sale?.referral?.id ?? '',
  };
}
