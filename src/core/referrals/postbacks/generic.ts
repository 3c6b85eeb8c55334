import { type Postback, readOwnNames } from './postback';

/** For any other system: its own placeholders are filled in by hand. */
export const generic: Postback = {
  network: '',
  query: 'sub=SUB-ID&id=NUMBER&amount=COMMISSION&currency=USD&sale=SALE&status=STATUS&at=TIME',
  read: readOwnNames,
  hint: 'Put your network’s own placeholders where the capitals stand; leave out what it has not. Use cents= instead of amount= where it sends hundredths.',
  source: 'our own form',
};
