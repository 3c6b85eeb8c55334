import { type Postback, readOwnNames } from './postback';

export const digistore24: Postback = {
  network: 'Digistore24',
  query: 'sub={cid}&sub2={campaignkey}&amount={amount_affiliate}',
  read: readOwnNames,
  hint: 'It sends neither a number of the sale nor a currency: two sales of one visit for the same amount count once until a report tells them apart.',
  source: 'docs.digistore24.com, S2S postback',
};
