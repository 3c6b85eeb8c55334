import { withParameter } from '../../address';
import type { Network } from '../network';

export const partnerstack: Network = {
  title: 'PartnerStack',
  recognises: (destination) =>
    /^https:\/\/([^/]+\.)?(partnerlinks\.io|grsm\.io|partnerstack\.com)\//i.test(destination),
  mark: (destination, marker) => withParameter(destination, 'sid', marker),
  promise: 'Each sale comes back with our mark as its Sub ID, so client and letter are known.',
  source: 'support.partnerstack.com article 360044949774',
  checked: '2026-11-21',
};
