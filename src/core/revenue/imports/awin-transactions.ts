import type { Report } from '../reports/report';

/** Transactions, whose state changes in place. The documented header is cut off after decline_reason. */
export const awinTransactions: Report = {
  id: 'awin-transactions',
  network: 'Awin',
  title: 'transactions report',
  known: ['id', 'publisher_id', 'commission', 'date', 'commission_status'],
  number: 'id',
  sharesNumber: true,
  at: { date: 'date' },
  asOf: { date: 'validation_date' },
  commission: 'commission',
  sale: 'sale_amount',
  currency: 'currency',
  status: {
    column: 'commission_status',
    means: {
      '0': 'pending',
      '1': 'approved',
      '2': 'reversed',
      pending: 'pending',
      approved: 'approved',
      declined: 'reversed',
      deleted: 'reversed',
      paid: 'paid',
    },
  },
  marks: [
    'click_ref',
    'click_ref2',
    'click_ref3',
    'click_ref4',
    'click_ref5',
    'click_ref6',
    'extra',
  ],
  order: 'order_ref',
  programme: 'site_name',
  source:
    'help.awin.com, “Understanding the data fields in the transactions report” (2026-03-09), an excerpt; the columns click_ref, order_ref and currency, and what stands in extra, are unverified',
};
