import { type Postback, readOwnNames } from './postback';

export const everflow: Postback = {
  network: 'Everflow',
  query:
    'sub={sub1}&sub2={sub2}&sub3={sub3}&sub4={sub4}&sub5={sub5}&id={transaction_id}&amount={payout}&sale={sale_amount}',
  read: readOwnNames,
  hint: 'It stops after ten failures within 72 hours.',
  source: 'helpdesk.everflow.io, postback configuration',
};
