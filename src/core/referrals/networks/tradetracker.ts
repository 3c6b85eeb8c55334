import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const tradetracker: Network = {
  title: 'TradeTracker',
  kind: 'network',
  recognises: (address) => onHost(address, 'tc.tradetracker.net'),
  slot: {
    places: queries('r'),
    reports: ['reference'],
  },
  example: 'https://tc.tradetracker.net/?c=11111&m=12&a=222222&u=%2Fp%2F1',
  landing: [],
  source: 'bobberrisford/affiliatemcp; padosoft/laravel-affiliate-network says clickref',
  checked: '2026-11-21',
  confidence: 'public code',
};
