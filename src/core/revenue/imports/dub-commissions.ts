import type { Report } from '../reports/report';

/** A partner's commissions, whose state changes in place. A person chooses its columns. */
export const dubCommissions: Report = {
  id: 'dub-commissions',
  network: 'Dub',
  title: 'commissions export',
  known: ['ID', 'Earnings', 'Status', 'Created at'],
  number: 'ID',
  sharesNumber: true,
  at: { date: 'Created at' },
  asOf: { date: 'Updated at' },
  commission: 'Earnings',
  sale: 'Amount',
  currency: 'Currency',
  status: {
    column: 'Status',
    means: {
      pending: 'pending',
      hold: 'pending',
      processed: 'approved',
      paid: 'paid',
      refunded: 'reversed',
      duplicate: 'reversed',
      fraud: 'reversed',
      canceled: 'reversed',
    },
  },
  order: 'Invoice ID',
  customer: 'Customer ID',
  decimal: '.',
  source: 'dubinc/dub: export columns, amounts with their currency’s sign, states',
};
