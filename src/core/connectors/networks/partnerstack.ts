import * as v from 'valibot';
import { tryJson } from '../../json';
import { currencyCode, minorDigits, type Money } from '../../money';
import { Problem } from '../../problem';
import type { Statement } from '../../revenue/commission';
import { type NetworkApi, query, readEach, statusOf, unreadable } from './network-api';

const Rewards = v.object({
  data: v.object({
    has_more: v.boolean(),
    items: v.array(
      v.object({
        key: v.string(),
        amount: v.pipe(v.number(), v.integer()),
        currency: v.string(),
        status: v.string(),
        payment_status: v.nullish(v.string(), ''),
        created_at: v.number(),
      }),
    ),
  }),
});
type Reward = v.InferOutput<typeof Rewards>['data']['items'][number];

/** Which states there are, beyond approved, is unverified; any other is refused by name. */
const STATES = {
  pending: 'pending',
  hold: 'pending',
  approved: 'approved',
  declined: 'reversed',
  rejected: 'reversed',
  canceled: 'reversed',
  cancelled: 'reversed',
} as const;
const PAID_OUT = ['paid', 'withdrawn'];

/**
 * PartnerStack's partner API, version 2. It knows no window and no date of change, so all rewards are
 * read each time, 250 to a page. Whether a reward names our mark is unverified; none is read.
 */
export const partnerstack: NetworkApi = {
  network: 'PartnerStack',
  keys: [{ name: 'token', title: 'API key', help: 'PartnerStack → Settings → Integrations.' }],
  questions: ['rewards'],
  windowDays: 100_000,
  firstDays: 3650,
  againDays: 3650,
  paceMs: 1000,
  ask: ({ cursor }, { token = '' }) => ({
    url: `https://api.partnerstack.com/api/v2/rewards?${query({ limit: 250, starting_after: cursor })}`,
    method: 'GET',
    headers: { Authorization: `Bearer ${token}` },
    timeoutSeconds: 60,
  }),
  read: ({ body }) => {
    const read = v.safeParse(Rewards, tryJson(body));
    if (!read.success) return unreadable('PartnerStack');
    const { items, has_more: isMore } = read.output.data;
    const last = items[items.length - 1]?.key;
    return {
      kind: 'page',
      ...readEach(items, statementOf),
      ...(isMore && last !== undefined ? { cursor: last } : {}),
    };
  },
  source: 'docs.partnerstack.com, partner API v2; cents as in published examples (unverified)',
};

function statementOf({ key, amount, currency, status, ...row }: Reward): Statement {
  const found = statusOf(STATES, status, key);
  const isPaid = PAID_OUT.includes(row.payment_status.toLowerCase());
  return {
    network: 'PartnerStack',
    externalId: key,
    at: row.created_at,
    status: found === 'approved' && isPaid ? 'paid' : found,
    sale: null,
    commission: cents(amount, currencyCode(currency), key),
    subId: '',
  };
}

/** Hundredths; what they would mean for a currency without is written nowhere. */
function cents(minor: number, currency: string, key: string): Money {
  if (minorDigits(currency) === 2) return { minor, currency };
  throw new Problem({
    code: 'amount-in-doubt',
    value: key,
    sentence: `The reward ${key} is in ${currency}, and PartnerStack does not say in which unit it counts that.`,
    remedy: 'Bring it in by PartnerStack’s own export.',
  });
}
