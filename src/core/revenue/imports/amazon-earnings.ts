import type { Report } from '../reports/report';

/** Shipped items of the American programme; a return is a row of its own with negative amounts. */
export const amazonEarnings: Report = {
  id: 'amazon-earnings',
  network: 'Amazon Associates',
  title: 'earnings report',
  known: ['ASIN', 'Tracking ID', 'Date Shipped', 'Ad Fees($)'],
  key: [
    'ASIN',
    'Tracking ID',
    'Date Shipped',
    'Name',
    'Seller',
    'Price($)',
    'Device Type Group',
    'Direct/Indirect',
  ],
  at: { date: 'Date Shipped' },
  commission: 'Ad Fees($)',
  sale: 'Revenue($)',
  amounts: ['Price($)'],
  dollar: 'USD',
  status: 'approved',
  marks: ['Tracking ID'],
  decimal: '.',
  dates: 'mdy',
  source:
    'a public parser; that earnings of shipped items count as approved follows from the kind of report',
};
