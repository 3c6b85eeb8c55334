import { type Postback, readOwnNames } from './postback';

export const tune: Postback = {
  network: 'TUNE',
  query:
    'sub={aff_sub}&sub2={aff_sub2}&sub3={aff_sub3}&sub4={aff_sub4}&sub5={aff_sub5}&id={transaction_id}&amount={payout}&currency={currency}&status={status}',
  read: readOwnNames,
  hint: 'Macros beyond aff_sub are from memory: look whether your first test fills them.',
  source: 'support.tune.com',
};
