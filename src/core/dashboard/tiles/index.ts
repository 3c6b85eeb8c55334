import type { Tile } from '../tile';
import { earned } from './earned';
import { funnel } from './funnel';
import { open } from './open';
import { plan } from './plan';

/** In the order of the Dashboard tab, from the top. */
export const TILES: readonly Tile[] = [earned, funnel, plan, open];
