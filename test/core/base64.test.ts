import { base64 } from '../../src/core/base64';

it.each(['', 'a', 'ab', 'abc', 'IRabc:tok/en+1=', 'secret:'])(
  'codes “%s” as anybody does',
  (text) => {
    expect(base64(text)).toBe(Buffer.from(text, 'latin1').toString('base64'));
  },
);
