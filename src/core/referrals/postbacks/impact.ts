import { type Postback, readOwnNames } from './postback';

export const impact: Postback = {
  network: 'Impact',
  query:
    'sub={SubId1}&id={ActionId}&amount={Payout}&sale={Amount}&currency={Currency}&status={Status}&at={EventDate}',
  read: readOwnNames,
  hint: '',
  source: 'help.impact.com article 155000000882',
};
