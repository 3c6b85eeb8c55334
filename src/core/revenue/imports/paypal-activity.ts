import type { Report } from '../reports/report';
import { noPayout } from '../reports/payouts';

/** A payment account's activity; booked is what it marks as a partner's payout. */
export const paypalActivity: Report = {
  id: 'paypal-activity',
  network: 'PayPal',
  title: 'activity report',
  known: ['Date', 'Time', 'TimeZone', 'Type', 'Status', 'Gross', 'Net', 'Transaction ID'],
  number: 'Transaction ID',
  at: { date: 'Date', time: 'Time', zone: 'TimeZone' },
  commission: 'Gross',
  currency: 'Currency',
  status: {
    column: 'Status',
    means: {
      completed: 'paid',
      cleared: 'paid',
      pending: 'pending',
      'on hold': 'pending',
      held: 'pending',
      'under review': 'pending',
      reversed: 'reversed',
      refunded: 'reversed',
      'partially refunded': 'paid',
      denied: 'reversed',
      canceled: 'reversed',
      cancelled: 'reversed',
      failed: 'reversed',
      returned: 'reversed',
    },
  },
  original: 'Reference Txn ID',
  leavesOut: noPayout,
  source:
    'public parsers; the states beside Completed and Pending, and how partner programmes word their payouts, are unverified',
};
