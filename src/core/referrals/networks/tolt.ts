import type { Network } from '../network';

/** Its addresses differ by programme (`ref`, `via` or a name of its own), so it must be picked by hand. */
export const tolt: Network = {
  title: 'Tolt',
  kind: 'merchant',
  recognises: () => false,
  token: { parameter: 'ref', several: false, days: 60 },
  example: 'https://www.app.example/?ref=yourname',
  landing: [],
  source: 'Tolt documents, by third parties',
  checked: '2026-11-21',
  confidence: 'third party',
};
