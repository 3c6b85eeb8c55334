import { withParameter } from '../../address';
import type { Network } from '../network';

export const impact: Network = {
  title: 'Impact',
  recognises: (destination) =>
    /^https:\/\/[^/]+\.(sjv\.io|pxf\.io|evyy\.net|7eer\.net)\/c\//i.test(destination),
  mark: (destination, marker) => withParameter(destination, 'subId1', marker),
  promise: 'Each sale comes back with our mark in Sub Id 1, so client and letter are known.',
  source: 'help.impact.com article 48001235417',
  checked: '2026-11-21',
};
