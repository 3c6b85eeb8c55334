import type { Network } from '../network';

/** A deal made with the merchant itself. */
export const direct: Network = {
  title: 'Direct',
  recognises: () => false,
  promise: 'A deal of your own: taps are counted, and you enter the commissions by hand.',
  source: 'no network stands between',
  checked: '2026-11-21',
};
