import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const shareasale: Network = {
  title: 'ShareASale',
  kind: 'network',
  recognises: (address) =>
    onHost(address, 'shareasale.com', 'shareasale-analytics.com', 'shrsl.com'),
  slot: {
    places: queries('afftrack'),
    reports: ['afftrack'],
  },
  example: 'https://www.shareasale.com/r.cfm?b=111111&u=2222222&m=33333',
  landing: [],
  forbids: {
    links: {
      says: 'ShareASale closed in October 2025, and its links lead nowhere that pays',
      remedy: 'Find the programme on Awin, where it moved, and paste the address from there.',
      source: 'resources.awin.com/shareasale-to-awin',
    },
  },
  source: 'resources.awin.com/shareasale-to-awin',
  checked: '2026-11-21',
  confidence: 'primary document',
};
