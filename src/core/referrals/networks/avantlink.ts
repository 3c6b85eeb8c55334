import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const avantlink: Network = {
  title: 'AvantLink',
  kind: 'network',
  recognises: (address) =>
    onHost(address, 'avantlink.com', 'avantlink.ca') && address.pathname === '/click.php',
  slot: {
    places: queries('ctc'),
    reports: ['ctc'],
    longest: 64,
  },
  example: 'https://www.avantlink.com/click.php?tt=cl&mi=11111&pw=222222',
  landing: ['avad'],
  source: 'strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'third party',
};
