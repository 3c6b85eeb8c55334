import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const zanox: Network = {
  title: 'Zanox',
  kind: 'network',
  recognises: (address) => onHost(address, 'ad.zanox.com', 'zanox-affiliate.de'),
  slot: {
    places: queries('zpar0'),
    reports: ['zpar0'],
  },
  example: 'https://ad.zanox.com/ppc/?11111111C22222222T',
  landing: [],
  forbids: {
    links: {
      says: 'Zanox is closed; its programmes went to Awin',
      remedy: 'Find the programme on Awin and paste the address from there.',
      source: 'padosoft/laravel-affiliate-network',
    },
  },
  source: 'padosoft/laravel-affiliate-network',
  checked: '2026-11-21',
  confidence: 'public code',
};
