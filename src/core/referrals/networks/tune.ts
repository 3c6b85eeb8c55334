import type { Network } from '../network';
import { queries } from '../place';
import { hasAll } from '../recognition';

export const tune: Network = {
  title: 'TUNE',
  kind: 'network',
  recognises: (address) =>
    /^\/aff_(c|r|ad)$/.test(address.pathname) && hasAll(address, 'offer_id', 'aff_id'),
  slot: {
    places: queries('aff_sub', 'aff_sub2', 'aff_sub3', 'aff_sub4', 'aff_sub5'),
    reports: ['aff_sub', 'aff_sub2', 'aff_sub3', 'aff_sub4', 'aff_sub5'],
    longest: 500,
  },
  example: 'https://brand.go2cloud.org/aff_c?offer_id=11&aff_id=2222',
  landing: ['transaction_id'],
  source: 'support.tune.com article 1500008230302',
  checked: '2026-11-21',
  confidence: 'primary document',
};
