import type { Network } from '../network';
import { onHost } from '../recognition';

export const whop: Network = {
  title: 'Whop',
  kind: 'merchant',
  recognises: (address) => onHost(address, 'whop.com'),
  token: { parameter: 'a', several: false, days: 30 },
  example: 'https://whop.com/product/?a=yourname',
  landing: [],
  source: 'Whop documents, by third parties',
  checked: '2026-11-21',
  confidence: 'third party',
};
