import type { Network } from '../network';
import { hasAll } from '../recognition';

export const lemonSqueezy: Network = {
  title: 'Lemon Squeezy',
  kind: 'merchant',
  recognises: (address) => hasAll(address, 'aff'),
  token: { parameter: 'aff', several: false, days: 30 },
  example: 'https://brand.lemonsqueezy.com/?aff=AbC1d',
  landing: [],
  source: 'docs.lemonsqueezy.com, affiliates',
  checked: '2026-11-21',
  confidence: 'primary document',
};
