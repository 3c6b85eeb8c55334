import type { Network } from '../network';
import { queries } from '../place';

export const admitad: Network = {
  title: 'Admitad',
  kind: 'network',
  recognises: (address) => /^\/(g|goto|tpt)\/[0-9a-z]{16,40}\/?$/.test(address.pathname),
  slot: {
    places: queries('subid', 'subid1', 'subid2', 'subid3', 'subid4'),
    reports: ['subid', 'subid1', 'subid2', 'subid3', 'subid4'],
  },
  example: 'https://ad.admitad.com/g/abcde12345f67890abcdef1234567890/',
  landing: ['admitad_uid', 'tagtag_uid'],
  source: 'Admitad postback documents',
  checked: '2026-11-21',
  confidence: 'public code',
};
