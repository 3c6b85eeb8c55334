import type { Network } from '../network';
import { queries } from '../place';
import { hasAll, onHost } from '../recognition';

export const flexoffers: Network = {
  title: 'FlexOffers',
  kind: 'network',
  recognises: (address) =>
    onHost(address, 'track.flexlinks.com', 'track.flexlinkspro.com') && hasAll(address, 'foid'),
  slot: {
    places: queries('fobs'),
    reports: ['fobs'],
  },
  example:
    'https://track.flexlinkspro.com/g.ashx?foid=1.22222.3333333&trid=4444444.55555&foc=16&fot=9999&fos=6',
  landing: [],
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
