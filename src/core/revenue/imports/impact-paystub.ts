import type { Report } from '../reports/report';

/** Actions that were paid, told apart by Action Id; it names no currency. */
export const impactPaystub: Report = {
  id: 'impact-paystub',
  network: 'Impact',
  title: 'paystub report',
  known: ['Paystub Id', 'Action Id', 'Payout', 'Action Date'],
  number: 'Action Id',
  sharesNumber: true,
  at: { date: 'Action Date' },
  asOf: { date: 'Modification Date' },
  commission: 'Payout',
  sale: 'Sale Amount',
  currency: 'Currency',
  status: 'paid',
  marks: ['Sub Id 1', 'Sub Id 2', 'Sub Id 3', 'Shared Id'],
  programme: 'Campaign Name',
  decimal: '.',
  source: 'impact helpdesk article 155000002735; the form of its dates is unverified',
};
