import type { Report } from '../reports/report';

/** Conversions, whose state changes in place. */
export const belboonConversions: Report = {
  id: 'belboon-conversions',
  network: 'Belboon',
  title: 'conversion export',
  known: ['conversion_id', 'advertiser_id', 'status', 'commission', 'conversion_date'],
  number: 'conversion_id',
  sharesNumber: true,
  at: { date: 'conversion_date' },
  asOf: { date: 'confirmation_date' },
  commission: 'commission',
  sale: 'amount',
  currency: 'currency',
  status: {
    column: 'status',
    means: {
      open: 'pending',
      pending: 'pending',
      confirmed: 'approved',
      approved: 'approved',
      paid: 'paid',
      rejected: 'reversed',
      declined: 'reversed',
      cancelled: 'reversed',
      canceled: 'reversed',
    },
  },
  marks: ['smc1', 'smc2', 'smc3'],
  programme: 'advertiser_name',
  decimal: ',',
  dates: 'dmy',
  source:
    'bobberrisford/affiliatemcp, a made-up fixture with open, confirmed, rejected and cancelled; the other states, and smc1 to smc3 in a file, are unverified',
};
