import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const pepperjam: Network = {
  title: 'Pepperjam',
  kind: 'network',
  recognises: (address) =>
    onHost(
      address,
      'pntrac.com',
      'pntra.com',
      'pntrs.com',
      'pjatr.com',
      'pjtra.com',
      'gopjn.com',
    ) && address.pathname.startsWith('/t/'),
  slot: {
    places: queries('sid'),
    reports: ['sid'],
  },
  example: 'https://www.gopjn.com/t/2-111111-222222-333333',
  landing: [],
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
