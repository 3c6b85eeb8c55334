import type { Network } from '../network';
import { queries } from '../place';
import { hasAll } from '../recognition';

export const daisycon: Network = {
  title: 'Daisycon',
  kind: 'network',
  recognises: (address) => address.pathname === '/c/' && hasAll(address, 'si', 'li', 'wi'),
  slot: {
    places: queries('ws'),
    reports: ['subId'],
  },
  example: 'https://glp8.net/c/?si=11111&li=2222222&wi=333333',
  landing: [],
  forbids: {
    persons: {
      says: 'Daisycon counts marks that can be traced to a person as personal data',
      remedy:
        'Ours says nothing of your client to anybody else; keep names out of your own references as well.',
      source: 'faq-publisher.daisycon.com article 360000706745',
    },
  },
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
