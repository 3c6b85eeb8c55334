import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const accesstrade: Network = {
  title: 'ACCESSTRADE',
  kind: 'network',
  recognises: (address) =>
    onHost(address, 'go.isclix.com', 'atid.me') ||
    address.hostname.startsWith('click.accesstrade.'),
  slot: {
    places: queries('sub1', 'sub2', 'sub3', 'sub4'),
    reports: ['sub1', 'sub2', 'sub3', 'sub4'],
    longest: 2048,
  },
  example:
    'https://go.isclix.com/deep_link/1111111111111111111/2222222222222222222?url=https%3A%2F%2Fshop.example%2Fp',
  landing: [],
  source: 'ACCESSTRADE publisher documents',
  checked: '2026-11-21',
  confidence: 'public code',
};
