import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const affilae: Network = {
  title: 'Affilae',
  kind: 'network',
  recognises: (address) => onHost(address, 'lb.affilae.com'),
  slot: {
    places: queries('aev'),
    reports: ['aev'],
  },
  example:
    'https://lb.affilae.com/r/?p=0123456789abcdef01234567&af=111&lp=https%3A%2F%2Fwww.shop.example%2F',
  landing: [],
  source: 'padosoft/laravel-affiliate-network',
  checked: '2026-11-21',
  confidence: 'public code',
};
