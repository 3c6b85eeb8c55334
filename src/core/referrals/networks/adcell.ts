import type { Network } from '../network';
import { queries } from '../place';
import { hasAll, onHost } from '../recognition';

export const adcell: Network = {
  title: 'Adcell',
  kind: 'network',
  recognises: (address) => onHost(address, 't.adcell.com') && hasAll(address, 'promoId'),
  slot: {
    places: queries('subId'),
    reports: ['subId'],
  },
  example: 'https://t.adcell.com/p/click?promoId=111111&slotId=22222',
  landing: ['adcref'],
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
