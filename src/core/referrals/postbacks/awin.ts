import { tryObject } from '../../json';
import { filled, type Postback, readOwnNames, type Said } from './postback';

/** Awin posts JSON in a form field; where an address with macros is used instead, those are read. */
export const awin: Postback = {
  network: 'Awin',
  query:
    'sub=!!!clickRef!!!&sub2=!!!clickRef2!!!&sub3=!!!clickRef3!!!&id=!!!transactionId!!!&amount=!!!commission!!!&sale=!!!transactionAmount!!!&currency=!!!transactionCurrency!!!&at=!!!transactionDate!!!',
  read: (fields) =>
    fields.AwinTransactionPush === undefined
      ? readOwnNames(fields)
      : readPush(fields.AwinTransactionPush),
  hint: 'It calls when a sale is recorded, not when it is approved. Awin’s support may have to switch it on.',
  source: 'help.awin.com/developers/docs/transaction-notifications',
};

function readPush(json: string): Said {
  const push = tryObject(json) ?? {};
  const said = (name: string): string => {
    const value = push[name];
    return typeof value === 'string' || typeof value === 'number' ? filled(String(value)) : '';
  };
  return {
    marks: ['clickRef', 'clickRef2', 'clickRef3', 'clickRef4', 'clickRef5', 'clickRef6'].map(said),
    id: said('transactionId'),
    amount: said('commission'),
    cents: '',
    sale: said('transactionAmount'),
    currency: said('transactionCurrency'),
    status: '',
    at: said('transactionDate'),
  };
}
