import { type Postback, readOwnNames } from './postback';

export const keitaro: Postback = {
  network: 'Keitaro',
  query: 'sub={subid}&sub2={external_id}&id={tid}&amount={revenue}&status={status}',
  read: readOwnNames,
  hint: '',
  source: 'Keitaro documents, S2S postback',
};
