import type { Network } from '../network';
import { queries } from '../place';
import { hasAll } from '../recognition';

export const ebay: Network = {
  title: 'eBay Partner Network',
  kind: 'merchant',
  recognises: (address) =>
    /(^|\.)ebay\.(com|co\.uk|com\.[a-z]{2}|[a-z]{2})$/.test(address.hostname) &&
    hasAll(address, 'campid'),
  slot: {
    places: queries('customid'),
    reports: ['customid'],
    longest: 256,
  },
  example:
    'https://www.ebay.de/itm/111111111111?mkevt=1&mkcid=1&mkrid=707-53477-19255-0&campid=5330000000&toolid=10001',
  landing: [],
  forbids: {
    approval: {
      says: 'eBay wants its written approval before its links go out by mail',
      remedy: 'Ask the eBay Partner Network for it first.',
      source: 'partnernetwork.ebay.co.uk, special business models',
    },
    detours: {
      says: 'eBay allows no automatic redirect from your own domain',
      remedy: 'Its links go straight, so taps on them are not seen; sales are.',
      source: 'partnernetwork.ebay.de, knowing the rules',
    },
  },
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
