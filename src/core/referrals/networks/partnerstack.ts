import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const partnerstack: Network = {
  title: 'PartnerStack',
  kind: 'network',
  recognises: (address) => onHost(address, 'partnerlinks.io', 'grsm.io'),
  slot: {
    places: queries('sid', 'sid1', 'sid2', 'sid3'),
    reports: ['Sub ID', 'Sub ID 1', 'Sub ID 2', 'Sub ID 3'],
    longest: 255,
  },
  example: 'https://brand.partnerlinks.io/yourname',
  landing: ['ps_xid', 'ps_partner_key'],
  source: 'support.partnerstack.com article 360044949774',
  checked: '2026-11-21',
  confidence: 'primary document',
};
