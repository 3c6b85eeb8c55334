import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const publicidees: Network = {
  title: 'Publicidees',
  kind: 'network',
  recognises: (address) => onHost(address, 'tracking.publicidees.com'),
  slot: {
    places: queries('cb'),
    reports: ['cb'],
  },
  example: 'https://tracking.publicidees.com/clic.php?partid=11111&progid=2222&promoid=333333',
  landing: [],
  source: 'padosoft/laravel-affiliate-network',
  checked: '2026-11-21',
  confidence: 'public code',
};
