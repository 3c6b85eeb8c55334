import { type Postback, readOwnNames } from './postback';

export const cake: Postback = {
  network: 'CAKE',
  query: 'sub=#s2#&sub2=#s3#&sub3=#s4#&sub4=#s5#&id=#tid#&amount=#price#',
  read: readOwnNames,
  hint: '',
  source: 'strackr.com/subid',
};
