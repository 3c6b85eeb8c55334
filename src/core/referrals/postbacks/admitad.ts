import { type Postback, readOwnNames } from './postback';

export const admitad: Postback = {
  network: 'Admitad',
  query:
    'sub=[[[subid]]]&id=[[[order_id]]]&amount=[[[payment_sum]]]&sale=[[[order_sum]]]&currency=[[[currency]]]&at=[[[time]]]',
  read: readOwnNames,
  hint: '',
  source: 'Admitad postback documents',
};
