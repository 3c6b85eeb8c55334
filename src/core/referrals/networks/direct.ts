import type { Network } from '../network';

/** A deal made with the merchant itself. */
export const direct: Network = {
  title: 'Direct',
  kind: 'merchant',
  recognises: () => false,
  example: 'https://www.shop.example/?partner=yourname',
  landing: [],
  source: 'no network stands between',
  checked: '2026-11-21',
  confidence: 'primary document',
};
