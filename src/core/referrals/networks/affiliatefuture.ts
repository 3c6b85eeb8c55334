import type { Network } from '../network';
import { query } from '../place';
import { onHost } from '../recognition';

export const affiliatefuture: Network = {
  title: 'AffiliateFuture',
  kind: 'network',
  recognises: (address) => onHost(address, 'scripts.affiliatefuture.com'),
  slot: {
    places: [query('tracking', { before: 'url' })],
    reports: ['tracking'],
  },
  example:
    'https://scripts.affiliatefuture.com/AFClick.asp?affiliateID=111111&merchantID=2222&programmeID=33333&mediaID=0&url=https://www.shop.example/p',
  landing: ['affc'],
  source: 'padosoft/laravel-affiliate-network',
  checked: '2026-11-21',
  confidence: 'public code',
};
