import type { Network } from '../network';
import { queries } from '../place';
import { onHost } from '../recognition';

export const awin: Network = {
  title: 'Awin',
  kind: 'network',
  recognises: (address) =>
    onHost(address, 'awin1.com') && /^\/(cread|awclick|pclick)\.php$/.test(address.pathname),
  slot: {
    places: queries('clickref', 'clickref2', 'clickref3', 'clickref4', 'clickref5', 'clickref6'),
    reports: ['clickRef', 'clickRef2', 'clickRef3', 'clickRef4', 'clickRef5', 'clickRef6'],
    longest: 50,
  },
  example: 'https://www.awin1.com/cread.php?awinmid=11111&awinaffid=222222',
  landing: ['awc'],
  forbids: {
    persons: {
      says: 'Awin allows nothing personal in a clickref; our mark says nothing of your client to anybody else',
      remedy: 'Keep names and mail addresses out of your own references as well.',
      source: 'wiki.awin.com, Publisher Click Ref',
    },
    approval: {
      says: 'On Awin each advertiser allows or bans mail',
      remedy: 'Look into the programme’s terms before you write about it.',
      source: 'ui.awin.com, merchant profile terms',
    },
  },
  source: 'wiki.awin.com/index.php/Publisher_Click_Ref',
  checked: '2026-11-21',
  confidence: 'primary document',
};
