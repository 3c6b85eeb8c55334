import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const tradedoubler: Network = {
  title: 'Tradedoubler',
  kind: 'network',
  recognises: (address) => onHost(address, 'tradedoubler.com') && address.pathname === '/click',
  slot: {
    places: queries('epi', 'epi2'),
    reports: ['epi', 'epi2'],
    longest: 64,
  },
  example: 'https://clk.tradedoubler.com/click?p=111111&a=2222222',
  landing: ['tduid'],
  source: 'reports.tradedoubler.com, EPI',
  checked: '2026-11-21',
  confidence: 'primary document',
};
