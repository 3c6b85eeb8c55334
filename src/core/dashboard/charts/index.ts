import { best } from './best';
import { cash } from './cash';
import { channels } from './channels';
import type { Chart } from './chart';
import { conversion } from './conversion';
import { earned } from './earned';
import { funnel } from './funnel';
import { lifetime } from './lifetime';
import { networks } from './networks';
import { plan } from './plan';

/** In the order in which they stand, two side by side. */
export const CHARTS: readonly Chart[] = [
  earned,
  cash,
  funnel,
  networks,
  lifetime,
  best,
  conversion,
  channels,
  plan,
];
