import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const webepartners: Network = {
  title: 'webePartners',
  kind: 'network',
  recognises: (address) => onHost(address, 'webep1.com'),
  slot: {
    places: queries('p1'),
    reports: ['p1'],
  },
  example: 'https://webep1.com/go/0123456789',
  landing: [],
  source: 'padosoft/laravel-affiliate-network',
  checked: '2026-11-21',
  confidence: 'public code',
};
