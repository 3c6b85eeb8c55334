import type { Network } from '../network';
import { query } from '../place';
import { hasAll } from '../recognition';

export const adtraction: Network = {
  title: 'Adtraction',
  kind: 'network',
  recognises: (address) => address.pathname === '/t/t' && hasAll(address, 'a', 'as'),
  slot: {
    places: [query('epi', { before: 'url' }), query('epi2', { before: 'url' })],
    reports: ['epi', 'epi2'],
  },
  example:
    'https://track.adtraction.com/t/t?a=1111111111&as=2222222222&t=2&tk=1&url=https://www.shop.example/p',
  landing: ['at_gd'],
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
