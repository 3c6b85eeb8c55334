import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const clickbank: Network = {
  title: 'ClickBank',
  kind: 'network',
  recognises: (address) => onHost(address, 'hop.clickbank.net'),
  slot: {
    places: queries('tid'),
    reports: ['tid'],
    longest: 24,
    folds: true,
  },
  example: 'https://yourname.vendor.hop.clickbank.net/',
  landing: ['hopId'],
  source: 'support.clickbank.com article 26455062697620',
  checked: '2026-11-21',
  confidence: 'primary document',
};
