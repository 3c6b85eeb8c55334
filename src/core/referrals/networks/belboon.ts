import { spelledParameter } from '../../address';
import type { Network } from '../network';
import { queries } from '../place';

export const belboon: Network = {
  title: 'Belboon',
  kind: 'network',
  recognises: (address) =>
    /^\/ts\/i?\d+\/tsc$/.test(address.pathname) &&
    (spelledParameter(address.href, 'amc') ?? '').startsWith('con.blbn'),
  slot: {
    places: queries('smc1', 'smc2', 'smc3'),
    reports: ['smc1', 'smc2', 'smc3'],
    longest: 255,
  },
  example:
    'https://partner.r.shop.example/ts/i1111111/tsc?amc=con.blbn.222222.333333.44444444&rmd=3',
  landing: ['iclid'],
  source: 'ingenioustechnologies.atlassian.net, KB 1440448562',
  checked: '2026-11-21',
  confidence: 'public code',
};
