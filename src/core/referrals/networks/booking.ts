import type { Network } from '../network';
import { queries } from '../place';
import { hasAll, onHost } from '../recognition';

export const booking: Network = {
  title: 'Booking.com',
  kind: 'merchant',
  recognises: (address) => onHost(address, 'booking.com') && hasAll(address, 'aid'),
  slot: {
    places: queries('label'),
    reports: ['label'],
  },
  example: 'https://www.booking.com/index.html?aid=1111111',
  landing: [],
  source: 'padosoft/laravel-affiliate-network; strackr.com/subid',
  checked: '2026-11-21',
  confidence: 'public code',
};
