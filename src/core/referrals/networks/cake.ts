import type { Network } from '../network';
import { queries } from '../place';

/** Values of s1 that differ by click are ignored, so our mark begins at s2. */
export const cake: Network = {
  title: 'CAKE',
  kind: 'network',
  recognises: (address) =>
    /^\/(click)?$/.test(address.pathname) && /[?&]a=\d+&c=\d+/.test(address.search),
  slot: {
    places: queries('s2', 's3', 's4', 's5'),
    reports: ['s2', 's3', 's4', 's5'],
  },
  example: 'https://www.tracker.example/?a=1111&c=2222',
  landing: [],
  source: 'strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'third party',
};
