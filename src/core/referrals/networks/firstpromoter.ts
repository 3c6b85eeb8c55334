import type { Network } from '../network';
import { hasAll } from '../recognition';

export const firstpromoter: Network = {
  title: 'FirstPromoter',
  kind: 'merchant',
  recognises: (address) => hasAll(address, 'fpr'),
  token: { parameter: 'fpr', several: false, days: 60 },
  example: 'https://www.app.example/?fpr=yourname',
  landing: [],
  source: 'docs.firstpromoter.com',
  checked: '2026-11-21',
  confidence: 'primary document',
};
