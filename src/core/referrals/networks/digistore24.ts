import type { Network } from '../network';
import { lastSegment, query } from '../place';
import { onHost } from '../recognition';

export const digistore24: Network = {
  title: 'Digistore24',
  kind: 'network',
  recognises: (address) =>
    onHost(address, 'digistore24.com', 'checkout-ds24.com') &&
    address.pathname.startsWith('/redir/'),
  slot: {
    places: [query('cid'), lastSegment('CAMPAIGNKEY', 4)],
    reports: ['cid', 'campaignkey'],
  },
  example: 'https://www.digistore24.com/redir/111111/yourname/',
  landing: [],
  forbids: {
    detours: {
      says: 'Digistore24 wants its promolinks without shorteners or redirects',
      remedy: 'Its links go straight, so taps on them are not seen; sales are.',
      source: 'help.digistore24.com article 24293197806225',
    },
  },
  source: 'docs.digistore24.com, promolink and S2S postback',
  checked: '2026-11-21',
  confidence: 'primary document',
};
