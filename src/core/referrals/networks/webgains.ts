import type { Network } from '../network';
import { query } from '../place';
import { onHost } from '../recognition';

export const webgains: Network = {
  title: 'Webgains',
  kind: 'network',
  recognises: (address) => onHost(address, 'track.webgains.com'),
  slot: {
    places: [query('clickref', { before: 'wgtarget' })],
    reports: ['clickRef'],
  },
  example:
    'https://track.webgains.com/click.html?wgcampaignid=111111&wgprogramid=22222&wgtarget=https://www.shop.example/p',
  landing: ['wgu'],
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
