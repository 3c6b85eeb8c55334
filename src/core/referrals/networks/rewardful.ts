import type { Network } from '../network';
import { hasAll } from '../recognition';

export const rewardful: Network = {
  title: 'Rewardful',
  kind: 'merchant',
  recognises: (address) => hasAll(address, 'via'),
  token: { parameter: 'via', several: true, days: 60 },
  example: 'https://www.app.example/pricing?via=yourname',
  landing: [],
  source: 'Rewardful documents',
  checked: '2026-11-21',
  confidence: 'primary document',
};
