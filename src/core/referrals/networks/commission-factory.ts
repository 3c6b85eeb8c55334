import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const commissionFactory: Network = {
  title: 'Commission Factory',
  kind: 'network',
  recognises: (address) => onHost(address, 't.cfjump.com'),
  slot: {
    places: queries('UniqueId'),
    reports: ['UniqueId'],
  },
  example: 'https://t.cfjump.com/11111/t/22222',
  landing: ['cfclick'],
  source: 'strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'third party',
};
