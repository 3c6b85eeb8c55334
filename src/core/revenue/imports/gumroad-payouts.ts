import type { Report } from '../reports/report';

/** What a payout is made of; of its rows only “Affiliate Credit” is a commission. */
export const gumroadPayouts: Report = {
  id: 'gumroad-payouts',
  network: 'Gumroad',
  title: 'payout export',
  known: ['Type', 'Date', 'Purchase ID', 'Item Name', 'Gumroad Fees ($)', 'Net Total ($)'],
  number: 'Purchase ID',
  sharesNumber: true,
  key: ['Type', 'Date', 'Net Total ($)'],
  at: { date: 'Date' },
  commission: 'Net Total ($)',
  dollar: 'USD',
  status: 'paid',
  decimal: '.',
  leavesOut: (cell) => {
    const type = cell('Type');
    if (type.toLowerCase() === 'affiliate credit') return '';
    return `${type === '' ? 'It has no type' : `“${type}” is a row of your own shop`}; only an Affiliate Credit is a commission.`;
  },
  source:
    'antiwork/gumroad, its payout export: an affiliate credit is one sum a day, and its Sale Price is the credit again',
};
