import type { Network } from '../network';
import { queries } from '../place';
import { hasAll } from '../recognition';

export const everflow: Network = {
  title: 'Everflow',
  kind: 'network',
  recognises: (address) =>
    /^\/(?=[A-Z/]*\d)[A-Z0-9]{5,8}\/[A-Z0-9]{5,8}\/?$/.test(address.pathname) ||
    hasAll(address, 'oid', 'affid'),
  slot: {
    places: queries('sub1', 'sub2', 'sub3', 'sub4', 'sub5'),
    reports: ['sub1', 'sub2', 'sub3', 'sub4', 'sub5'],
  },
  example: 'https://www.tracker.example/3ABCDE/2FGHIJ/',
  landing: ['_ef_transaction_id'],
  source: 'helpdesk.everflow.io, postback configuration',
  checked: '2026-11-21',
  confidence: 'primary document',
};
