import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const kwanko: Network = {
  title: 'Kwanko',
  kind: 'network',
  recognises: (address) => onHost(address, 'action.metaffiliation.com'),
  slot: {
    places: queries('argsite'),
    reports: ['argsite'],
    longest: 8000,
  },
  example: 'https://action.metaffiliation.com/trk.php?mclic=P1234567890ABCD',
  landing: [],
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
