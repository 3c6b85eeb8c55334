import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const linkwise: Network = {
  title: 'Linkwise',
  kind: 'network',
  recognises: (address) => onHost(address, 'go.linkwi.se'),
  slot: {
    places: queries('subid1', 'subid2', 'subid3'),
    reports: ['subid1', 'subid2', 'subid3'],
  },
  example: 'https://go.linkwi.se/z/111-0/CD22222/',
  landing: [],
  source: 'Linkwise API, report fields',
  checked: '2026-11-21',
  confidence: 'primary document',
};
