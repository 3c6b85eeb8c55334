import { spelledParameter } from '../../address';
import type { Network } from '../network';

export const amazon: Network = {
  title: 'Amazon Associates',
  kind: 'merchant',
  recognises: (address) =>
    /(^|\.)amazon\.(com|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})$/.test(address.hostname) &&
    spelledParameter(address.href, 'tag') !== undefined,
  example: 'https://www.amazon.de/dp/B000000000?tag=yourname-21',
  landing: [],
  forbids: {
    mail: {
      says: 'Amazon allows no affiliate links in mails',
      remedy:
        'It stays out of letters; recommend it where the terms allow, or recommend another shop’s.',
      source: 'Amazon Associates Programme Policies; check the terms of your own country',
    },
    detours: {
      says: 'Amazon allows no links that hide where they lead',
      remedy: 'Its links go straight.',
      source: 'Amazon Associates Programme Policies',
    },
    persons: {
      says: 'Amazon forbids a tag of its own for each person',
      remedy: 'Keep one tag; its sales are known as a whole, not by client.',
      source: 'Amazon Associates Programme Policies',
    },
  },
  source: 'Amazon Associates Programme Policies, by third parties',
  checked: '2026-11-21',
  confidence: 'third party',
};
