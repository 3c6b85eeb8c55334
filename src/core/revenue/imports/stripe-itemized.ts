import type { Report } from '../reports/report';
import { noPayout } from '../reports/payouts';

/** The itemised report of a balance's changes; booked is what it marks as a partner's payout. */
export const stripeItemized: Report = {
  id: 'stripe-itemized',
  network: 'Stripe',
  title: 'itemised balance change report',
  known: ['balance_transaction_id', 'created_utc', 'currency', 'gross', 'net', 'fee'],
  number: 'balance_transaction_id',
  at: { date: 'created_utc', in: 'UTC' },
  commission: 'gross',
  currency: 'currency',
  status: 'paid',
  decimal: '.',
  leavesOut: noPayout,
  source: 'stripe/openapi; how partner programmes word their payouts is unverified',
};
