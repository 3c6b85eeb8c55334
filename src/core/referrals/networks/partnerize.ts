import type { Network } from '../network';
import { segment } from '../place';
import { onHost } from '../recognition';

export const partnerize: Network = {
  title: 'Partnerize',
  kind: 'network',
  recognises: (address) => onHost(address, 'prf.hn'),
  slot: {
    places: [segment('pubref', 'destination')],
    reports: ['pubref'],
    longest: 256,
  },
  example: 'https://prf.hn/click/camref:1100lAAAA/destination:https%3A%2F%2Fwww.shop.example%2Fp',
  landing: ['clickref'],
  source: 'fmtc.atlassian.net page 1565556743',
  checked: '2026-11-21',
  confidence: 'third party',
};
