import fc from 'fast-check';
import { hexOf, textOf } from '../../src/core/hex';

it('reads back whatever it wrote', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      expect(hexOf(text)).toMatch(/^[0-9a-f]+$/);
      expect(textOf(hexOf(text))).toBe(text);
    }),
  );
});

it.each(['', 'abc', 'C-lin', 'ff', 'c3'])(
  'reads nothing from “%s”, which is no text in hex',
  (said) => {
    expect(textOf(said)).toBe('');
  },
);
