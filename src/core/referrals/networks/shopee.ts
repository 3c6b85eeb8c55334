import type { Network } from '../network';
import { queries } from '../place';

export const shopee: Network = {
  title: 'Shopee Affiliate',
  kind: 'network',
  recognises: (address) =>
    address.hostname.startsWith('s.shopee.') && address.pathname === '/an_redir',
  slot: {
    places: queries('sub_id'),
    reports: ['Sub_id1'],
  },
  example:
    'https://s.shopee.sg/an_redir?origin_link=https%3A%2F%2Fshopee.sg%2Fproduct%2F1%2F2&affiliate_id=11111111111',
  landing: ['uls_trackid'],
  source: 'a public parser of its reports',
  checked: '2026-11-21',
  confidence: 'public code',
};
