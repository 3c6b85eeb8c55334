import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const rakuten: Network = {
  title: 'Rakuten',
  kind: 'network',
  recognises: (address) =>
    onHost(address, 'linksynergy.com') || address.hostname.startsWith('linksynergy.'),
  slot: {
    places: queries('u1'),
    reports: ['Member ID (U1)'],
    longest: 72,
  },
  example: 'https://click.linksynergy.com/fs-bin/click?id=AbC1dEf2GhI&offerid=222222.3333&type=3',
  landing: ['ranMID', 'ranSiteID', 'ranEAID'],
  forbids: {
    persons: {
      says: 'Rakuten allows nothing personal in U1; our mark says nothing of your client to anybody else',
      remedy: 'Keep names and mail addresses out of your own references as well.',
      source: 'pubhelp.rakutenadvertising.com article 10035508493709',
    },
  },
  source: 'pubhelp.rakutenadvertising.com article 10035508493709',
  checked: '2026-11-21',
  confidence: 'primary document',
};
