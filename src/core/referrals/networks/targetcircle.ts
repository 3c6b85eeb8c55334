import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const targetcircle: Network = {
  title: 'TargetCircle',
  kind: 'network',
  recognises: (address) => onHost(address, 'c.trackmytarget.com'),
  slot: {
    places: queries('click_id'),
    reports: ['click_id'],
  },
  example: 'https://c.trackmytarget.com/?a=abc123&i=def456',
  landing: ['tmt_data'],
  source: 'padosoft/laravel-affiliate-network',
  checked: '2026-11-21',
  confidence: 'public code',
};
