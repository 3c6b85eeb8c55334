import type { Report } from '../reports/report';

/** Commissions in detail; a correction is a negative row with a number of its own. */
export const cjCommissions: Report = {
  id: 'cj-commissions',
  network: 'CJ',
  title: 'commission detail report',
  known: ['Commission ID', 'Publisher Commission (USD)', 'Event Date', 'Status', 'Advertiser CID'],
  number: 'Commission ID',
  at: { date: 'Event Date' },
  commission: 'Publisher Commission (USD)',
  sale: 'Sale Amount (USD)',
  currency: 'Currency',
  status: {
    column: 'Status',
    means: { new: 'pending', extended: 'pending', locked: 'approved', closed: 'paid' },
  },
  marks: ['SID'],
  order: 'Order ID',
  original: 'Original Action ID',
  programme: 'Advertiser Name',
  decimal: '.',
  source:
    'column names in public parsers, their order unverified; that closed means paid, and Original Action ID in a file, are unverified',
};
