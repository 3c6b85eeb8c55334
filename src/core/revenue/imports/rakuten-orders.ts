import type { Report } from '../reports/report';

/**
 * Signature Orders: what was processed. A reversal is a row of its own with negative amounts and the
 * same order; newer files number their transactions and name the currency.
 */
export const rakutenOrders: Report = {
  id: 'rakuten-orders',
  network: 'Rakuten',
  title: 'Signature Orders report',
  known: ['Member ID (U1)', 'MID', 'Order ID', 'Transaction Date', 'Total Commission'],
  number: 'Transaction ID',
  sharesNumber: true,
  key: [
    'Order ID',
    'MID',
    'SKU',
    'Member ID (U1)',
    'Transaction Date',
    'Transaction Time',
    'Process Date',
    'Process Time',
  ],
  at: { date: 'Transaction Date', time: 'Transaction Time' },
  asOf: { date: 'Process Date', time: 'Process Time' },
  commission: 'Total Commission',
  sale: 'Sales',
  currency: 'Currency',
  status: 'approved',
  marks: ['Member ID (U1)'],
  order: 'Order ID',
  programme: 'Advertiser Name',
  decimal: '.',
  dates: 'mdy',
  shortYears: true,
  source:
    'public parsers, which ask for dates as m/d/yy; that processed orders count as approved follows from the kind of report',
};
