import type { Network } from '../network';
import { queries } from '../place';

export const financeads: Network = {
  title: 'financeAds',
  kind: 'network',
  recognises: (address) => address.pathname === '/tc.php' && /[?&]t=\d+C\d/.test(address.search),
  slot: {
    places: queries('subid'),
    reports: ['subid'],
  },
  example: 'https://www.financeads.net/tc.php?t=11111C22222222222T',
  landing: [],
  source: 'strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'third party',
};
