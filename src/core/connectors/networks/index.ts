import { awin } from './awin';
import { cj } from './cj';
import { dub } from './dub';
import { impact } from './impact';
import type { NetworkApi } from './network-api';
import { partnerstack } from './partnerstack';
import { rewardful } from './rewardful';

/** Every network that can be asked what it paid. */
export const NETWORK_APIS: readonly NetworkApi[] = [partnerstack, impact, awin, cj, rewardful, dub];
