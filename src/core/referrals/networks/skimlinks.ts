import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const skimlinks: Network = {
  title: 'Skimlinks',
  kind: 'network',
  recognises: (address) => onHost(address, 'go.skimresources.com', 'go.redirectingat.com'),
  slot: {
    places: queries('xcust'),
    reports: ['customId'],
    longest: 50,
  },
  example:
    'https://go.skimresources.com/?id=111111X2222222&xs=1&url=https%3A%2F%2Fshop.example%2Fp',
  landing: [],
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
