import type { Network } from '../network';
import { queries } from '../place';
import { hasAll } from '../recognition';

export const affise: Network = {
  title: 'Affise',
  kind: 'network',
  recognises: (address) => address.pathname === '/click' && hasAll(address, 'pid', 'offer_id'),
  slot: {
    places: queries('sub1', 'sub2', 'sub3', 'sub4', 'sub5'),
    reports: ['sub1', 'sub2', 'sub3', 'sub4', 'sub5'],
  },
  example: 'https://brand.g2afse.com/click?pid=1111&offer_id=22',
  landing: [],
  source: 'bobberrisford/affiliatemcp; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
