import type { Tile } from '../tile';

/** What a person should settle before the figures are whole. */
export const open: Tile = {
  id: 'open',
  title: 'To settle',
  figures: ({ rollup }) => [
    {
      figure: 'Commissions without a rate, in no sum above',
      value: rollup.withoutRate,
      cases: rollup.withoutRate,
    },
    {
      figure: 'Commissions without a client',
      value: rollup.withoutClient,
      cases: rollup.withoutClient,
    },
  ],
};
