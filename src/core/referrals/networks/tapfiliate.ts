import type { Network } from '../network';
import { hasAll } from '../recognition';

export const tapfiliate: Network = {
  title: 'Tapfiliate',
  kind: 'merchant',
  recognises: (address) => hasAll(address, 'tap_a'),
  token: { parameter: 'tap_s', several: false, days: 45 },
  example: 'https://www.app.example/?tap_a=1111-aaaaaa&tap_s=222222-bbbbbb',
  landing: [],
  source: 'Tapfiliate documents',
  checked: '2026-11-21',
  confidence: 'primary document',
};
