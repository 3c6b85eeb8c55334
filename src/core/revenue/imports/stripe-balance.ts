import type { Report } from '../reports/report';
import { noPayout } from '../reports/payouts';

/** A payment account's balance history; booked is what it marks as a partner's payout. */
export const stripeBalance: Report = {
  id: 'stripe-balance',
  network: 'Stripe',
  title: 'balance history',
  known: ['id', 'Type', 'Source', 'Amount', 'Fee', 'Net', 'Currency', 'Created (UTC)'],
  number: 'id',
  at: { date: 'Created (UTC)' },
  commission: 'Amount',
  currency: 'Currency',
  status: 'paid',
  decimal: '.',
  leavesOut: noPayout,
  source: 'public parsers; how partner programmes word their payouts is unverified',
};
