import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const sovrn: Network = {
  title: 'Sovrn Commerce',
  kind: 'network',
  recognises: (address) => onHost(address, 'redirect.viglink.com', 'sovrn.co'),
  slot: {
    places: queries('cuid'),
    reports: ['cuid'],
  },
  example:
    'https://redirect.viglink.com/?key=0123456789abcdef0123456789abcdef&u=https%3A%2F%2Fshop.example%2Fp',
  landing: [],
  source: 'bobberrisford/affiliatemcp',
  checked: '2026-11-21',
  confidence: 'public code',
};
