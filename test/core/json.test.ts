import { tryJson, tryObject } from '../../src/core/json';

describe('tryJson', () => {
  it('gives any value that a text holds', () => {
    expect([tryJson('[1]'), tryJson('"a"'), tryJson('null')]).toEqual([[1], 'a', null]);
  });

  it('gives nothing for what is not JSON', () => {
    expect([tryJson('{'), tryJson('')]).toEqual([undefined, undefined]);
  });
});

describe('tryObject', () => {
  it('gives an object', () => {
    expect(tryObject('{"a":1}')).toEqual({ a: 1 });
  });

  it('gives nothing for lists, nothing, plain values and broken texts', () => {
    for (const text of ['[1]', 'null', '3', '"a"', '{"a":'])
      expect(tryObject(text)).toBeUndefined();
  });
});
