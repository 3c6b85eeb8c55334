import type { Network } from '../network';
import { onHost } from '../recognition';

export const a8: Network = {
  title: 'A8.net',
  kind: 'network',
  recognises: (address) => onHost(address, 'px.a8.net'),
  example: 'https://px.a8.net/svt/ejp?a8mat=1ABCDE+2FGHIJ+3KLM+4NOPQ',
  landing: ['a8'],
  source: 'bobberrisford/affiliatemcp',
  checked: '2026-11-21',
  confidence: 'public code',
};
