import type { Network } from '../network';
import { queries } from '../place';
import { hasAll, onHost } from '../recognition';

export const effiliation: Network = {
  title: 'Effiliation',
  kind: 'network',
  recognises: (address) =>
    onHost(address, 'track.effiliation.com') && hasAll(address, 'id_compteur'),
  slot: {
    places: queries('effi_id'),
    reports: ['effi_id'],
  },
  example: 'https://track.effiliation.com/servlet/effi.click?id_compteur=11111111',
  landing: ['eff_cpt'],
  source: 'padosoft/laravel-affiliate-network',
  checked: '2026-11-21',
  confidence: 'public code',
};
