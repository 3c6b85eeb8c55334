import { ALPHABET, derivedId, fingerprint, mac } from '../../src/core/identity';

describe('derivedId', () => {
  it('gives the same id for the same parts, and another for others', () => {
    expect(derivedId('C', 'lin@bakery.example')).toBe(derivedId('C', 'lin@bakery.example'));
    expect(derivedId('C', 'lin@bakery.example')).not.toBe(derivedId('C', 'lin@bakery.test'));
  });

  it('tells apart where one part ends and the next begins', () => {
    expect(derivedId('L', 'ab', 'c')).not.toBe(derivedId('L', 'a', 'bc'));
  });

  it('uses no letter that is mistaken for another', () => {
    const letters = Array.from({ length: 300 }, (_, i) => derivedId('X', String(i)).slice(2)).join(
      '',
    );
    expect(letters).toMatch(new RegExp(`^[${ALPHABET}]+$`));
    expect(letters).not.toMatch(/[ilo01]/);
  });

  it('has no clash among 20,000 ids', () => {
    const ids = new Set(Array.from({ length: 20_000 }, (_, i) => derivedId('C', `client ${i}`)));
    expect(ids.size).toBe(20_000);
  });
});

describe('mac', () => {
  it('cannot be made without the key', () => {
    expect(mac('key', 16, 'C-lin')).not.toBe(mac('other', 16, 'C-lin'));
  });

  it('has the length that is asked for, however long', () => {
    expect(mac('key', 5, 'a')).toHaveLength(5);
    expect(mac('key', 60, 'a')).toHaveLength(60);
  });
});

it('fingerprints as SHA-256 does', () => {
  expect(fingerprint('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
