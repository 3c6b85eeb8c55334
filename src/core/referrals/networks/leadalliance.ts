import type { Network } from '../network';
import { queries } from '../place';

export const leadalliance: Network = {
  title: 'LeadAlliance',
  kind: 'network',
  recognises: (address) => address.pathname === '/tc.php' && /[?&]t=\d+V\d/.test(address.search),
  slot: {
    places: queries('subid'),
    reports: ['subid'],
  },
  example: 'https://www.lead-alliance.net/tc.php?t=11111V2222222222T',
  landing: [],
  source: 'padosoft/laravel-affiliate-network',
  checked: '2026-11-21',
  confidence: 'public code',
};
