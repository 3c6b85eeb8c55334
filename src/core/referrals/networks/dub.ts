import type { Network } from '../network';
import { onHost } from '../recognition';

export const dub: Network = {
  title: 'Dub',
  kind: 'merchant',
  recognises: (address) => onHost(address, 'dub.sh') || address.hostname.startsWith('refer.'),
  token: { parameter: 'via', several: false, days: 90 },
  example: 'https://refer.app.example/yourname',
  landing: ['dub_id'],
  source: 'dubinc/dub',
  checked: '2026-11-21',
  confidence: 'public code',
};
