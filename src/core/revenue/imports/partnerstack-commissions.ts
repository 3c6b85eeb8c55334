import type { Report } from '../reports/report';

/** A partner's commissions; they have no number and carry no sub-id. */
export const partnerstackCommissions: Report = {
  id: 'partnerstack-commissions',
  network: 'PartnerStack',
  title: 'commissions export',
  known: [
    'Issued Commission Amount',
    'Issued Commission Currency',
    'Created',
    'Commission status',
    'Program',
  ],
  key: ['Created', 'Program', 'Issued Commission Amount', 'Issued Commission Currency'],
  at: { date: 'Created' },
  commission: 'Issued Commission Amount',
  currency: 'Issued Commission Currency',
  status: {
    column: 'Commission status',
    means: {
      pending: 'pending',
      hold: 'pending',
      'on hold': 'pending',
      approved: 'approved',
      available: 'approved',
      scheduled: 'approved',
      withdrawn: 'paid',
      paid: 'paid',
      rejected: 'reversed',
      declined: 'reversed',
      reversed: 'reversed',
      cancelled: 'reversed',
      canceled: 'reversed',
    },
  },
  marks: ['Sub ID', 'Sub ID 1', 'Sub ID 2', 'Sub ID 3'],
  programme: 'Program',
  decimal: '.',
  source:
    'PartnerCommissionsExport.csv in a public parser’s tests; states beside Withdrawn and Rejected, and the zone of its times, are unverified',
};
