import type { Network } from '../network';
import { onHost } from '../recognition';

export const gumroad: Network = {
  title: 'Gumroad',
  kind: 'merchant',
  recognises: (address) => onHost(address, 'gumroad.com'),
  token: { parameter: 'a', several: false, days: 7 },
  example: 'https://creator.gumroad.com/l/ware?a=111111111',
  landing: [],
  source: 'antiwork/gumroad',
  checked: '2026-11-21',
  confidence: 'public code',
};
