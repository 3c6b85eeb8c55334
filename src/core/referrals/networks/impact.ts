import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const impact: Network = {
  title: 'Impact',
  kind: 'network',
  recognises: (address) =>
    /^\/c\/\d+\/\d+\/\d+/.test(address.pathname) ||
    onHost(address, 'sjv.io', 'pxf.io', 'evyy.net', '7eer.net'),
  slot: {
    places: queries('subId1', 'subId2', 'subId3'),
    reports: ['Sub Id 1', 'Sub Id 2', 'Sub Id 3'],
    longest: 255,
  },
  example: 'https://brand.sjv.io/c/1111111/222222/3333',
  landing: ['irclickid', 'irgwc'],
  forbids: {
    persons: {
      says: 'Impact shows sharedId to the brand as well, so our mark never stands there',
      remedy: 'Do not write a client’s name into sharedId yourself.',
      source: 'help.impact.com article 48001235417',
    },
  },
  source: 'help.impact.com articles 48001235417 and 155000000123',
  checked: '2026-11-21',
  confidence: 'primary document',
};
