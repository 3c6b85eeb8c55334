import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const involveAsia: Network = {
  title: 'Involve Asia',
  kind: 'network',
  recognises: (address) => onHost(address, 'invol.co', 'invl.io', 'invle.co'),
  slot: {
    places: queries('aff_sub', 'aff_sub2', 'aff_sub3', 'aff_sub4', 'aff_sub5'),
    reports: ['aff_sub', 'aff_sub2', 'aff_sub3', 'aff_sub4', 'aff_sub5'],
  },
  example: 'https://invol.co/aff_m?offer_id=111111&aff_id=222222&source=deeplink',
  landing: [],
  source: 'strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'third party',
};
