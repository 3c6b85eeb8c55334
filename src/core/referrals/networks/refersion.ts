import type { Network } from '../network';
import { hasAll } from '../recognition';

export const refersion: Network = {
  title: 'Refersion',
  kind: 'merchant',
  recognises: (address) => hasAll(address, 'rfsn'),
  token: { parameter: 'rfsn', several: false, days: 30 },
  example: 'https://www.shop.example/products/x?rfsn=1111111.a1b2c3',
  landing: [],
  source: 'Refersion documents',
  checked: '2026-11-21',
  confidence: 'primary document',
};
